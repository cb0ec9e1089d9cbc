import { h, watch } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { versionsOf } from '../domain/backtest.js';
import { at } from '../domain/time.js';
import { t, term } from '../i18n/index.js';
import { usePages } from '../state/load.js';
import { modelLink } from '../state/route.js';
import { BACKTEST_MOODS } from './backtest-job.js';
import { dataTable, listFoot } from './data-table.js';
import { actorName } from './version-table.js';

function playedText(list, model) {
  const versions = versionsOf(list, model);
  return versions.length === 0 ? '–' : versions.map((version) => t('models.version', { version })).join(t('common.comma'));
}

function columns(model) {
  return [
    { label: t('backtests.ordered'), cell: ({ id, orderedAt }) => h('a', { href: modelLink(model, 'backtest', id) }, at(orderedAt, 'full')) },
    { label: t('backtests.by'), cell: ({ orderedBy }) => actorName(orderedBy) },
    { label: t('backtest.tried'), cell: ({ versions }) => playedText(versions, model) },
    { label: t('backtest.against'), cell: ({ against }) => playedText(against, model) },
    { label: t('backtests.period'), cell: ({ from, until }) => t('backtests.span', { from: at(from), until: at(until) }) },
    {
      label: t('backtests.state'),
      cell: ({ state, progress }) => [
        h('span', { class: ['pill', BACKTEST_MOODS[state]] }, term('backtestState', state)),
        state === 'running' ? ` ${Math.floor(progress * 100)} %` : null,
      ],
    },
    { label: t('backtests.ended'), cell: ({ endedAt }) => at(endedAt, 'full') },
  ];
}

/** The backtests that tell about a model, as far as the caller may see them. */
export const BacktestList = {
  props: { model: { type: String, required: true }, shown: { type: String, default: null } },
  setup(props) {
    const pages = usePages((after) => api.backtests({ model: props.model, after, limit: 20 }));
    watch(() => [props.model, props.shown], pages.reload, { immediate: true });
    return () =>
      h('section', { class: 'card backtests' }, [
        h('div', { class: 'row' }, [
          h('h2', t('backtests.title')),
          h('button', { type: 'button', class: 'button end', onClick: pages.reload }, t('common.refresh')),
        ]),
        pages.state.items.length === 0 ? null : dataTable(columns(props.model), pages.state.items, { key: ({ id }) => id }),
        listFoot(pages, t('backtests.empty')),
      ]);
  },
};
