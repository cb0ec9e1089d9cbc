import { h } from '../vendor.js';
import { t, term } from '../i18n/index.js';
import { timelineEvent } from './alert-timeline.js';

function changes(timeline, sentVersion) {
  return h('ol', { class: 'timeline' }, timeline.filter(({ number }) => number > sentVersion).map(timelineEvent));
}

function possible(commands) {
  return h(
    'p',
    t('conflict.allowed', {
      commands: commands.map((type) => term('command', type)).join(t('common.comma')) || t('common.none'),
    }),
  );
}

/**
 * Why a command was refused as a conflict (412: the version, 409: the state), told as what changed since the person looked.
 * @param {Problem} problem
 * @param {object} dossier asked for anew since
 * @param {number} sentVersion version that the command was meant for
 */
export function conflictBox(problem, dossier, sentVersion) {
  const stale = problem.status === 412;
  const { alert, allowed, timeline } = dossier;
  return h('div', { class: 'problem', role: 'alert' }, [
    h('strong', stale ? t('conflict.stale') : t('conflict.state', { state: term('state', alert.state) })),
    problem.detail === null ? null : h('p', { class: 'small' }, problem.detail),
    alert.version > sentVersion ? changes(timeline, sentVersion) : null,
    possible(problem.members.allowed ?? allowed),
    stale ? h('p', t('conflict.again')) : null,
  ]);
}
