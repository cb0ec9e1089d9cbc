import { h } from '../vendor.js';
import { at } from '../domain/time.js';
import { t, term } from '../i18n/index.js';
import { modelLink } from '../state/route.js';
import { nameOf } from '../state/registry.js';
import { dataTable } from './data-table.js';
import { districtName } from './load-table.js';

const MOODS = { live: 'good', canary: 'warn', gating: 'warn' };

/** Who did something; the platform itself has a word. */
export function actorName(user) {
  return user === 'sanse' ? t('versions.platform') : nameOf('officer', user);
}

/** A version's stage as a word with a colour. */
export function stageMark(stage) {
  return h('span', { class: ['pill', MOODS[stage]] }, term('stage', stage));
}

function rows({ live }, { items }) {
  const shipped = live !== null && !items.some(({ version }) => version === live.version);
  return shipped ? [...items, { version: live.version, stage: live.state, shipped, districts: [] }] : items;
}

function stageCell({ stage, asked }, unreadable) {
  return [
    stageMark(stage),
    asked ? h('span', { class: 'pill bad' }, t('versions.retirementAsked')) : null,
    unreadable ? h('div', { class: 'problem small' }, [h('strong', t('versions.unreadable')), ' ', unreadable.what]) : null,
  ];
}

/**
 * A model's versions in order, the newest on top; the one that ships, while it judges, below them.
 * @param {object} model @param {object} list `GET …/versions` @param {number|null} chosen the version that the page shows
 */
export function versionTable(model, list, chosen) {
  const raised = (version, shadow) =>
    list.firings
      .filter((firing) => firing.version === version && firing.shadow === shadow)
      .reduce((sum, firing) => sum + firing.raised, 0);
  const unreadable = ({ version }) => list.unreadable.find((one) => one.version === version);
  const link = ({ version, shipped }) =>
    shipped
      ? t('models.version', { version })
      : h(
          'a',
          { href: modelLink(model.id, 'versions', String(version)), 'aria-current': version === chosen ? 'true' : undefined },
          t('models.version', { version }),
        );
  const columns = [
    { label: t('versions.version'), cell: link },
    { label: t('versions.stage'), cell: (row) => stageCell(row, unreadable(row)) },
    { label: t('versions.districts'), cell: ({ districts }) => districts.map(districtName).join(t('common.comma')) || '–' },
    { label: t('versions.author'), cell: ({ author, shipped }) => (shipped ? t('versions.shipped') : actorName(author)) },
    { label: t('versions.effective'), cell: ({ effectiveAt }) => at(effectiveAt, 'full') },
    { label: t('versions.raised'), cell: ({ version }) => String(raised(version, false)), numeric: true },
    { label: t('versions.raisedShadow'), cell: ({ version }) => String(raised(version, true)), numeric: true },
  ];
  return dataTable(columns, rows(model, list), { key: ({ version }) => String(version) });
}
