/** Levels, the gravest first: the order of lists, legends and map layers. */
export const LEVELS = ['red', 'yellow', 'blue'];

const SHORT_ROAD = ['open', 'reminded', 'acknowledged', 'closed'];
const LONG_ROAD = [
  'open',
  'dispatched',
  'signed',
  'notified',
  'on-scene',
  'verified',
  'handled',
  'fed-back',
  'reviewed',
  'closed',
];

/** The states that an alert passes by its level; a blue one that was dispatched has left the short road. */
export function roadOf(alert) {
  const short = alert.level === 'blue' && SHORT_ROAD.includes(alert.state);
  return short ? SHORT_ROAD : LONG_ROAD;
}

export function isOpen(alert) {
  return alert.state !== 'closed';
}

/** Clocks that run, the next to end first. */
export function runningClocks(alert) {
  return alert.clocks
    .filter((clock) => !clock.stoppedAt)
    .sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
}

/** The clock to watch: of those that run, the one that ends or ended first; null when none runs. */
export function urgentClock(alert) {
  return runningClocks(alert)[0] ?? null;
}

/** @param {number} now the platform's time, epoch ms */
export function isOverdue(alert, now) {
  const clock = isOpen(alert) ? urgentClock(alert) : null;
  return clock !== null && Date.parse(clock.dueAt) <= now;
}

function deadline(alert) {
  const clock = isOpen(alert) ? urgentClock(alert) : null;
  return clock === null ? Infinity : Date.parse(clock.dueAt);
}

const byLevel = (one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level);
const byRaised = (one, other) => Date.parse(other.raisedAt) - Date.parse(one.raisedAt);
// Two alerts without a running clock: Infinity - Infinity is not a number, and then the next rule decides.
const byDeadline = (one, other) => deadline(one) - deadline(other) || 0;

/** Orders of the list: `urgent` = by level, then by deadline; `newest` = by when it was raised. */
export const ORDERS = {
  urgent: (one, other) => byLevel(one, other) || byDeadline(one, other) || byRaised(one, other),
  newest: (one, other) => byRaised(one, other) || byLevel(one, other),
};

/** Whether every event of a timeline names the hash of the one before it. */
export function isChainUnbroken(timeline) {
  return timeline.every((event, index) => index === 0 || event.previousHash === timeline[index - 1].hash);
}

/**
 * Counts alerts per hour of their first event and level.
 * @returns {{hours: number[], counts: Object<string, number[]>}} at most the last `span` hours up to the newest
 */
export function countByHour(alerts, hourOf, span = 24) {
  const hour = 3_600_000;
  const firsts = alerts.map((alert) => hourOf(alert.firstSeenAt));
  const last = Math.max(...firsts);
  const first = Math.max(Math.min(...firsts), last - (span - 1) * hour);
  const hours =
    alerts.length === 0 ? [] : Array.from({ length: (last - first) / hour + 1 }, (_, i) => first + i * hour);
  const counts = Object.fromEntries(LEVELS.map((level) => [level, hours.map(() => 0)]));
  alerts.forEach((alert, index) => {
    const column = (firsts[index] - first) / hour;
    if (column >= 0) {
      counts[alert.level][column] += 1;
    }
  });
  return { hours, counts };
}
