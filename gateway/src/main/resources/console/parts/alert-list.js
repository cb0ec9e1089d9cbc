import { h } from '../vendor.js';
import { LEVELS, ORDERS } from '../domain/alerts.js';
import { t } from '../i18n/index.js';
import { countByLevel, filters, listed, moreAlerts, overdueCount, paging, reloadAlerts } from '../state/alerts.js';
import { modelName, models } from '../state/registry.js';
import { AlertRow } from './alert-row.js';
import { choice, newFieldId } from './fields.js';
import { levelMark } from './level-mark.js';
import { problemBox } from './problem-box.js';

function levelToggle(level) {
  const pressed = filters.levels[level];
  return h(
    'button',
    { type: 'button', class: 'toggle', 'aria-pressed': pressed, onClick: () => (filters.levels[level] = !pressed) },
    [levelMark(level), h('span', { class: 'count' }, countByLevel.value[level])],
  );
}

function filterBar(ids) {
  const stages = ['open', 'closed', 'all'].map((stage) => [stage, t(`list.${stage}`)]);
  const orders = Object.keys(ORDERS).map((order) => [order, t(`list.${order}`)]);
  const modelChoices = [['', t('list.allModels')], ...[...models.keys()].map((id) => [id, modelName(id)])];
  return h('div', { class: 'filters', role: 'search' }, [
    h('div', { class: 'row' }, LEVELS.map(levelToggle)),
    h('div', { class: 'row' }, [
      h('label', { for: ids.stage, class: 'only-read' }, t('list.state')),
      choice(ids.stage, filters.stage, stages, (stage) => (filters.stage = stage)),
      h('label', { for: ids.model, class: 'only-read' }, t('list.model')),
      choice(ids.model, filters.model, modelChoices, (model) => (filters.model = model), { class: 'grow' }),
      h('label', { for: ids.order, class: 'only-read' }, t('list.order')),
      choice(ids.order, filters.order, orders, (order) => (filters.order = order)),
    ]),
    h('label', { for: ids.text, class: 'only-read' }, t('list.text')),
    h('input', {
      id: ids.text,
      type: 'search',
      placeholder: t('list.text'),
      value: filters.text,
      onInput: (event) => (filters.text = event.target.value),
    }),
  ]);
}

function summary() {
  return h('div', { class: 'list-summary' }, [
    h('span', { role: 'status' }, t('list.count', { count: listed.value.length })),
    h('label', { class: ['overdue-filter', { some: overdueCount.value > 0 }] }, [
      h('input', {
        type: 'checkbox',
        checked: filters.overdueOnly,
        onChange: (event) => (filters.overdueOnly = event.target.checked),
      }),
      `${t('list.overdueOnly')} · ${t('list.overdue', { count: overdueCount.value })}`,
    ]),
  ]);
}

function foot() {
  if (paging.problem !== null) {
    return problemBox(paging.problem, reloadAlerts);
  }
  if (paging.loading) {
    return h('p', { class: 'faint foot', role: 'status' }, t('common.loading'));
  }
  if (paging.next) {
    return h('button', { type: 'button', class: 'button foot', onClick: moreAlerts }, t('common.more'));
  }
  return listed.value.length === 0 ? h('p', { class: 'faint foot' }, t('list.empty')) : null;
}

/** The alerts by colour, with filters and running clocks. */
export const AlertList = {
  setup() {
    const ids = { stage: newFieldId(), model: newFieldId(), order: newFieldId(), text: newFieldId() };
    return () =>
      h('section', { class: 'alert-list', 'aria-label': t('list.title') }, [
        filterBar(ids),
        summary(),
        h('div', { class: 'alert-scroll' }, [
          h(
            'ul',
            { class: 'alert-rows' },
            listed.value.map((alert) => h(AlertRow, { alert, key: alert.id })),
          ),
          foot(),
        ]),
      ]);
  },
};
