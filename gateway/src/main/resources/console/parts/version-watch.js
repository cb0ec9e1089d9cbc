import { h } from '../vendor.js';
import { firingDays } from '../domain/model-life.js';
import { at } from '../domain/time.js';
import { locale, t } from '../i18n/index.js';
import { dataTable } from './data-table.js';
import { districtName } from './load-table.js';

/** What the platform would let pass in one window, and what was raised in it. */
function windowBand({ hours, raised, lasting, least, most }) {
  const within = raised <= most && raised + lasting >= least;
  const limits = t('watch.band', { least, most });
  return h('div', { class: 'band', key: hours }, [
    h('div', { class: 'row' }, [
      h('span', t('watch.raised', { raised, hours })),
      lasting > 0 ? h('span', { class: 'faint small' }, t('watch.lasting', { lasting })) : null,
      h('span', { class: ['pill', within ? 'good' : 'bad'] }, t(within ? 'watch.within' : 'watch.outside')),
    ]),
    h('meter', { min: 0, max: Math.max(most * 1.25, raised, 1), low: least, high: most, value: raised, 'aria-label': limits }),
    h('p', { class: 'faint small' }, limits),
  ]);
}

function band({ version, since, perDay, partial, windows }) {
  const number = new Intl.NumberFormat(locale.value, { maximumFractionDigits: 1 });
  const forecast = { perDay: number.format(perDay), since: at(since) };
  return h('div', { class: 'stack', key: version }, [
    h('div', { class: 'row' }, [
      h('strong', t('models.version', { version })),
      h('span', { class: 'faint small' }, t(partial ? 'watch.partial' : 'watch.forecast', forecast)),
    ]),
    ...windows.map(windowBand),
  ]);
}

function districtsText({ districts }) {
  return districts
    .filter(({ raised }) => raised > 0)
    .map(({ district, raised }) => `${districtName(district)} ${raised}`)
    .join(t('common.comma'));
}

function firings(days) {
  const columns = [
    { label: t('watch.day'), cell: ({ day }) => day },
    {
      label: t('versions.version'),
      cell: ({ version, shadow }) => [
        t('models.version', { version }),
        shadow ? h('span', { class: 'pill' }, t('watch.shadow')) : null,
      ],
    },
    { label: t('watch.count'), cell: ({ raised }) => String(raised), numeric: true },
    { label: t('watch.retracted'), cell: ({ retracted }) => String(retracted), numeric: true },
    { label: t('watch.districts'), cell: districtsText },
  ];
  return days.length === 0
    ? h('p', { class: 'faint' }, t('watch.none'))
    : dataTable(columns, days, { key: ({ key }) => key });
}

/** How often versions fire, and how those that judge stand to their forecasts. @param {object|null} version shown; without one all firings */
export function versionWatch({ firings: all, watched }, version) {
  const shown = version === null ? all : all.filter((firing) => firing.version === version.version);
  return h('section', { class: 'card watch' }, [
    h('h2', t('watch.title')),
    ...watched.map(band),
    watched.length === 0 ? h('p', { class: 'faint small' }, t('watch.noBand')) : null,
    firings(firingDays(shown)),
  ]);
}
