/**
 * Learns how far the browser's clock is from the platform's. HTTP gives whole seconds only (the Date header), but every answer narrows the offset to an
 * interval: the header was made between sending and receiving, and within the second that it names. Intersecting the intervals soon gives well below one second.
 */
export class ServerClock {
  #low = -Infinity;
  #high = Infinity;

  /**
   * @param {number} serverSecondMs the Date header as epoch milliseconds
   * @param {number} sentAt browser's clock when the request went out, ms
   * @param {number} receivedAt browser's clock when the answer's head came in, ms
   */
  observe(serverSecondMs, sentAt, receivedAt) {
    const low = serverSecondMs - receivedAt;
    const high = serverSecondMs + 999 - sentAt;
    const contradicts = low > this.#high || high < this.#low;
    // One of the clocks was set since: what was learnt before no longer holds.
    this.#low = contradicts ? low : Math.max(this.#low, low);
    this.#high = contradicts ? high : Math.min(this.#high, high);
  }

  /** Milliseconds to add to the browser's clock; 0 before the first answer. */
  get offsetMs() {
    return Number.isFinite(this.#low) ? Math.round((this.#low + this.#high) / 2) : 0;
  }
}
