import { h } from '../vendor.js';
import { isChainUnbroken } from '../domain/alerts.js';
import { at } from '../domain/time.js';
import { say, t, term } from '../i18n/index.js';
import { nameOf } from '../state/registry.js';

const MARKED = new Set(['clock-breached', 'level-raised', 'urged', 'supervised', 'returned', 'retracted']);

function short(hash) {
  return hash.slice(0, 8);
}

function detailWords({ outcome, measure, tonnes, amountYuan, department, returnTo, location }) {
  return [
    outcome && term('outcome', outcome),
    measure && term('measure', measure),
    tonnes !== undefined && t('alert.tonnesValue', { tonnes }),
    amountYuan !== undefined && `¥${amountYuan}`,
    department && nameOf('department', department),
    returnTo && term('returnTo', returnTo),
    location && `${location.longitude.toFixed(5)}, ${location.latitude.toFixed(5)}`,
  ];
}

// The platform's sentence often says what the command said; what it says already is not said twice.
function additions(event, sentence) {
  return [event.reason, ...detailWords(event.details ?? {})]
    .filter((word) => word && !sentence.includes(word))
    .join(' · ');
}

function hashes({ hash, previousHash }) {
  const title = t('alert.hash', { hash, previous: previousHash });
  return h('code', { class: 'hash', title }, `${short(hash)} ← ${short(previousHash)}`);
}

/** One event of an alert's life; also used to show what changed under somebody's hands. */
export function timelineEvent(event) {
  const what = event.clock ? `${term('event', event.type)} · ${term('clock', event.clock)}` : term('event', event.type);
  const origin = event.origin === 'province' ? h('span', { class: 'pill' }, term('origin', event.origin)) : null;
  const sentence = say(event.text);
  const more = additions(event, sentence);
  return h('li', { class: ['event', { marked: MARKED.has(event.type) }], key: event.number }, [
    h('div', { class: 'event-line' }, [
      h('time', { datetime: event.at, title: at(event.at, 'full') }, at(event.at, 'second')),
      h('strong', what),
      h('span', { class: 'faint' }, nameOf('officer', event.actor)),
      origin,
      h('span', { class: 'faint small end' }, `#${event.number}`),
    ]),
    sentence === '' ? null : h('p', sentence),
    more === '' ? null : h('p', { class: 'faint' }, more),
    hashes(event),
  ]);
}

/** Everything that happened, the latest on top. */
export function alertTimeline(timeline) {
  const unbroken = isChainUnbroken(timeline);
  return h('section', { class: 'card' }, [
    h('div', { class: 'row' }, [
      h('h2', t('alert.timeline')),
      h(
        'span',
        { class: ['pill', unbroken ? 'good' : 'bad', 'end'] },
        t(unbroken ? 'alert.chainUnbroken' : 'alert.chainBroken'),
      ),
    ]),
    h('ol', { class: 'timeline' }, [...timeline].reverse().map(timelineEvent)),
  ]);
}
