import { h, nextTick, onMounted, reactive, ref } from '../vendor.js';
import { fieldsFor } from '../domain/command-fields.js';
import { t, term } from '../i18n/index.js';
import { nameOf, registry } from '../state/registry.js';
import { choice, labelled, newFieldId } from './fields.js';
import { LocationField } from './location-field.js';

const MAX_REMARK = 1000;

function textControl(id, field, values) {
  return h('textarea', {
    id,
    rows: 2,
    maxlength: MAX_REMARK,
    required: field.required,
    value: values[field.name] ?? '',
    onInput: (event) => (values[field.name] = event.target.value.trim() === '' ? undefined : event.target.value),
  });
}

function numberControl(id, field, values) {
  return h('input', {
    id,
    type: 'number',
    min: 0,
    step: 'any',
    inputmode: 'decimal',
    required: field.required,
    value: values[field.name] ?? '',
    onInput: (event) => (values[field.name] = event.target.value === '' ? undefined : event.target.valueAsNumber),
  });
}

function choiceControl(id, field, values, words) {
  const options = [['', t('common.choose')], ...words];
  return choice(id, values[field.name] ?? '', options, (value) => (values[field.name] = value), {
    required: field.required,
  });
}

const departmentWord = (id) => [id, nameOf('department', id)];

const CONTROLS = {
  text: textControl,
  number: numberControl,
  choice: (id, field, values) =>
    choiceControl(
      id,
      field,
      values,
      field.options.map((option) => [option, term(field.name, option)]),
    ),
  member: (id, field, values, { departments }) => choiceControl(id, field, values, departments.map(departmentWord)),
  department: (id, field, values, { lead }) =>
    choiceControl(id, field, values, [...registry.department.keys()].filter((key) => key !== lead).map(departmentWord)),
  location: (id, field, values) =>
    h(LocationField, { id, value: values[field.name], onChange: (place) => (values[field.name] = place) }),
};

/** The form of one command: the fields that it asks for, as far as what was entered makes them necessary. */
export const CommandForm = {
  props: { form: { type: Object, required: true }, facts: { type: Object, required: true } },
  emits: ['submit', 'cancel'],
  setup(props, { emit }) {
    const element = ref(null);
    const ids = reactive({});
    const idOf = (name) => (ids[name] ??= newFieldId());
    onMounted(() => nextTick(() => element.value.querySelector('select, textarea, input, button').focus()));
    function submit(event) {
      event.preventDefault();
      emit('submit');
    }
    return () => {
      const { type, values, sending } = props.form;
      const fields = fieldsFor(type, values, props.facts).map((field) => {
        const id = idOf(field.name);
        return labelled(id, t(`form.${field.label}`), CONTROLS[field.kind](id, field, values, props.facts), field);
      });
      return h('form', { ref: element, class: 'command-form', 'aria-label': term('command', type), onSubmit: submit }, [
        ...fields,
        h('div', { class: 'row' }, [
          h(
            'button',
            { type: 'submit', class: 'button primary', disabled: sending },
            t(sending ? 'form.sending' : 'form.submit'),
          ),
          h('button', { type: 'button', class: 'button quiet', onClick: () => emit('cancel') }, t('common.cancel')),
        ]),
      ]);
    };
  },
};
