import { h } from '../vendor.js';
import { Problem } from '../api/http.js';
import { t, term } from '../i18n/index.js';

function titleOf(problem) {
  if (!(problem instanceof Problem)) {
    return t('app.failure', { message: problem.message });
  }
  if (problem.status !== 0) {
    const kind = problem.members.type?.split(':').at(-1);
    const word = term('problemType', kind);
    return word === kind || kind === undefined ? (problem.title ?? `HTTP ${problem.status}`) : word;
  }
  return t(problem.timedOut ? 'problem.timeout' : 'problem.unreachable');
}

/**
 * An error answer as its title, detail and reference.
 * @param {Error} problem a Problem, or a defect of the console
 * @param {(() => void)|null} retry offered when given
 */
export function problemBox(problem, retry = null) {
  return h('div', { class: 'problem', role: 'alert' }, [
    h('strong', titleOf(problem)),
    !problem.detail ? null : h('p', problem.detail),
    problem.members?.instance ? h('p', { class: 'faint small' }, t('problem.reference', problem.members)) : null,
    retry === null ? null : h('button', { type: 'button', class: 'button', onClick: retry }, t('problem.retry')),
  ]);
}
