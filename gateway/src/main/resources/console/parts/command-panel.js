import { h, reactive } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { factsFor } from '../domain/command-fields.js';
import { isForward, needsVersion, orderOf } from '../domain/commands.js';
import { t, term } from '../i18n/index.js';
import { takeIn } from '../state/alerts.js';
import { useOrder } from '../state/order.js';
import { may, session } from '../state/session.js';
import { CommandForm } from './command-form.js';
import { conflictBox } from './conflict-box.js';
import { problemBox } from './problem-box.js';

function closedForm() {
  return { type: null, values: {}, sentVersion: null };
}

/** The commands that the platform allows this caller now, each with the form that it needs. */
export const CommandPanel = {
  props: { dossier: { type: Object, required: true }, reload: { type: Function, required: true } },
  setup(props) {
    const form = reactive({ ...closedForm(), done: null });
    const order = useOrder(async (command, key) => {
      const { id, version } = props.dossier.alert;
      form.sentVersion = version;
      try {
        const { alert } = await api.command(id, command, needsVersion(command.type) ? version : null, key);
        takeIn(alert);
        return alert;
      } finally {
        // First the page as it is now, then the word that it is done: never a new word beside an old state.
        await props.reload();
      }
    });
    function toggle(type) {
      order.reset();
      Object.assign(form, closedForm(), { type: form.type === type ? null : type, done: null });
    }
    async function submit() {
      const { type, values } = form;
      if (await order.give(orderOf(type, values, factsFor(props.dossier, session.me), new Date().toISOString()))) {
        Object.assign(form, closedForm(), { done: { type, version: order.state.answer.version } });
      }
    }

    return () =>
      h('section', { class: 'card commands' }, [
        h('h2', t('alert.actions')),
        commandButtons(may('commandAlert') ? props.dossier.allowed : [], form.type, toggle),
        form.type === null
          ? null
          : formOf(form, order.state.sending, props.dossier, { onSubmit: submit, onCancel: () => toggle(form.type) }),
        trouble(order.state.problem, props.dossier, form.sentVersion),
        h('p', { class: 'done', role: 'status' }, doneText(form.done)),
      ]);
  },
};

function formOf({ type, values }, sending, dossier, listeners) {
  return h(CommandForm, { form: { type, values, sending }, facts: factsFor(dossier, session.me), key: type, ...listeners });
}

function trouble(problem, dossier, sentVersion) {
  if (problem === null) {
    return null;
  }
  if (problem.status === 412 || problem.status === 409) {
    return conflictBox(problem, dossier, sentVersion);
  }
  return h('div', [problemBox(problem), problem.undecided ? h('p', { class: 'small' }, t('form.uncertain')) : null]);
}

function commandButtons(allowed, chosen, toggle) {
  if (allowed.length === 0) {
    return h('p', { class: 'faint' }, t('alert.noActions'));
  }
  const button = (type) =>
    h(
      'button',
      {
        type: 'button',
        class: ['button', { primary: isForward(type) }],
        'data-command': type,
        'aria-expanded': chosen === type,
        onClick: () => toggle(type),
      },
      term('command', type),
    );
  const forwardFirst = [...allowed.filter(isForward), ...allowed.filter((type) => !isForward(type))];
  return h('div', { class: 'row command-buttons' }, forwardFirst.map(button));
}

function doneText(done) {
  return done === null ? '' : t('form.done', { command: term('command', done.type), version: done.version });
}
