import { h } from '../vendor.js';
import { partsOf } from '../domain/subjects.js';
import { t, term } from '../i18n/index.js';
import { nameOf } from '../state/registry.js';

const MOODS = { delivered: 'good', accepted: 'good', unknown: 'bad', failed: 'bad', undelivered: 'bad' };

/** What became of a message, as a word with a colour. */
export function deliveryState(state) {
  return h('span', { class: ['pill', MOODS[state]] }, term('delivery', state));
}

const LEADER = '/leader';

/** `department:ecology-yongkang` as people call it, and `department:ecology-yongkang/leader` its leader on duty. */
export function recipientName(recipient) {
  const { type, id } = partsOf(recipient);
  return id.endsWith(LEADER)
    ? t('deliveries.leader', { department: nameOf(type, id.slice(0, -LEADER.length)) })
    : nameOf(type, id);
}
