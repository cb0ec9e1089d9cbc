import { h } from '../vendor.js';
import { at } from '../domain/time.js';
import { say, t, term } from '../i18n/index.js';
import { subjectName } from '../state/registry.js';
import { levelMark } from './level-mark.js';

const MOODS = { fired: 'good', 'near-miss': 'warn', undecided: 'warn' };

function holdsMark(holds) {
  const word = holds === undefined ? 'unknown' : holds ? 'yes' : 'no';
  return h('span', { class: ['pill', { yes: 'good', no: 'bad' }[word]] }, t(`why.${word}`));
}

function valuesText(values) {
  const given = Object.entries(values).map(([name, value]) => `${name} = ${value}`);
  return given.length === 0 ? null : h('span', { class: 'faint small' }, given.join(t('common.comma')));
}

/** A condition taken apart at `&&` and `||`. */
function condition({ text, holds, joint, values, parts }) {
  const line = h('div', { class: 'row' }, [holdsMark(holds), joint === 'none' ? h('code', text) : h('span', t(`why.${joint}`)), joint === 'none' ? valuesText(values) : null]);
  return h('li', [line, parts.length === 0 ? null : h('ul', parts.map(condition))]);
}

function moment({ at: when, level, score, aggravations, values, levels, missing }) {
  const worse = aggravations.map((one) => term('aggravation', one)).join(t('common.comma'));
  return h('li', { class: 'event', key: when }, [
    h('div', { class: 'event-line' }, [
      h('time', { datetime: when, title: at(when, 'full') }, at(when, 'second')),
      level ? levelMark(level) : h('strong', t('why.noLevel')),
      level && score !== undefined ? h('span', t('why.score', { score })) : null,
      worse ? h('span', worse) : null,
    ]),
    missing.length === 0
      ? null
      : h('div', [h('p', { class: 'small' }, t('why.missing', { count: missing.length })), h('ul', { class: 'conditions' }, missing.map(condition))]),
    h('details', [
      h('summary', t('why.details')),
      h('p', valuesText(values)),
      ...levels.map((one) => h('div', [levelMark(one.level), h('ul', { class: 'conditions' }, [condition(one.condition)])])),
    ]),
  ]);
}

function word({ id, change, level, episodeStart, to, text }) {
  return h('li', { key: id }, [
    h('div', { class: 'row' }, [levelMark(level), h('strong', term('change', change)), h('span', { class: 'faint' }, `${at(episodeStart, 'second')} – ${at(to, 'second')}`)]),
    h('p', say(text)),
  ]);
}

function section(title, list) {
  return list === null ? null : h('div', [h('h3', title), list]);
}

/** What a model looked at around a time, which conditions held, and what it said. @param {object} told `GET …/explanation` */
export function explanation(told) {
  const { outcome, text, subject, at: when, version, observations, from, until, moments, doubts, words } = told;
  return h('section', { class: 'card explanation' }, [
    h('div', { class: 'row' }, [
      h('span', { class: ['pill', MOODS[outcome]] }, term('explanationOutcome', outcome)),
      h('strong', `${subjectName(subject)} · ${at(when, 'full')}`),
      h('span', { class: 'faint small' }, t('models.version', { version })),
    ]),
    h('p', say(text)),
    observations === 0
      ? null
      : h('p', { class: 'faint small' }, t('why.played', { observations, from: at(from), until: at(until) })),
    section(t('why.words'), words.length === 0 ? null : h('ul', { class: 'plain words' }, words.map(word))),
    section(
      t('why.doubts'),
      doubts.length === 0 ? null : h('ul', { class: 'plain' }, doubts.map((doubt) => h('li', [h('time', at(doubt.at, 'second')), ' ', h('code', doubt.reason)]))),
    ),
    section(t('why.moments'), moments.length === 0 ? null : h('ol', { class: 'timeline' }, moments.map(moment))),
  ]);
}
