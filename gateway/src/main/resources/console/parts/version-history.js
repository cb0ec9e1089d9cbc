import { h } from '../vendor.js';
import { at } from '../domain/time.js';
import { t, term } from '../i18n/index.js';
import { actorName } from './version-table.js';

// What nobody ordered, by what it came to.
const BY_ITSELF = { draft: 'versions.written', tested: 'versions.gateEnded', gated: 'versions.gateEnded', retired: 'versions.superseded' };

const stepName = (action, stage) => (action ? term('versionAction', action) : t(BY_ITSELF[stage] ?? 'versions.history'));

/** One step of a version's life: who, what, what it came to, why. Also used to show what changed under somebody's hands. */
export function versionStep({ id, at: when, user, action, stage, reason }) {
  return h('li', { class: ['event', { marked: action === 'roll-back' || action === 'retire' }], key: id }, [
    h('div', { class: 'event-line' }, [
      h('time', { datetime: when, title: at(when, 'full') }, at(when)),
      h('strong', stepName(action, stage)),
      h('span', { class: 'faint' }, `→ ${term('stage', stage)}`),
      h('span', { class: 'faint' }, actorName(user)),
    ]),
    reason ? h('p', { class: 'faint' }, reason) : null,
  ]);
}

/** Everything that happened to a version, the latest on top. */
export function versionHistory({ steps }) {
  return h('section', { class: 'card' }, [
    h('h2', t('versions.history')),
    h('ol', { class: 'timeline' }, [...steps].reverse().map(versionStep)),
  ]);
}
