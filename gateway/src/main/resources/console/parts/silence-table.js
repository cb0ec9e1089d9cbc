import { h } from '../vendor.js';
import { at } from '../domain/time.js';
import { t } from '../i18n/index.js';
import { dataTable } from './data-table.js';
import { districtName } from './load-table.js';

function scopeText({ kind, scope }) {
  if (kind === undefined || kind === null) {
    return t('silences.everywhere');
  }
  return kind === 'district' ? districtName(scope) : h('span', [t(`models.scope.${kind}`), ' ', h('code', scope)]);
}

function standingMark({ inForce }) {
  return h('span', { class: ['pill', inForce ? 'warn' : null] }, t(inForce ? 'silences.now' : 'silences.next'));
}

/** When the versions that judge say nothing, now and next; null when they always speak. @param {object[]} versions `GET /models`, of one model */
export function silenceTable(versions) {
  const rows = versions.flatMap(({ version, silences }) => (silences ?? []).map((silence) => ({ version, ...silence })));
  if (rows.length === 0) {
    return null;
  }
  const columns = [
    { label: t('versions.version'), cell: ({ version }) => t('models.version', { version }) },
    { label: t('silences.standing'), cell: standingMark },
    { label: t('silences.scope'), cell: scopeText },
    { label: t('silences.from'), cell: ({ from }) => at(from, 'full') },
    { label: t('silences.until'), cell: ({ until }) => at(until, 'full') },
    { label: t('silences.owner'), cell: ({ owner }) => owner },
    { label: t('silences.reason'), cell: ({ reason }) => reason },
  ];
  return h('section', { class: 'stack silences' }, [
    h('h2', t('silences.title')),
    dataTable(columns, rows, { key: ({ version, kind, scope, from }) => `${version} ${kind} ${scope} ${from}` }),
  ]);
}
