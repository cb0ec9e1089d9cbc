import { h } from '../vendor.js';
import { term } from '../i18n/index.js';
import { nameOf, partsOf } from '../state/registry.js';

const MOODS = { delivered: 'good', accepted: 'good', unknown: 'bad', failed: 'bad', undelivered: 'bad' };

/** What became of a message, as a word with a colour. */
export function deliveryState(state) {
  return h('span', { class: ['pill', MOODS[state]] }, term('delivery', state));
}

/** `department:ecology-yongkang` as people call it. */
export function recipientName(recipient) {
  const { type, id } = partsOf(recipient);
  return nameOf(type, id);
}
