import { open } from './http.js';
import { SseParser } from './sse-parser.js';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
// The platform sends a comment line at least every 15 s; a connection silent for three times that is dead, whatever TCP believes.
const SILENCE_MS = 45_000;

/**
 * The live stream, held open until stopped. EventSource cannot send a bearer token, and a token does not belong into an address; so the stream is read
 * with fetch, and resuming (Last-Event-ID) and backing off are done here.
 */
export class LiveStream {
  #handlers;
  #lastId = null;
  #wait = FIRST_WAIT_MS;
  #abort = null;
  #timer = null;

  /** @param {{event: (event) => void, state: (state: string) => void, lost: () => void}} handlers lost: the platform cannot resume; ask for everything anew */
  constructor(handlers) {
    this.#handlers = handlers;
  }

  start() {
    this.#connect();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = null;
  }

  async #connect() {
    const abort = new AbortController();
    this.#abort = abort;
    this.#handlers.state('connecting');
    try {
      const headers = {
        accept: 'text/event-stream',
        ...(this.#lastId === null ? {} : { 'last-event-id': this.#lastId }),
      };
      const response = await open('/stream', { headers, signal: abort.signal });
      this.#handlers.state('live');
      await this.#read(response.body.getReader(), abort);
    } catch (problem) {
      this.#forgetRefusedPosition(problem);
    }
    if (this.#abort === abort) {
      this.#retry();
    }
  }

  async #read(reader, abort) {
    const parser = new SseParser();
    const decoder = new TextDecoder();
    for (;;) {
      const silence = setTimeout(() => abort.abort(), SILENCE_MS);
      const { done, value } = await reader.read().finally(() => clearTimeout(silence));
      if (done) {
        return;
      }
      this.#wait = FIRST_WAIT_MS;
      const events = parser.push(decoder.decode(value, { stream: true }));
      this.#lastId = parser.lastId ?? this.#lastId;
      // A defect in a handler is no broken stream: it must surface, not reconnect.
      events.forEach((event) => queueMicrotask(() => this.#pass(event)));
    }
  }

  #pass(event) {
    if (event.name === 'end' && JSON.parse(event.data).reason === 'cursor-lost') {
      this.#startAnew();
    }
    this.#handlers.event(event);
  }

  #forgetRefusedPosition({ status }) {
    if (this.#lastId !== null && (status === 400 || status === 422)) {
      this.#startAnew();
    }
  }

  #startAnew() {
    this.#lastId = null;
    this.#handlers.lost();
  }

  #retry() {
    this.#handlers.state('waiting');
    // Spread, so that a restarted gateway is not met by every console in the same instant.
    this.#timer = setTimeout(() => this.#connect(), this.#wait * (0.5 + Math.random() / 2));
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }
}
