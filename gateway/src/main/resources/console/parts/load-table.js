import { h } from '../vendor.js';
import { loadRows } from '../domain/model-life.js';
import { locale, t, term } from '../i18n/index.js';
import { nameOf } from '../state/registry.js';
import { dataTable } from './data-table.js';

/** A district as people call it; `all` and `unknown` have words of their own. */
export function districtName(code) {
  return code === 'all' || code === 'unknown' ? term('district', code) : nameOf('district', code);
}

/** What a version would put on people's desks, by district. @param {object[]} loads AlertLoad of the API */
export function loadTable(loads) {
  const number = new Intl.NumberFormat(locale.value, { maximumFractionDigits: 1 });
  const figure = (name) => ({ label: t(`load.${name}`), cell: (load) => number.format(load[name]), numeric: true });
  const columns = [
    { label: t('load.district'), cell: ({ district }) => districtName(district) },
    figure('alerts'),
    figure('alertsPerDay'),
    figure('mostOnOneDay'),
    figure('messagesPerDay'),
  ];
  return loads.length === 0
    ? h('p', { class: 'faint' }, t('load.none'))
    : dataTable(columns, loadRows(loads), { key: ({ model, version, district }) => `${model} ${version} ${district}` });
}
