import { h } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { sourceTag } from '../parts/alert-facts.js';
import { dataTable } from '../parts/data-table.js';
import { levelMark } from '../parts/level-mark.js';
import { problemBox } from '../parts/problem-box.js';
import { say, t, term } from '../i18n/index.js';
import { useLoad } from '../state/load.js';

function parameters(model) {
  const columns = [
    { label: t('models.parameter'), cell: ({ name }) => h('code', name) },
    { label: t('models.value'), cell: ({ value }) => value, numeric: true },
    { label: t('models.unit'), cell: ({ unit }) => (unit ? term('unit', unit) : '') },
    { label: t('models.source'), cell: sourceTag },
  ];
  return dataTable(columns, model.parameters, { key: ({ name }) => name });
}

function modelCard(model) {
  return h('article', { class: ['card', 'model'], key: model.id }, [
    h('div', { class: 'row' }, [
      levelMark(model.level),
      h('h2', say(model.name)),
      h('code', { class: 'faint' }, model.id),
      h('span', { class: 'end row' }, [
        h('span', { class: 'pill' }, term('module', model.module)),
        h('span', { class: 'pill good' }, term('modelState', model.state)),
        h('span', { class: 'faint small' }, t('models.version', { version: model.version })),
      ]),
    ]),
    h('p', say(model.description)),
    parameters(model),
    h('details', [h('summary', t('models.yaml')), h('pre', model.source)]),
  ]);
}

/** The detection models with their thresholds, and whether each is law or the platform's own choice. */
export const ModelsView = {
  setup() {
    const { state, reload } = useLoad(api.models);
    reload();
    return () =>
      h('div', { class: 'page' }, [
        h('h1', { tabindex: -1 }, t('models.title')),
        state.problem === null ? null : problemBox(state.problem, reload),
        state.data === null && state.loading ? h('p', { class: 'faint', role: 'status' }, t('common.loading')) : null,
        (state.data?.items ?? []).map(modelCard),
      ]);
  },
};
