import { h } from '../vendor.js';
import { bytesText } from '../domain/bytes.js';
import { at } from '../domain/time.js';
import { locale, t, term } from '../i18n/index.js';
import { subjectName } from '../state/registry.js';
import { dataTable } from './data-table.js';

function columns() {
  const number = new Intl.NumberFormat(locale.value);
  return [
    { label: t('held.kind'), cell: ({ kind }) => term('subject', kind) },
    { label: t('held.subjects'), cell: ({ subjects }) => number.format(subjects), numeric: true },
    { label: t('held.bytes'), cell: ({ bytes }) => bytesText(bytes), numeric: true },
    { label: t('held.each'), cell: ({ bytes, subjects }) => bytesText(bytes / Math.max(1, subjects)), numeric: true },
    {
      label: t('held.largest'),
      cell: ({ largest, largestBytes }) => `${bytesText(largestBytes)}${largest ? ` · ${subjectName(largest)}` : ''}`,
    },
  ];
}

/** How much the models hold of their subjects, by kind of subject. @param {object} held `GET /models/state` */
export function heldTable({ items, measuredAt }) {
  return h('section', { class: 'card' }, [
    h('h2', t('held.title')),
    items.length === 0 ? h('p', { class: 'faint' }, t('held.none')) : dataTable(columns(), items, { key: ({ kind }) => kind }),
    measuredAt ? h('p', { class: 'faint small' }, t('held.measured', { time: at(measuredAt, 'full') })) : null,
  ]);
}
