import { h } from '../vendor.js';
import { percent, standing } from '../domain/model-life.js';
import { at } from '../domain/time.js';
import { say, t, term } from '../i18n/index.js';
import { now } from '../state/clock.js';
import { modelLink } from '../state/route.js';
import { may } from '../state/session.js';
import { dataTable } from './data-table.js';
import { levelMark } from './level-mark.js';
import { districtName } from './load-table.js';

const MOODS = { live: 'good', canary: 'warn', shadow: null };
const STANDINGS = { overdue: 'bad', soon: 'warn', fine: null };

/** A version that judges, with where it does so. */
export function judgingMark({ state, version, districts }) {
  const where = districts.length === 0 ? '' : ` · ${districts.map(districtName).join(t('common.comma'))}`;
  return h('span', { class: ['pill', MOODS[state]] }, `${t('models.version', { version })} ${term('stage', state)}${where}`);
}

/** Whether a version says nothing of something now; null when it does not. */
export function silenceMark({ silences }) {
  const count = (silences ?? []).filter(({ inForce }) => inForce).length;
  return count === 0 ? null : h('span', { class: 'pill warn' }, t('models.silentNow', { count }));
}

/** Until when a version is certified, as a word with a colour; null without a certification. */
export function certificationMark(certification) {
  if (certification === null) {
    return null;
  }
  const state = standing(certification, now.value);
  return h('span', { class: ['pill', STANDINGS[state]] }, t(`certification.${state}`, { until: at(certification.until, 'full').slice(0, 10) }));
}

/** How right a model's alerts were, with the interval of 95 %. */
export function precisionText(outcome) {
  const precision = outcome?.precision;
  return precision
    ? t('models.precisionValue', { share: percent(precision.share), low: percent(precision.low), high: percent(precision.high) })
    : t('models.noneVerified');
}

/** How many of the alerts nobody acted on. */
export function ignoredText({ ignored, raised }) {
  return ignored === 0 ? '0' : `${ignored}（${percent(ignored / raised)}）`;
}

function nameCell({ id, any }) {
  return [
    h('a', { href: modelLink(id), class: 'model-link' }, [levelMark(any.level), ' ', h('strong', say(any.name))]),
    h('div', { class: 'faint small' }, id),
  ];
}

function judgingCell({ live, trials }) {
  return h('div', { class: 'row' }, [...(live === null ? [] : [live]), ...trials].flatMap((version) => [judgingMark(version), silenceMark(version)]));
}

function columns() {
  const outcome = (name, cell) => ({
    label: t(`models.${name}`),
    cell: (model) => (model.outcome === null ? '–' : cell(model.outcome)),
    numeric: true,
  });
  return [
    { label: t('models.name'), cell: nameCell },
    { label: t('models.module'), cell: ({ any }) => term('module', any.module) },
    { label: t('models.judging'), cell: judgingCell },
    outcome('raised', ({ raised }) => String(raised)),
    outcome('precision', precisionText),
    outcome('ignored', ignoredText),
    ...(may('listCertifications')
      ? [{ label: t('models.certified'), cell: ({ certification }) => certificationMark(certification) ?? '–' }]
      : []),
  ];
}

/** The models, one to a row: what judges, how right it is, until when it is certified. */
export function modelTable(models) {
  return dataTable(columns(), models, { key: ({ id }) => id });
}
