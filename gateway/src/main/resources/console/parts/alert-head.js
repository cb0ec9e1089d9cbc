import { h } from '../vendor.js';
import { roadOf } from '../domain/alerts.js';
import { partsOf } from '../domain/subjects.js';
import { at } from '../domain/time.js';
import { say, t, term } from '../i18n/index.js';
import { modelName, nameOf, subjectName } from '../state/registry.js';
import { factList } from './fact-list.js';
import { levelMark } from './level-mark.js';

function road(alert) {
  const states = roadOf(alert);
  const here = states.indexOf(alert.state);
  const steps = states.map((state, index) =>
    h(
      'li',
      {
        class: index < here ? 'passed' : index === here ? 'here' : 'ahead',
        'aria-current': index === here ? 'step' : undefined,
      },
      [term('state', state)],
    ),
  );
  const where = t('alert.step', { step: here + 1, steps: states.length });
  return h('div', { class: 'road' }, [
    h('p', { class: 'road-where' }, [h('strong', term('state', alert.state)), ` · ${where}`]),
    h('ol', { 'aria-label': t('alert.road') }, steps),
  ]);
}

function subjectText(subject) {
  return `${term('subject', partsOf(subject).type)} ${subjectName(subject)}`;
}

function facts(alert) {
  return factList([
    [t('alert.model'), modelName(alert.model)],
    [t('alert.mentions'), alert.mentions.map(subjectText).join(t('common.comma'))],
    [t('alert.firstSeen'), at(alert.firstSeenAt, 'full')],
    [t('alert.lastSeen'), at(alert.lastSeenAt, 'full')],
    [t('alert.raised'), at(alert.raisedAt, 'full')],
    [t('alert.division'), alert.division && nameOf('district', alert.division)],
    [t('alert.tonnes'), alert.tonnes === undefined ? null : t('alert.tonnesValue', { tonnes: alert.tonnes })],
    [t('alert.score'), `${alert.score} / 100`],
    [t('alert.detections'), String(alert.detections)],
  ]);
}

/** What an alert is, in one look: level, subject, sentence, how far it has come. */
export function alertHead(alert) {
  return h('header', { class: ['alert-head', 'card', `edge-${alert.level}`] }, [
    h('a', { href: '#/live', class: 'back' }, `← ${t('alert.backToList')}`),
    h('div', { class: 'row alert-title' }, [
      levelMark(alert.level),
      h('h1', { tabindex: -1 }, subjectText(alert.subject)),
      h('span', { class: ['pill', `condition-${alert.condition}`] }, term('condition', alert.condition)),
      h('code', { class: 'faint small end', title: alert.id }, alert.id.slice(0, 8)),
    ]),
    h('p', { class: 'sentence' }, say(alert.text)),
    road(alert),
    facts(alert),
  ]);
}
