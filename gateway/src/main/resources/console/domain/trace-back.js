const RADIUS_M = 300;
const BEFORE_MS = 12 * 3_600_000;
const AFTER_MS = 3_600_000;

/** What is asked about an alert: around its place, from half a day before its first detection to an hour after its last. */
export function questionOf(alert) {
  return {
    point: alert.location,
    radiusM: RADIUS_M,
    from: new Date(Date.parse(alert.firstSeenAt) - BEFORE_MS).toISOString(),
    until: new Date(Date.parse(alert.lastSeenAt) + AFTER_MS).toISOString(),
    cause: causeOf(alert),
  };
}

/** The episode by which trace-backs of an alert are found. */
export function causeOf({ model, subject, episodeStart }) {
  return { model, subject, episodeStart };
}

/** Whether nothing more will become of a job. */
export function hasEnded({ state }) {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

/** Points with their sign: `+20`, `−10`. */
export function pointsText(points) {
  return `${points < 0 ? '−' : '+'}${Math.round(Math.abs(points))}`;
}
