import { h } from '../vendor.js';
import { say, t, term } from '../i18n/index.js';
import { levelMark } from '../parts/level-mark.js';
import { certificationMark, ignoredText, judgingMark, precisionText } from '../parts/model-table.js';
import { problemBox } from '../parts/problem-box.js';
import { silenceTable } from '../parts/silence-table.js';
import { useLoad } from '../state/load.js';
import { loadModel } from '../state/model-life.js';
import { modelLink } from '../state/route.js';
import { may } from '../state/session.js';
import { ModelBacktest } from './model-backtest.js';
import { modelDefinition } from './model-definition.js';
import { ModelVersions } from './model-versions.js';
import { ModelWhy } from './model-why.js';

/** The sections of the page, each for those whose role may ask what it shows. */
const SECTIONS = [
  { name: 'versions', operation: 'listModelVersions', view: ModelVersions },
  { name: 'definition', operation: 'listModels', view: modelDefinition },
  { name: 'backtest', operation: 'beginBacktest', view: ModelBacktest },
  { name: 'why', operation: 'getModelExplanation', view: ModelWhy },
];

function head({ id, live, trials, any, certification, outcome }) {
  const judging = [...(live === null ? [] : [live]), ...trials];
  return h('header', { class: 'card model-head' }, [
    h('a', { class: 'back', href: '#/models' }, `← ${t('models.back')}`),
    h('div', { class: 'row' }, [
      any === null ? null : levelMark(any.level),
      h('h1', { tabindex: -1 }, any === null ? id : say(any.name)),
      h('code', { class: 'faint' }, id),
      any === null ? null : h('span', { class: 'pill' }, term('module', any.module)),
    ]),
    any === null ? h('p', { class: 'faint' }, t('models.nothingJudges')) : h('p', say(any.description)),
    h('div', { class: 'row' }, judging.map(judgingMark).concat([certificationMark(certification)])),
    outcome === null ? null : h('p', { class: 'small' }, outcomeLine(outcome)),
    silenceTable(judging),
  ]);
}

function outcomeLine(outcome) {
  const { raised, confirmed, unfounded, retracted } = outcome;
  return t('models.outcomeLine', {
    raised,
    confirmed,
    unfounded,
    retracted,
    precision: precisionText(outcome),
    ignored: ignoredText(outcome),
  });
}

function tabs(id, sections, current) {
  const links = sections.map(({ name }) =>
    h('a', { class: 'tab', href: modelLink(id, name), 'aria-current': name === current ? 'page' : undefined }, t(`model.${name}`)),
  );
  return h('nav', { class: 'tabs', 'aria-label': t('model.sections') }, links);
}

/** One model and everything that may be done about it. `path`: what follows the section in the address. */
export const ModelView = {
  props: { id: { type: String, required: true }, section: { type: String, default: null }, path: { type: Array, required: true } },
  setup(props) {
    const { state, reload } = useLoad(() => loadModel(props.id));
    reload();
    const sections = SECTIONS.filter(({ operation }) => may(operation));
    return () => {
      const section = sections.find(({ name }) => name === props.section) ?? sections[0];
      return h('div', { class: 'page model-page' }, [
        state.problem === null ? null : problemBox(state.problem, reload),
        state.data === null && state.loading ? h('p', { class: 'faint', role: 'status' }, t('common.loading')) : null,
        ...(state.data === null
          ? []
          : [head(state.data), tabs(props.id, sections, section.name), h(section.view, { key: section.name, model: state.data, path: props.path, reload })]),
      ]);
    };
  },
};
