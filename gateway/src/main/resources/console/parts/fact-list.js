import { h } from '../vendor.js';

/** Name and value pairs, those without a value left out. */
export function factList(pairs) {
  const given = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return h(
    'dl',
    { class: 'facts' },
    given.map(([name, value]) => h('div', [h('dt', name), h('dd', value)])),
  );
}
