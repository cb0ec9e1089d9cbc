import { h } from '../vendor.js';
import { at } from '../domain/time.js';
import { say, t, term } from '../i18n/index.js';
import { nameOf, subjectName } from '../state/registry.js';
import { alertLink } from '../state/route.js';
import { levelMark } from './level-mark.js';

function alertCard(id, { alerts }) {
  const alert = alerts.get(id);
  return [
    h('h3', [levelMark(alert.level, { word: false }), subjectName(alert.subject)]),
    h('p', say(alert.text)),
    h('p', { class: 'faint small' }, `${term('state', alert.state)} · ${at(alert.firstSeenAt)}`),
    h('a', { class: 'button primary', href: alertLink(id) }, t('map.openAlert')),
  ];
}

function truckCard(subject, { position }) {
  const speed =
    position.speedKmh === undefined ? null : h('p', t('map.speed', { speed: Math.round(position.speedKmh) }));
  return [
    h('h3', subjectName(subject)),
    speed,
    h('p', { class: 'faint small' }, t('map.seenAt', { time: at(position.observedAt, 'full') })),
  ];
}

function zoneCard(id, { registry }) {
  const { type, core } = registry.zone.get(id).details;
  return [h('h3', nameOf('zone', id)), h('p', term('zone', type) + (core ? ` · ${t('map.core')}` : ''))];
}

function pointCard(kind) {
  return (id) => [h('h3', nameOf(kind, id)), h('p', { class: 'faint small' }, `${term('kind', kind)} ${id}`)];
}

const CARDS = {
  alert: alertCard,
  truck: truckCard,
  zone: zoneCard,
  station: pointCard('station'),
  camera: pointCard('camera'),
};

/**
 * What was picked on the map.
 * @param {{kind: string, id: string}} thing
 * @param {{alerts: Map, registry: object, position: object, close: () => void}} known
 */
export function mapCard({ kind, id }, known) {
  const close = h(
    'button',
    { type: 'button', class: 'close', 'aria-label': t('map.close'), onClick: known.close },
    '×',
  );
  return h('div', { class: 'map-card' }, [close, ...CARDS[kind](id, known)]);
}
