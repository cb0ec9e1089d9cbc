/** Splits a text/event-stream into events (HTML standard, "Server-sent events", interpretation). Pure: text in, events out. */
export class SseParser {
  #rest = '';
  #event = blank();
  #lastId = null;

  /** The last `id:` that came, also with an event that carried no data; null before the first. */
  get lastId() {
    return this.#lastId;
  }

  /**
   * @param {string} text the next piece, cut anywhere
   * @returns {{name: string, data: string}[]} the events that it completed
   */
  push(text) {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop();
    return lines.map((line) => this.#take(line)).filter((event) => event !== null);
  }

  #take(line) {
    if (line === '') {
      return this.#complete();
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') {
      this.#event.data.push(value);
    } else if (field === 'event') {
      this.#event.name = value;
    } else if (field === 'id') {
      this.#lastId = value;
    }
    return null;
  }

  #complete() {
    const { name, data } = this.#event;
    this.#event = blank();
    return data.length === 0 ? null : { name, data: data.join('\n') };
  }
}

function blank() {
  return { name: 'message', data: [] };
}
