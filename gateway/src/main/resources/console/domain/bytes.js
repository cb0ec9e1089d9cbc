const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** An amount of bytes with three digits at most: `376 B`, `11.7 kB`, `4.29 GB`. */
export function bytesText(bytes) {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${Number(value.toPrecision(3))} ${UNITS[unit]}`;
}
