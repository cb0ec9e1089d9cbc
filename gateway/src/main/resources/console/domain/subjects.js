/** Splits `vehicle:浙GA1234`. */
export function partsOf(subject) {
  const colon = subject.indexOf(':');
  return { type: subject.slice(0, colon), id: subject.slice(colon + 1) };
}

/** What a model may be asked about. What it makes of a person is told to nobody. */
export const EXPLAINED = ['vehicle', 'enterprise', 'manifest', 'station', 'site', 'feed'];

export function isExplained(subject) {
  return EXPLAINED.includes(partsOf(subject).type);
}

/**
 * The question that stands in an address, or null when none does: links are written by hand, too, and cut.
 * @param {string[]} path subject and instant
 * @returns {{subject: string, at: string}|null}
 */
export function questionIn([subject = '', at = '']) {
  return isExplained(subject) && partsOf(subject).id !== '' && !Number.isNaN(Date.parse(at)) ? { subject, at } : null;
}
