import { h, nextTick, reactive, ref } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { idIn, lineSpan, unixLines } from '../domain/model-life.js';
import { t } from '../i18n/index.js';
import { labelled, newFieldId } from './fields.js';
import { problemBox } from './problem-box.js';

const LONGEST = { text: 100_000, cases: 400_000 };

/** Writes a version down: its text and its table of cases, pasted or from files. Problems are told by line and column, and lead there. */
export const DraftForm = {
  props: {
    /** Id of the model; without one the text says it. */
    model: { type: String, default: null },
    text: { type: String, default: '' },
    cases: { type: String, default: '' },
  },
  emits: ['done', 'cancel'],
  setup(props, { emit }) {
    const form = reactive({ text: props.text, cases: props.cases, sending: false, problem: null });
    const ids = { text: newFieldId(), cases: newFieldId() };
    const element = ref(null);
    async function submit(event) {
      event.preventDefault();
      Object.assign(form, { sending: true, problem: null });
      try {
        // A text that names no model is still the platform's to refuse, with line and column.
        const model = props.model ?? idIn(form.text) ?? 'unnamed';
        emit('done', await api.proposeVersion(model, { text: form.text, cases: form.cases }));
      } catch (problem) {
        form.problem = problem;
        await nextTick();
        element.value.querySelector('.problem')?.scrollIntoView({ block: 'nearest' });
      } finally {
        form.sending = false;
      }
    }
    function lead({ model, line }) {
      const name = model === 'cases' ? 'cases' : 'text';
      const area = document.getElementById(ids[name]);
      const { start, end } = lineSpan(form[name], line);
      area.focus();
      area.setSelectionRange(start, end);
      area.scrollTop = (area.scrollHeight / form[name].split('\n').length) * Math.max(0, line - 4);
    }
    const area = (name) =>
      h('textarea', {
        id: ids[name],
        class: 'yaml-input',
        rows: 14,
        wrap: 'off',
        spellcheck: false,
        required: true,
        maxlength: LONGEST[name],
        value: form[name],
        onInput: (event) => (form[name] = event.target.value),
      });
    const column = (name) =>
      h('div', { class: 'draft-column' }, [
        labelled(ids[name], t(`draft.${name}`), area(name)),
        fileField(t('draft.file', { what: t(`draft.${name}`) }), async (file) => (form[name] = unixLines(await file.text()))),
      ]);
    return () =>
      h('form', { ref: element, class: 'card draft-form', 'aria-label': t('draft.title'), onSubmit: submit }, [
        h('h2', t('draft.title')),
        h('p', { class: 'faint small' }, t('draft.hint')),
        h('div', { class: 'draft-columns' }, [column('text'), column('cases')]),
        form.problem === null ? null : trouble(form.problem, lead),
        h('div', { class: 'row' }, [
          h('button', { type: 'submit', class: 'button primary', disabled: form.sending }, t(form.sending ? 'form.sending' : 'draft.submit')),
          h('button', { type: 'button', class: 'button quiet', onClick: () => emit('cancel') }, t('common.cancel')),
        ]),
      ]);
  },
};

function fileField(label, take) {
  return h('input', {
    type: 'file',
    accept: '.yaml,.yml',
    'aria-label': label,
    onChange: (event) => event.target.files.length > 0 && take(event.target.files[0]),
  });
}

/** Every place that is wrong, each a way to its line; without places the problem as it is. */
function trouble(problem, lead) {
  const places = problem.members?.problems ?? [];
  if (places.length === 0) {
    return problemBox(problem);
  }
  const place = (one) =>
    h('li', [
      h(
        'button',
        { type: 'button', class: 'button quiet place', onClick: () => lead(one) },
        t('draft.place', { what: t(one.model === 'cases' ? 'draft.cases' : 'draft.text'), line: one.line, column: one.column }),
      ),
      ' ',
      h('span', one.what),
    ]);
  return h('div', { class: 'problem', role: 'alert' }, [h('strong', t('draft.problems', { count: places.length })), h('ol', places.map(place))]);
}
