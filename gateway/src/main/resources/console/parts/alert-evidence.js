import { h } from '../vendor.js';
import { factsOf } from '../domain/evidence.js';
import { at } from '../domain/time.js';
import { t, term } from '../i18n/index.js';
import { nameOf } from '../state/registry.js';

const FIRMS = new Set(['generator', 'carrier', 'receiver', 'enterprise']);

function unitOf(path) {
  const unit = term('factUnit', path);
  return unit === path ? '' : ` ${unit}`;
}

function factText([path, text]) {
  const value = FIRMS.has(path) ? nameOf('enterprise', text) : `${term('value', text)}${unitOf(path)}`;
  return h('span', { class: 'fact' }, [h('span', { class: 'faint' }, `${term('fact', path)} `), value]);
}

function row(evidence, index) {
  return h('li', { key: evidence.observation }, [
    h('span', { class: 'number' }, String(index + 1)),
    h('div', [
      h('div', { class: 'row' }, [
        h('strong', term('kind', evidence.kind)),
        h('time', { class: 'faint', datetime: evidence.observedAt }, at(evidence.observedAt, 'full')),
      ]),
      h('p', { class: 'fact-line small' }, factsOf(evidence.content).map(factText)),
    ]),
  ]);
}

/** The observations that an alert rests on, numbered as on the map. */
export function alertEvidence(evidence) {
  return h('section', { class: 'card' }, [
    h('h2', t('alert.evidence')),
    evidence.length === 0
      ? h('p', { class: 'faint' }, t('alert.noEvidence'))
      : h('ol', { class: 'evidence' }, evidence.map(row)),
  ]);
}
