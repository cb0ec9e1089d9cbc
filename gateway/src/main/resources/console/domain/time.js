const ZONE = 'Asia/Shanghai';
// The Swedish locale writes ISO order (2026-01-31 08:05:00), which both languages of the console read without doubt.
const full = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });
const SLICES = { time: [11, 16], second: [11, 19], minute: [5, 16], full: [0, 19] };

/**
 * An instant in the city's time.
 * @param {string|number|null} instant ISO text or epoch ms; null gives a dash
 * @param {'time'|'second'|'minute'|'full'} format `08:05`, `08:05:00`, `01-31 08:05` or `2026-01-31 08:05:00`
 */
export function at(instant, format = 'minute') {
  return instant === null || instant === undefined ? '–' : full.format(new Date(instant)).slice(...SLICES[format]);
}

/** What a field for date and time holds (`2026-03-05T22:40`) of an instant, in the city's time. */
export function inputOf(instant) {
  return at(instant, 'full').slice(0, 16).replace(' ', 'T');
}

/** The instant that a field for date and time, or for a date alone (its beginning), means in the city's time; null when it is empty. */
export function instantOf(input) {
  return input === '' ? null : `${input.includes('T') ? input.slice(0, 16) : `${input}T00:00`}:00+08:00`;
}

/** The full hour of the city that an instant lies in, epoch ms (Asia/Shanghai has whole-hour offsets). */
export function hourOf(instant) {
  const hour = 3_600_000;
  return Math.floor(Date.parse(instant) / hour) * hour;
}

/** Milliseconds as `4:05`, `3:04:05` or, with the word for days, `2 d 03:04`. Never negative. */
export function duration(ms, dayWord) {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor(seconds / 3600) % 24;
  const minutes = Math.floor(seconds / 60) % 60;
  if (days > 0) {
    return `${days} ${dayWord} ${two(hours)}:${two(minutes)}`;
  }
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

function two(number) {
  return String(number).padStart(2, '0');
}
