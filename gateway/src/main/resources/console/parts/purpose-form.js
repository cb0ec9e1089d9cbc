import { h, reactive, watch } from '../vendor.js';
import { PURPOSES } from '../domain/purpose.js';
import { t, term } from '../i18n/index.js';
import { choice, labelled, newFieldId } from './fields.js';

/** What for a person's record is wanted. The alert on the screen is the reference of dealing with it. */
export const PurposeForm = {
  props: { alertId: { type: String, required: true }, sending: { type: Boolean, required: true } },
  emits: ['submit'],
  setup(props, { emit }) {
    const ids = { purpose: newFieldId(), reference: newFieldId(), reason: newFieldId() };
    const stated = reactive({ purpose: PURPOSES[0], reference: props.alertId, reason: '' });
    watch(
      () => stated.purpose,
      (purpose) => (stated.reference = purpose === PURPOSES[0] ? props.alertId : ''),
    );
    function submit(event) {
      event.preventDefault();
      emit('submit', { ...stated });
    }
    const text = (name, maxlength) =>
      h('input', {
        id: ids[name],
        type: 'text',
        required: true,
        maxlength,
        pattern: '.*\\S.*',
        value: stated[name],
        onInput: (event) => (stated[name] = event.target.value),
      });
    return () =>
      h('form', { class: 'command-form purpose-form', onSubmit: submit }, [
        h('p', t('purpose.hint')),
        labelled(
          ids.purpose,
          t('purpose.purpose'),
          choice(
            ids.purpose,
            stated.purpose,
            PURPOSES.map((name) => [name, term('accessPurpose', name)]),
            (name) => (stated.purpose = name),
          ),
        ),
        labelled(ids.reference, t('purpose.reference'), text('reference', 64)),
        labelled(ids.reason, t('purpose.reason'), text('reason', 200)),
        h('div', { class: 'row' }, [
          h('button', { type: 'submit', class: 'button primary', disabled: props.sending }, t('bundle.get')),
        ]),
      ]);
  },
};
