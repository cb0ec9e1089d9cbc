import { purposeHeaders } from '../domain/purpose.js';
import { get, post, remove } from './http.js';

const segment = encodeURIComponent;
// History is played for these, which the platform gives 25 s.
const REPLAY_TIMEOUT_MS = 30_000;

/** `vehicle:浙GA1234` as the path of its resource. */
function subjectPath(subject) {
  const colon = subject.indexOf(':');
  return `/subjects/${segment(subject.slice(0, colon))}/${segment(subject.slice(colon + 1))}`;
}

const versionPath = (model, version) => `/models/${segment(model)}/versions/${segment(version)}`;
const keyed = (key) => ({ 'idempotency-key': key });

/** The public API as the console uses it; each fails with a Problem. */
export const api = {
  me: () => get('/me'),
  alerts: (query) => get('/alerts', query),
  alert: (id) => get(`/alerts/${segment(id)}`),
  /** @param {{purpose: string, reference: string, reason: string}|null} stated what for, where the bundle rests on persons */
  bundle: (id, stated) =>
    get(`/alerts/${segment(id)}/bundle`, {}, {
      headers: stated === null ? {} : purposeHeaders(stated),
      timeoutMs: REPLAY_TIMEOUT_MS,
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
  outcomes: (query) => get('/models/outcomes', query),
  modelState: () => get('/models/state'),
  lateness: () => get('/models/lateness'),
  certifications: () => get('/models/certifications'),
  versions: (model) => get(`/models/${segment(model)}/versions`),
  proposeVersion: (model, draft) => post(`/models/${segment(model)}/versions`, draft),
  stepVersion: (model, version, step, key) => post(`${versionPath(model, version)}/commands`, step, keyed(key)),
  certifyVersion: (model, version, date, key) => post(`${versionPath(model, version)}/certifications`, date, keyed(key)),
  explanation: (model, subject, at) =>
    get(`/models/${segment(model)}/explanation`, { subject, at }, { timeoutMs: REPLAY_TIMEOUT_MS }),
  backtests: (query) => get('/backtests', query),
  beginBacktest: (trial, key) => post('/backtests', trial, keyed(key)),
  backtest: (id) => get(`/backtests/${segment(id)}`),
  cancelBacktest: (id) => remove(`/backtests/${segment(id)}`),
  deliveries: (query) => get('/deliveries', query),
  resolveDelivery: (id, finding) => post(`/deliveries/${segment(id)}/resolution`, finding),
  deadLetters: (query) => get('/dead-letters', query),
  accessLog: (query) => get('/access-log', query),
  catalogue: () => get('/catalogue'),
};
