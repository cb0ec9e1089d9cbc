import { h } from '../vendor.js';
import { inUnits, laterThan, within } from '../domain/lateness.js';
import { locale, t, term } from '../i18n/index.js';
import { dataTable } from './data-table.js';

const DAY_S = 86_400;
const WEEK_S = 7 * DAY_S;

function spanText(seconds) {
  const { count, unit } = inUnits(seconds);
  return `${count} ${term('unit', unit)}`;
}

function withinText(late, share) {
  const seconds = within(late, share);
  return seconds === null ? t('late.over', { span: spanText(WEEK_S) }) : t('late.within', { span: spanText(seconds) });
}

function columns() {
  const number = new Intl.NumberFormat(locale.value);
  return [
    { label: t('late.kind'), cell: ({ kind }) => term('kind', kind) },
    { label: t('late.feed'), cell: ({ feed }) => feed },
    { label: t('late.observations'), cell: ({ observations }) => number.format(observations), numeric: true },
    { label: t('late.half'), cell: (late) => withinText(late, 0.5), numeric: true },
    { label: t('late.most'), cell: (late) => withinText(late, 0.99), numeric: true },
    { label: t('late.day'), cell: (late) => number.format(laterThan(late, DAY_S)), numeric: true },
  ];
}

/** How late observations reach the models, by kind and feed. @param {object} late `GET /models/lateness` */
export function latenessTable({ from, items }) {
  return h('section', { class: 'card lateness' }, [
    h('h2', t('late.title')),
    items.length === 0 ? h('p', { class: 'faint' }, t('late.none')) : dataTable(columns(), items, { key: ({ kind, feed }) => `${kind} ${feed}` }),
    h('p', { class: 'faint small' }, t('late.since', { day: from })),
  ]);
}
