import { h, nextTick, onMounted, reactive, ref } from '../vendor.js';
import { t, term } from '../i18n/index.js';
import { registry } from '../state/registry.js';
import { labelled, newFieldId } from './fields.js';
import { districtName } from './load-table.js';

const MAX_REASON = 500;
const CODE = /[0-9]{2,12}/g;

/** What a step asks for: a canary its districts, each a reason. Submits `{districts?, reason?}`. */
export const VersionStepForm = {
  props: { action: { type: String, required: true }, sending: { type: Boolean, required: true } },
  emits: ['submit', 'cancel'],
  setup(props, { emit }) {
    const element = ref(null);
    const entered = reactive({ districts: [], codes: '', reason: '' });
    const ids = { codes: newFieldId(), reason: newFieldId() };
    onMounted(() => nextTick(() => element.value.querySelector('input, textarea, button').focus()));
    const isCanary = () => props.action === 'canary';
    const chosen = () => [...new Set([...entered.districts, ...(entered.codes.match(CODE) ?? [])])];
    function submit(event) {
      event.preventDefault();
      const reason = entered.reason.trim();
      emit('submit', { ...(isCanary() ? { districts: chosen() } : {}), ...(reason === '' ? {} : { reason }) });
    }
    return () =>
      h('form', { ref: element, class: 'command-form', 'aria-label': term('versionAction', props.action), onSubmit: submit }, [
        h('p', { class: 'small' }, t(`stepHint.${props.action}`)),
        isCanary() ? districtFields(entered, ids.codes) : null,
        labelled(
          ids.reason,
          t('form.reason'),
          h('textarea', {
            id: ids.reason,
            rows: 2,
            maxlength: MAX_REASON,
            value: entered.reason,
            onInput: (event) => (entered.reason = event.target.value),
          }),
          { required: false },
        ),
        h('div', { class: 'row' }, [
          h(
            'button',
            { type: 'submit', class: 'button primary', disabled: props.sending || (isCanary() && chosen().length === 0) },
            t(props.sending ? 'form.sending' : 'form.submit'),
          ),
          h('button', { type: 'button', class: 'button quiet', onClick: () => emit('cancel') }, t('common.cancel')),
        ]),
      ]);
  },
};

/** The registry's districts to choose from, and a field for codes that it does not hold. */
function districtFields(entered, id) {
  const known = [...registry.district.keys()].sort();
  const box = (code) =>
    h('label', { class: 'radio' }, [
      h('input', {
        type: 'checkbox',
        value: code,
        checked: entered.districts.includes(code),
        onChange: (event) =>
          (entered.districts = event.target.checked
            ? [...entered.districts, code]
            : entered.districts.filter((other) => other !== code)),
      }),
      `${districtName(code)} ${code}`,
    ]);
  return h('fieldset', { class: 'districts' }, [
    h('legend', t('versions.districts')),
    h('div', { class: 'district-list' }, known.map(box)),
    labelled(
      id,
      t('versions.codes'),
      h('input', {
        id,
        type: 'text',
        inputmode: 'numeric',
        maxlength: 400,
        value: entered.codes,
        onInput: (event) => (entered.codes = event.target.value),
      }),
      { required: false },
    ),
  ]);
}
