import { h } from '../vendor.js';
import { sourceTag } from '../parts/alert-facts.js';
import { dataTable } from '../parts/data-table.js';
import { judgingMark } from '../parts/model-table.js';
import { yamlText } from '../parts/yaml-text.js';
import { t, term } from '../i18n/index.js';

/** A value in one district or zone, or for one subject. */
function ownValue({ kind, scope, value, article }) {
  return h('div', [t(`models.scope.${kind}`), ' ', h('code', scope), `: ${value}`, article ? ` · ${term('article', article)}` : '']);
}

function parameters({ parameters: list }) {
  const columns = [
    { label: t('models.parameter'), cell: ({ name }) => h('code', name) },
    { label: t('models.value'), cell: ({ value }) => value, numeric: true },
    { label: t('models.unit'), cell: ({ unit }) => (unit ? term('unit', unit) : '') },
    { label: t('models.source'), cell: sourceTag },
    { label: t('models.overrides'), cell: ({ overrides }) => (overrides ?? []).map(ownValue) },
  ];
  return dataTable(columns, list, { key: ({ name }) => name });
}

function definition(version) {
  return h('section', { class: 'card model', key: `${version.version} ${version.state}` }, [
    h('div', [judgingMark(version)]),
    parameters(version),
    h('h3', t('models.yaml')),
    yamlText(version.source, t('models.yaml')),
  ]);
}

/** What judges of a model: its thresholds, whether each is law or the platform's own choice, and its text. */
export function modelDefinition({ model: { live, trials } }) {
  return h('div', { class: 'stack' }, [...(live === null ? [] : [live]), ...trials].map(definition));
}

modelDefinition.props = ['model', 'path', 'reload'];
