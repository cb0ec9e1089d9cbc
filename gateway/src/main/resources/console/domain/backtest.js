const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** Whether a job has come to its end. */
export function hasEnded({ state }) {
  return state !== 'running';
}

/** The job that an address names, or null: while another one is asked for, the answer is still of the one before. */
export function jobAt(job, id) {
  return job !== null && job.id === id ? job : null;
}

/** The numbers of one model's versions that a job tells about. @param {{model: string, version: number}[]} played */
export function versionsOf(played, model) {
  return played.filter((one) => one.model === model).map(({ version }) => version);
}

/** What a version is tried against when another one is chosen to be tried: never itself. */
export function againstFor(tried, against) {
  return tried === against ? 'live' : against;
}

/** The last day up to the full minute: what is proposed to be played. @param {number} now epoch ms */
export function lastDay(now) {
  const until = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  return { from: until - DAY_MS, until };
}

/**
 * What is ordered: the live version alone, or a version that was written down against another one.
 * @param {{model: string, tried: string, against: string, from: string, until: string, warmUpHours: number|null}} entered tried and against: a
 *     number of a version, or `live`
 * @param {{version: number, text: string}[]} versions that were written down
 */
export function trialOf({ model, tried, against, from, until, warmUpHours }, versions) {
  const text = (number) => versions.find(({ version }) => String(version) === number).text;
  return {
    from,
    until,
    ...(tried === 'live' ? { ids: [model] } : { models: [text(tried)] }),
    ...(tried === 'live' || against === 'live' ? {} : { against: [text(against)] }),
    ...(warmUpHours === null ? {} : { warmUpHours }),
  };
}

/** One model's part of a result; a backtest of several models has others beside it. */
export function partOf({ counts, loads, differences }, model) {
  const own = (list) => list.filter((one) => one.model === model);
  return { counts: own(counts), loads: own(loads), differences: own(differences) };
}
