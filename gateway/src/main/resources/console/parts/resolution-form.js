import { h, reactive } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { t } from '../i18n/index.js';
import { labelled, newFieldId } from './fields.js';
import { problemBox } from './problem-box.js';

/** A person's finding about a message whose operator never answered. */
export const ResolutionForm = {
  props: { delivery: { type: Object, required: true } },
  emits: ['done', 'cancel'],
  setup(props, { emit }) {
    const id = newFieldId();
    const state = reactive({ arrived: null, reason: '', sending: false, problem: null });
    async function submit(event) {
      event.preventDefault();
      Object.assign(state, { sending: true, problem: null });
      try {
        await api.resolveDelivery(props.delivery.id, { arrived: state.arrived, reason: state.reason });
        emit('done');
      } catch (problem) {
        state.problem = problem;
      } finally {
        state.sending = false;
      }
    }
    const finding = (arrived, word) =>
      h('label', { class: 'radio' }, [
        h('input', {
          type: 'radio',
          name: id,
          required: true,
          checked: state.arrived === arrived,
          onChange: () => (state.arrived = arrived),
        }),
        word,
      ]);
    const remark = () =>
      h('input', {
        id,
        type: 'text',
        required: true,
        maxlength: 1000,
        value: state.reason,
        onInput: (event) => (state.reason = event.target.value),
      });
    return () =>
      h('form', { class: 'command-form', onSubmit: submit }, [
        h('p', t('deliveries.resolveHint')),
        h('div', { class: 'row' }, [
          finding(true, t('deliveries.arrived')),
          finding(false, t('deliveries.notArrived')),
        ]),
        labelled(id, t('deliveries.how'), remark()),
        state.problem === null ? null : problemBox(state.problem),
        h('div', { class: 'row' }, [
          h('button', { type: 'submit', class: 'button primary', disabled: state.sending }, t('form.submit')),
          h('button', { type: 'button', class: 'button quiet', onClick: () => emit('cancel') }, t('common.cancel')),
        ]),
      ]);
  },
};
