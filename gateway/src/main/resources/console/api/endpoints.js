import { purposeHeaders } from '../domain/purpose.js';
import { get, post } from './http.js';

const segment = encodeURIComponent;
// History is played for it, which the platform gives 25 s.
const BUNDLE_TIMEOUT_MS = 30_000;

/** `vehicle:浙GA1234` as the path of its resource. */
function subjectPath(subject) {
  const colon = subject.indexOf(':');
  return `/subjects/${segment(subject.slice(0, colon))}/${segment(subject.slice(colon + 1))}`;
}

/** The public API as the console uses it; each fails with a Problem. */
export const api = {
  me: () => get('/me'),
  alerts: (query) => get('/alerts', query),
  alert: (id) => get(`/alerts/${segment(id)}`),
  /** @param {{purpose: string, reference: string, reason: string}|null} stated what for, where the bundle rests on persons */
  bundle: (id, stated) =>
    get(`/alerts/${segment(id)}/bundle`, {}, {
      headers: stated === null ? {} : purposeHeaders(stated),
      timeoutMs: BUNDLE_TIMEOUT_MS,
    }),
  /** The same key is the same command, however often it is sent; a version of null is not checked. */
  command: (id, order, version, key) =>
    post(`/alerts/${segment(id)}/commands`, order, {
      'idempotency-key': key,
      ...(version === null ? {} : { 'if-match': `"${version}"` }),
    }),
  track: (subject, from, until) => get(`${subjectPath(subject)}/track`, { from, until }),
  registry: (kind, after) => get(`/registry/${segment(kind)}`, { after, limit: 1000 }),
  traceBacks: (query) => get('/trace-backs', query),
  traceBack: (id) => get(`/trace-backs/${segment(id)}`),
  orderTraceBack: (question) => post('/trace-backs', question),
  models: () => get('/models'),
  deliveries: (query) => get('/deliveries', query),
  resolveDelivery: (id, finding) => post(`/deliveries/${segment(id)}/resolution`, finding),
  deadLetters: (query) => get('/dead-letters', query),
  accessLog: (query) => get('/access-log', query),
  catalogue: () => get('/catalogue'),
};
