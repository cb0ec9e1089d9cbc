import { h, reactive } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { awaitsAgreement } from '../domain/model-life.js';
import { at, instantOf } from '../domain/time.js';
import { t } from '../i18n/index.js';
import { now } from '../state/clock.js';
import { useOrder } from '../state/order.js';
import { may, session } from '../state/session.js';
import { factList } from './fact-list.js';
import { labelled, newFieldId } from './fields.js';
import { certificationMark } from './model-table.js';
import { problemBox } from './problem-box.js';
import { actorName } from './version-table.js';

const dateOf = (instant) => at(instant, 'full').slice(0, 10);

/** Until when the live version is certified, and the way to a new date: one person asks, another agrees. */
export const CertificationCard = {
  props: { certification: { type: Object, required: true }, reload: { type: Function, required: true } },
  setup(props) {
    const entered = reactive({ date: '', reason: '' });
    const ids = { date: newFieldId(), reason: newFieldId() };
    const order = useOrder((date, key) =>
      api.certifyVersion(props.certification.model, props.certification.version, date, key),
    );
    const agrees = () => awaitsAgreement(props.certification, session.me.user, now.value);
    async function submit(event) {
      event.preventDefault();
      const until = agrees() ? null : instantOf(entered.date);
      const reason = entered.reason.trim();
      const done = await order.give({
        expectedRevision: props.certification.revision,
        ...(until === null ? {} : { until }),
        ...(reason === '' ? {} : { reason }),
      });
      await props.reload();
      if (done) {
        Object.assign(entered, { date: '', reason: '' });
      }
    }
    const field = (name, type, attributes = {}) =>
      labelled(
        ids[name],
        t(`certification.${name}`),
        h('input', { id: ids[name], type, value: entered[name], onInput: (event) => (entered[name] = event.target.value), ...attributes }),
        { required: false },
      );
    const form = () =>
      h('form', { class: 'certify-form', onSubmit: submit }, [
        agrees() ? null : field('date', 'date'),
        field('reason', 'text', { maxlength: 500 }),
        h('div', { class: 'row' }, [
          h('button', { type: 'submit', class: 'button primary', disabled: order.state.sending }, t(agrees() ? 'certification.agree' : 'certification.ask')),
        ]),
      ]);
    return () =>
      h('section', { class: 'card' }, [
        h('h2', t('certification.title', props.certification)),
        certificationMark(props.certification),
        facts(props.certification),
        may('certifyModelVersion') ? h('details', { open: agrees() }, [h('summary', t('certification.anew')), form()]) : null,
        order.state.problem === null ? null : problemBox(order.state.problem),
        h('p', { class: 'done', role: 'status' }, doneText(order.state.answer)),
      ]);
  },
};

function facts({ asked, steps }) {
  const agreed = steps.findLast((step) => step.agreed);
  return factList([
    [t('certification.given'), agreed ? `${at(agreed.at)} ${actorName(agreed.user)}` : null],
    [t('certification.asked'), asked ? t('certification.askedBy', { user: actorName(asked.user), date: dateOf(asked.until) }) : null],
    [t('form.reason'), asked?.reason],
  ]);
}

function doneText(answer) {
  if (answer === null) {
    return '';
  }
  return answer.asked ? t('certification.waits') : t('certification.agreed', { date: dateOf(answer.until) });
}
