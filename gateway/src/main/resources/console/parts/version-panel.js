import { h, reactive } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { isForwardStep, stepsSince, waitsForOther } from '../domain/model-life.js';
import { at } from '../domain/time.js';
import { t, term } from '../i18n/index.js';
import { useOrder } from '../state/order.js';
import { now } from '../state/clock.js';
import { may, session } from '../state/session.js';
import { problemBox } from './problem-box.js';
import { VersionStepForm } from './version-step-form.js';
import { versionStep } from './version-history.js';
import { actorName, stageMark } from './version-table.js';

/** The next steps of a version that the platform lets this caller order, each with what it asks for. */
export const VersionPanel = {
  props: {
    version: { type: Object, required: true },
    allowed: { type: Array, required: true },
    reload: { type: Function, required: true },
  },
  setup(props) {
    const form = reactive({ action: null, sentRevision: null, done: null });
    const order = useOrder((step, key) => api.stepVersion(props.version.model, props.version.version, step, key));
    function toggle(action) {
      order.reset();
      Object.assign(form, { action: form.action === action ? null : action, done: null });
    }
    async function submit(details) {
      const { action } = form;
      form.sentRevision = props.version.revision;
      const done = await order.give({ action, expectedRevision: props.version.revision, ...details });
      // First the page as it is now, then the word that it is done: never a new word beside an old state.
      await props.reload();
      if (done) {
        Object.assign(form, { action: null, done: action });
      }
    }
    return () =>
      h('section', { class: 'card commands' }, [
        h('h2', t('versions.steps', props.version)),
        situation(props.version),
        stepButtons(may('commandModelVersion') ? props.allowed : [], form.action, toggle),
        form.action === null
          ? null
          : h(VersionStepForm, {
              key: form.action,
              action: form.action,
              sending: order.state.sending,
              onSubmit: submit,
              onCancel: () => toggle(form.action),
            }),
        trouble(order.state.problem, props, form.sentRevision),
        h('p', { class: 'done', role: 'status' }, doneText(form.done, order.state.answer, props.version)),
      ]);
  },
};

/** Where the version is, and what it waits for. */
function situation(version) {
  const { stage, effectiveAt, asked } = version;
  const ahead = effectiveAt && Date.parse(effectiveAt) > now.value;
  return h('div', { class: 'stack small' }, [
    h('div', { class: 'row' }, [stageMark(stage), ahead ? t('versions.from', { time: at(effectiveAt, 'second') }) : null]),
    waitsForOther(version, session.me.user) ? h('p', { class: 'notice' }, t('versions.fourEyes')) : null,
    asked
      ? h('p', { class: 'notice' }, [
          t(asked.user === session.me.user ? 'versions.askedByYou' : 'versions.askedBy', {
            user: actorName(asked.user),
            time: at(asked.at),
          }),
          asked.reason ? ` ${asked.reason}` : '',
        ])
      : null,
  ]);
}

function stepButtons(allowed, chosen, toggle) {
  if (allowed.length === 0) {
    return h('p', { class: 'faint' }, t('versions.noSteps'));
  }
  const button = (action) =>
    h(
      'button',
      {
        type: 'button',
        class: ['button', { primary: isForwardStep(action) }],
        'data-command': action,
        'aria-expanded': chosen === action,
        onClick: () => toggle(action),
      },
      term('versionAction', action),
    );
  const forwardFirst = [...allowed.filter(isForwardStep), ...allowed.filter((action) => !isForwardStep(action))];
  return h('div', { class: 'row command-buttons' }, forwardFirst.map(button));
}

function trouble(problem, { version, allowed }, sentRevision) {
  if (problem === null) {
    return null;
  }
  if (problem.status === 412 || problem.status === 409) {
    return conflict(problem, version, allowed, sentRevision);
  }
  return h('div', [problemBox(problem), problem.undecided ? h('p', { class: 'small' }, t('form.uncertain')) : null]);
}

/** Why a step was refused as a conflict (412: the revision, 409: the stage or another version), told as what changed since the person looked. */
function conflict(problem, version, allowed, sentRevision) {
  const stale = problem.status === 412;
  const since = stepsSince(version, sentRevision);
  return h('div', { class: 'problem', role: 'alert' }, [
    h('strong', t(stale ? 'versions.stale' : 'versions.conflict')),
    problem.detail === null ? null : h('p', { class: 'small' }, problem.detail),
    since.length === 0 ? null : h('ol', { class: 'timeline' }, since.map(versionStep)),
    h('p', t('conflict.allowed', { commands: allowed.map((action) => term('versionAction', action)).join(t('common.comma')) || t('common.none') })),
    stale ? h('p', t('conflict.again')) : null,
  ]);
}

/**
 * A step that was ordered may have come to less than was ordered: cases that differ, a retirement that is only asked for. The word ends with the next
 * change: a gate's verdict comes later.
 */
function doneText(action, answer, version) {
  return action === null || answer === null || answer.revision !== version.revision
    ? ''
    : t('versions.done', { action: term('versionAction', action), stage: term('stage', answer.stage) });
}
