import { h } from '../vendor.js';
import { runningClocks } from '../domain/alerts.js';
import { at, duration } from '../domain/time.js';
import { t, term } from '../i18n/index.js';
import { ClockChip } from './clock-chip.js';

function stopped(clock) {
  const took = Date.parse(clock.stoppedAt) - Date.parse(clock.startedAt);
  return h('li', { class: 'row small' }, [
    h('span', term('clock', clock.name)),
    h('span', { class: 'faint' }, t('clock.met', { duration: duration(took, t('common.day')) })),
    clock.breachedAt ? h('span', { class: 'pill bad' }, t('clock.breached')) : null,
  ]);
}

function running(clock) {
  return h('li', { class: 'running' }, [
    h(ClockChip, { clock }),
    h('span', { class: 'faint small' }, t('clock.due', { time: at(clock.dueAt, 'full') })),
  ]);
}

/** Every clock of an alert: those that run on top, then those that were met or missed. */
export function alertClocks(alert) {
  const open = alert.state === 'closed' ? [] : runningClocks(alert);
  const past = alert.clocks.filter((clock) => clock.stoppedAt);
  return h('section', { class: 'card' }, [
    h('h2', t('alert.clocks')),
    alert.clocks.length === 0 ? h('p', { class: 'faint' }, t('clock.none')) : null,
    h('ul', { class: 'clocks' }, [...open.map(running), ...past.map(stopped)]),
  ]);
}
