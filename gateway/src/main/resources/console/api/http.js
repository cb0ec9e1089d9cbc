import { observeDateHeader } from '../state/clock.js';

const ROOT = '/api/v1';
const TIMEOUT_MS = 20_000;
const credentials = { token: null, refused: () => {} };

/** An error answer (RFC 9457) or, with status 0, no answer at all. */
export class Problem extends Error {
  /**
   * @param {number} status HTTP status, or 0 when the platform could not be reached
   * @param {object} document the problem document, {} when there was none
   */
  constructor(status, document) {
    super(document.title ?? `HTTP ${status}`);
    this.status = status;
    this.title = document.title ?? null;
    this.detail = document.detail ?? null;
    this.members = document;
    this.timedOut = false;
  }

  /** No answer: the platform is out of reach, or took too long. */
  static silence(cause) {
    const problem = new Problem(0, {});
    problem.timedOut = cause.name === 'TimeoutError';
    problem.cause = cause;
    return problem;
  }

  /** Whether the same request may succeed later, or may even have succeeded unseen. */
  get undecided() {
    return this.status === 0 || this.status >= 500 || this.status === 429;
  }
}

/** @param {string|null} token the bearer token of every request from now on */
export function useToken(token) {
  credentials.token = token;
}

/** @param {() => void} listener called when the platform no longer accepts the token */
export function whenTokenRefused(listener) {
  credentials.refused = listener;
}

/** Sends a request with the token; the answer's head is there, its body not yet read. Fails with a Problem. */
export async function open(path, { method = 'GET', headers = {}, body, signal } = {}) {
  const sentAt = Date.now();
  const response = await fetch(ROOT + path, {
    method,
    headers: { authorization: `Bearer ${credentials.token}`, ...headers },
    body,
    signal,
    cache: 'no-store',
    credentials: 'omit',
  }).catch((cause) => {
    throw Problem.silence(cause);
  });
  observeDateHeader(response.headers.get('date'), sentAt, Date.now());
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response;
}

async function problemOf(response) {
  if (response.status === 401) {
    credentials.refused();
  }
  // A proxy in between may answer with a page instead of a problem document; its status is then all there is to show.
  const document = await response.json().catch(() => ({}));
  return new Problem(response.status, document);
}

/** @param {object} query members that are null or empty are left out */
export async function get(path, query = {}, { headers = {}, timeoutMs = TIMEOUT_MS } = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const search = given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
  return read(await open(path + search, { headers, signal: AbortSignal.timeout(timeoutMs) }));
}

/** Posts JSON. */
export async function post(path, content, headers = {}) {
  return read(
    await open(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(content),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }),
  );
}

/** Takes a resource back. */
export async function remove(path) {
  return read(await open(path, { method: 'DELETE', signal: AbortSignal.timeout(TIMEOUT_MS) }));
}

async function read(response) {
  return response.json().catch((cause) => {
    throw Problem.silence(cause);
  });
}
