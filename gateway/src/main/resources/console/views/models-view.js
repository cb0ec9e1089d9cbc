import { h, reactive, ref } from '../vendor.js';
import { standing } from '../domain/model-life.js';
import { say, t } from '../i18n/index.js';
import { draftButton } from '../parts/draft-button.js';
import { DraftForm } from '../parts/draft-form.js';
import { newFieldId } from '../parts/fields.js';
import { heldTable } from '../parts/held-table.js';
import { latenessTable } from '../parts/lateness-table.js';
import { modelTable } from '../parts/model-table.js';
import { problemBox } from '../parts/problem-box.js';
import { now } from '../state/clock.js';
import { useLoad } from '../state/load.js';
import { loadModelsPage } from '../state/model-life.js';
import { go, modelLink } from '../state/route.js';
import { may } from '../state/session.js';

const isOverdue = ({ certification }) => certification !== null && standing(certification, now.value) === 'overdue';

function shown({ text, trialsOnly, overdueOnly }, items) {
  const wanted = text.trim().toLowerCase();
  return items
    .filter(({ id, any }) => wanted === '' || `${id}\n${say(any.name)}`.toLowerCase().includes(wanted))
    .filter(({ trials }) => !trialsOnly || trials.length > 0)
    .filter((model) => !overdueOnly || isOverdue(model));
}

function check(filter, name, count) {
  return h('label', { class: 'radio' }, [
    h('input', { type: 'checkbox', checked: filter[name], onChange: (event) => (filter[name] = event.target.checked) }),
    t(`models.${name}`, { count }),
  ]);
}

/** The detection models: what judges, what is on trial, how right each is, and what is due. */
export const ModelsView = {
  setup() {
    const { state, reload } = useLoad(loadModelsPage);
    const filter = reactive({ text: '', trialsOnly: false, overdueOnly: false });
    const drafting = ref(false);
    const id = newFieldId();
    reload();
    const search = () =>
      h('input', {
        id,
        type: 'search',
        'aria-label': t('models.find'),
        placeholder: t('models.find'),
        value: filter.text,
        onInput: (event) => (filter.text = event.target.value),
      });
    const head = () =>
      h('div', { class: 'row page-head' }, [
        h('h1', { tabindex: -1 }, t('models.title')),
        h('span', { class: 'end row' }, [
          draftButton(drafting),
          h('button', { type: 'button', class: 'button', onClick: reload }, t('common.refresh')),
        ]),
      ]);
    const draft = () =>
      h(DraftForm, {
        onDone: ({ model, version }) => go(modelLink(model, 'versions', String(version))),
        onCancel: () => (drafting.value = false),
      });
    const list = ({ items, held, late }) => {
      const found = shown(filter, items);
      return [
        h('div', { class: 'row' }, [
          search(),
          check(filter, 'trialsOnly', items.filter(({ trials }) => trials.length > 0).length),
          may('listCertifications') ? check(filter, 'overdueOnly', items.filter(isOverdue).length) : null,
        ]),
        found.length === 0 ? h('p', { class: 'faint foot' }, t('models.empty')) : modelTable(found),
        late === null ? null : latenessTable(late),
        held === null ? null : heldTable(held),
      ];
    };
    return () =>
      h('div', { class: 'page models' }, [
        head(),
        drafting.value ? draft() : null,
        state.problem === null ? null : problemBox(state.problem, reload),
        state.data === null && state.loading ? h('p', { class: 'faint', role: 'status' }, t('common.loading')) : null,
        ...(state.data === null ? [] : list(state.data)),
      ]);
  },
};
