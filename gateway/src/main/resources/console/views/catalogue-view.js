import { h } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { at } from '../domain/time.js';
import { locale, say, t, term } from '../i18n/index.js';
import { dataTable } from '../parts/data-table.js';
import { problemBox } from '../parts/problem-box.js';
import { useLoad } from '../state/load.js';

function columns() {
  const numbers = new Intl.NumberFormat(locale.value);
  return [
    {
      label: t('catalogue.name'),
      cell: ({ id, name }) => [h('strong', say(name)), h('div', { class: 'faint small' }, id)],
    },
    { label: t('catalogue.department'), cell: ({ department }) => term('competence', department) },
    { label: t('catalogue.kind'), cell: ({ kind }) => term('kind', kind) },
    { label: t('catalogue.protocols'), cell: ({ protocols }) => protocols.join(', ') },
    {
      label: t('catalogue.sensitivity'),
      cell: ({ sensitivity }) =>
        h('span', { class: ['pill', { bad: sensitivity === 'personal' }] }, term('sensitivity', sensitivity)),
    },
    { label: t('catalogue.count'), cell: ({ count }) => numbers.format(count), numeric: true },
    { label: t('catalogue.last'), cell: ({ lastReceivedAt }) => at(lastReceivedAt, 'full') },
  ];
}

/** What data comes in, from whom, how, and how much of it so far. */
export const CatalogueView = {
  setup() {
    const { state, reload } = useLoad(api.catalogue);
    reload();
    return () =>
      h('div', { class: 'page' }, [
        h('div', { class: 'row page-head' }, [
          h('h1', { tabindex: -1 }, t('catalogue.title')),
          h('button', { type: 'button', class: 'button end', onClick: reload }, t('common.refresh')),
        ]),
        state.problem === null ? null : problemBox(state.problem, reload),
        state.data === null && state.loading ? h('p', { class: 'faint', role: 'status' }, t('common.loading')) : null,
        state.data === null ? null : dataTable(columns(), state.data.items, { key: ({ id }) => id }),
      ]);
  },
};
