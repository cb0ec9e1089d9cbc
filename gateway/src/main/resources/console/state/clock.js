import { ref } from '../vendor.js';
import { ServerClock } from '../domain/server-clock.js';

const serverClock = new ServerClock();

/** The platform's time, epoch ms, once a second; everything that counts down renders from it. */
export const now = ref(Date.now());

/** Feeds one HTTP answer's Date header. */
export function observeDateHeader(header, sentAt, receivedAt) {
  const second = Date.parse(header ?? '');
  if (!Number.isNaN(second)) {
    serverClock.observe(second, sentAt, receivedAt);
  }
}

/** The platform's time at this moment, epoch ms. */
export function serverNow() {
  return Date.now() + serverClock.offsetMs;
}

function tick() {
  now.value = serverNow();
  // Aligned to the platform's full second, so that all clocks on the wall of a duty room jump together.
  setTimeout(tick, 1000 - (now.value % 1000) + 5);
}

tick();
