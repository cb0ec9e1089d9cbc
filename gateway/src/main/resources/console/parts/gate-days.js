import { h } from '../vendor.js';
import { outliers } from '../domain/model-life.js';
import { t } from '../i18n/index.js';
import { dataTable } from './data-table.js';
import { districtName } from './load-table.js';

/** What a gate found on each of its days; a day that stands out is marked. @param {object[]} days GateDay of the API */
export function gateDays(days) {
  const marked = new Set(outliers(days));
  const columns = [
    { label: t('gate.day'), cell: ({ day }) => [day, marked.has(day) ? h('span', { class: 'pill bad' }, t('gate.outlier')) : null] },
    { label: t('load.alerts'), cell: ({ alerts }) => String(alerts), numeric: true },
    {
      label: t('gate.districts'),
      cell: ({ districts }) => districts.map(({ district, alerts }) => `${districtName(district)} ${alerts}`).join(t('common.comma')),
      wide: true,
    },
  ];
  return dataTable(columns, days, { key: ({ day }) => day });
}
