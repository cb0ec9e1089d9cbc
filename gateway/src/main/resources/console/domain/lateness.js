const UNITS = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/**
 * Within what time a share of the observations was received: the end of the histogram's bucket that it lies in.
 * @param {{observations: number, buckets: {upToS?: number, observations: number}[]}} late FeedLateness of the API
 * @param {number} share 0…1
 * @returns {number|null} s; null: later than the histogram tells
 */
export function within({ observations, buckets }, share) {
  let sum = 0;
  for (const bucket of buckets) {
    sum += bucket.observations;
    if (sum >= observations * share) {
      return bucket.upToS ?? null;
    }
  }
  return null;
}

/** How many were received later than so many seconds, an end of the histogram. */
export function laterThan({ buckets }, seconds) {
  return buckets.filter(({ upToS }) => upToS === undefined || upToS > seconds).reduce((sum, { observations }) => sum + observations, 0);
}

/** A span in its greatest whole unit: `{count: 5, unit: 'min'}`. @param {number} seconds at least 1 */
export function inUnits(seconds) {
  const [size, unit] = UNITS.find(([one]) => seconds % one === 0);
  return { count: seconds / size, unit };
}
