import { h, reactive } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { factsFor } from '../domain/command-fields.js';
import { isForward, needsVersion, newCommandId, orderOf } from '../domain/commands.js';
import { t, term } from '../i18n/index.js';
import { takeIn } from '../state/alerts.js';
import { may, session } from '../state/session.js';
import { CommandForm } from './command-form.js';
import { conflictBox } from './conflict-box.js';
import { problemBox } from './problem-box.js';

function closedForm() {
  return { type: null, values: {}, key: null, sentVersion: null, sending: false, problem: null };
}

/**
 * The commands that the platform allows this caller now, each with the form that it needs.
 *
 * A form keeps its command id until the platform has answered for good, so that a repeat after a lost answer is the same command; after a refusal the next
 * submit is a new command.
 */
export const CommandPanel = {
  props: { dossier: { type: Object, required: true }, reload: { type: Function, required: true } },
  setup(props) {
    const form = reactive({ ...closedForm(), done: null });
    const toggle = (type) =>
      Object.assign(form, closedForm(), { type: form.type === type ? null : type, key: newCommandId(), done: null });

    async function submit() {
      const { type, values, key } = form;
      const { id, version } = props.dossier.alert;
      Object.assign(form, { sending: true, problem: null, sentVersion: version });
      try {
        const order = orderOf(type, values, factsFor(props.dossier, session.me), new Date().toISOString());
        const { alert } = await api.command(id, order, needsVersion(type) ? version : null, key);
        takeIn(alert);
        // First the page as it is now, then the word that it is done: never a new word beside an old state.
        await props.reload();
        Object.assign(form, closedForm(), { done: { type, version: alert.version } });
      } catch (problem) {
        await props.reload();
        Object.assign(form, { problem, sending: false, key: problem.undecided ? key : newCommandId() });
      }
    }

    const trouble = () => {
      if (form.problem === null) {
        return null;
      }
      if (form.problem.status === 412 || form.problem.status === 409) {
        return conflictBox(form.problem, props.dossier, form.sentVersion);
      }
      return h('div', [
        problemBox(form.problem),
        form.problem.undecided ? h('p', { class: 'small' }, t('form.uncertain')) : null,
      ]);
    };

    return () =>
      h('section', { class: 'card commands' }, [
        h('h2', t('alert.actions')),
        commandButtons(may('commandAlert') ? props.dossier.allowed : [], form.type, toggle),
        form.type === null
          ? null
          : formOf(form, props.dossier, { onSubmit: submit, onCancel: () => toggle(form.type) }),
        trouble(),
        h('p', { class: 'done', role: 'status' }, doneText(form.done)),
      ]);
  },
};

function formOf(form, dossier, listeners) {
  return h(CommandForm, { form, facts: factsFor(dossier, session.me), key: form.type, ...listeners });
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
