const DAY_MS = 86_400_000;

/** Steps along a version's life: offered as the main action; the others lead back or out. */
const FORWARD = new Set(['test', 'gate', 'shadow', 'canary', 'live']);

/** Stages from which a step needs somebody else than the author. */
const NEEDS_OTHER = new Set(['gated', 'shadow', 'canary']);

export function isForwardStep(action) {
  return FORWARD.has(action);
}

/**
 * What judges, by model in the order given.
 * @param {{id: string, state: string}[]} judging `GET /models`
 * @returns {{id: string, live: object|null, trials: object[], any: object}[]} any: one to take the names from
 */
export function byModel(judging) {
  const known = new Map();
  for (const version of judging) {
    const one = known.get(version.id) ?? { id: version.id, live: null, trials: [], any: version };
    known.set(version.id, one);
    if (version.state === 'live') {
      Object.assign(one, { live: version, any: version });
    } else {
      one.trials.push(version);
    }
  }
  return [...known.values()];
}

/** How a certification stands: `overdue`, `soon` (within the days of the platform's notice) or `fine`. @param {number} now epoch ms */
export function standing({ until, overdue, noticeDays }, now) {
  const left = Date.parse(until) - now;
  if (overdue || left <= 0) {
    return 'overdue';
  }
  return left <= noticeDays * DAY_MS ? 'soon' : 'fine';
}

/** A share of 0…1 in whole percent; null gives a dash. */
export function percent(share) {
  return share === null || share === undefined || Number.isNaN(share) ? '–' : `${Math.round(share * 100)} %`;
}

/** Which steps a caller may order of a version, as the platform tells. @param {{allowed: object[]}} list `GET …/versions` */
export function allowedFor(list, version) {
  return list.allowed.find((one) => one.version === version)?.actions ?? [];
}

/** Whether the next step forward is somebody else's: who wrote a version down does not publish it. */
export function waitsForOther({ stage, author }, user) {
  return NEEDS_OTHER.has(stage) && author === user;
}

/** The steps that were taken since somebody looked; each adds one to the revision. */
export function stepsSince({ steps }, revision) {
  return steps.slice(revision);
}

/** A number above all that are known. @param {(number|undefined)[]} known */
export function nextNumber(known) {
  return Math.max(0, ...known.filter((number) => number !== undefined)) + 1;
}

/** A model's text under another number, to begin a draft with; a text without a number stays. */
export function renumbered(text, number) {
  return text.replace(/^version:[ \t]*\d+/m, `version: ${number}`);
}

/** A file's text with the line breaks that the platform counts lines by, whatever wrote the file. */
export function unixLines(text) {
  return text.replace(/\r\n?/g, '\n');
}

/**
 * Whether a user may agree to the date that another one asked for: until that date is there.
 * @param {{asked?: {user: string, until: string}}} certification
 * @param {number} now epoch ms
 */
export function awaitsAgreement({ asked }, user, now) {
  return asked !== undefined && asked.user !== user && Date.parse(asked.until) > now;
}

/** The id that a model's text gives itself, or null. */
export function idIn(text) {
  return /^id:[ \t]*["']?([a-z][a-z0-9-]*)/m.exec(text)?.[1] ?? null;
}

/** The beginning and end of a line in a text, for selecting it. @param {number} line from 1 */
export function lineSpan(text, line) {
  const lines = text.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return { start, end: start + (lines[line - 1] ?? '').length };
}

/**
 * Firings as they are read: one row for each version, day and role, all districts together.
 * @param {{version: number, shadow: boolean, day: string, district: string, raised: number, retracted: number}[]} firings newest first
 * @returns {{key: string, version: number, shadow: boolean, day: string, raised: number, retracted: number, districts: object[]}[]}
 */
export function firingDays(firings) {
  const days = new Map();
  for (const firing of firings) {
    const key = `${firing.day} ${firing.version} ${firing.shadow}`;
    const { version, shadow, day } = firing;
    const sum = days.get(key) ?? { key, version, shadow, day, raised: 0, retracted: 0, districts: [] };
    days.set(key, sum);
    sum.raised += firing.raised;
    sum.retracted += firing.retracted;
    sum.districts.push(firing);
  }
  return [...days.values()];
}

/** The days of a gate that stand out: more than three times what it found on the middle one, and more than one alert. @param {{day: string, alerts: number}[]} days */
export function outliers(days) {
  const sorted = days.map(({ alerts }) => alerts).sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return days.filter(({ alerts }) => alerts > 1 && alerts > 3 * middle).map(({ day }) => day);
}

/** The total and the districts of a forecast. @param {{district: string}[]} loads */
export function loadRows(loads) {
  const total = loads.filter(({ district }) => district === 'all');
  return [...total, ...loads.filter(({ district }) => district !== 'all')];
}
