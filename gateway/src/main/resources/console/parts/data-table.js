import { h } from '../vendor.js';
import { t } from '../i18n/index.js';
import { problemBox } from './problem-box.js';

/**
 * A table that becomes a stack of cards on a narrow screen: each cell carries its column's heading for that.
 *
 * @param {{label: string, cell: (item) => any, numeric?: boolean, wide?: boolean}[]} columns
 * @param {object[]} items
 * @param {{key: (item) => string, after?: (item) => any}} options after: a row of full width below the item's own, or null
 */
export function dataTable(columns, items, { key, after = () => null }) {
  const head = h(
    'thead',
    h(
      'tr',
      columns.map(({ label, numeric }) => h('th', { scope: 'col', class: { numeric } }, label)),
    ),
  );
  const rows = items.flatMap((item) => {
    const cells = columns.map((column) =>
      h(
        'td',
        { 'data-label': column.label, class: { numeric: column.numeric, wide: column.wide } },
        h('div', [column.cell(item)]),
      ),
    );
    const below = after(item);
    return [
      h('tr', { key: key(item) }, cells),
      below === null
        ? null
        : h('tr', { key: `${key(item)}+`, class: 'below' }, h('td', { colspan: columns.length }, [below])),
    ];
  });
  return h('div', { class: 'table-frame' }, h('table', { class: 'data cards' }, [head, h('tbody', rows)]));
}

/** What stands under a growing list: its problem, that it is empty or loading, or the way to more. */
export function listFoot(pages, emptyText) {
  const { state, more, reload } = pages;
  if (state.problem !== null) {
    return problemBox(state.problem, reload);
  }
  if (state.loading) {
    return h('p', { class: 'faint foot', role: 'status' }, t('common.loading'));
  }
  if (state.items.length === 0) {
    return h('p', { class: 'faint foot' }, emptyText);
  }
  return state.next ? h('button', { type: 'button', class: 'button foot', onClick: more }, t('common.more')) : null;
}
