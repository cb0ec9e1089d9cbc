/**
 * An observation's payload as pairs of name and text, nested ones with their path; what is not JSON is shown as it came.
 * @param {string} content JSON text
 */
export function factsOf(content) {
  try {
    // The kind stands in the heading already.
    return flatten({ ...JSON.parse(content), kind: null }, '');
  } catch {
    return [['content', content]];
  }
}

function flatten(value, path) {
  if (value === null || value === undefined) {
    return [];
  }
  if (typeof value !== 'object') {
    return [[path, String(value)]];
  }
  return Object.entries(value).flatMap(([name, inner]) => flatten(inner, joined(path, name, value)));
}

function joined(path, name, holder) {
  const step = Array.isArray(holder) ? String(Number(name) + 1) : name;
  return path === '' ? step : `${path} ${step}`;
}

/** The registry entries that a dossier names, by kind: `{zone: ['pit-03'], …}`. */
export function referencedIds(references) {
  const byKind = {};
  Object.keys(references).forEach((key) => {
    const colon = key.indexOf(':');
    (byKind[key.slice(0, colon)] ??= []).push(key.slice(colon + 1));
  });
  return byKind;
}

/** The vehicle whose way tells something about an alert: its subject, else the first one mentioned, else null. */
export function vehicleOf(alert) {
  return [alert.subject, ...alert.mentions].find((subject) => subject.startsWith('vehicle:')) ?? null;
}

/** The time around an alert that its map shows: an hour before the first detection to half an hour after the last. */
export function spanOf(alert) {
  const from = new Date(Date.parse(alert.firstSeenAt) - 60 * 60_000);
  const until = new Date(Date.parse(alert.lastSeenAt) + 30 * 60_000);
  return { from: from.toISOString(), until: until.toISOString() };
}

/** The stretches between the segments of a track: when and where the vehicle was lost and found again. */
export function gapsOf(track) {
  return track.segments.slice(1).map((segment, index) => {
    const lost = track.segments[index].points.at(-1);
    const found = segment.points[0];
    return { lost, found, ms: Date.parse(found.observedAt) - Date.parse(lost.observedAt) };
  });
}
