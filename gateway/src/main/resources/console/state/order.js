import { shallowReactive } from '../vendor.js';
import { newCommandId } from '../domain/commands.js';

/**
 * An order that is safe to repeat: it keeps its command id until the platform has answered for good, so that a repeat after a lost answer is the same order. Other
 * content is another order, also then; the revision that it was written at is not content, nor the time on this device.
 * @param {(content, key: string) => Promise} send gives the order; fails with a Problem
 */
export function useOrder(send) {
  const state = shallowReactive({ sending: false, problem: null, answer: null });
  let key = newCommandId();
  let sent = null;

  /** What is ordered from now on is another order. */
  function reset() {
    key = newCommandId();
    Object.assign(state, { sending: false, problem: null, answer: null });
  }

  /** @returns {Promise<boolean>} whether it is done */
  async function give(content) {
    const said = JSON.stringify({ ...content, expectedRevision: undefined, clientAt: undefined });
    if (said !== sent) {
      key = newCommandId();
      sent = said;
    }
    Object.assign(state, { sending: true, problem: null, answer: null });
    try {
      const answer = await send(content, key);
      key = newCommandId();
      Object.assign(state, { sending: false, answer });
      return true;
    } catch (problem) {
      key = problem.undecided ? key : newCommandId();
      Object.assign(state, { sending: false, problem });
      return false;
    }
  }

  return { state, give, reset };
}
