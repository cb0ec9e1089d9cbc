import { h } from '../vendor.js';
import { hasEnded, partOf } from '../domain/backtest.js';
import { at } from '../domain/time.js';
import { locale, say, t, term } from '../i18n/index.js';
import { subjectName } from '../state/registry.js';
import { dataTable } from './data-table.js';
import { levelMark } from './level-mark.js';
import { districtName, loadTable } from './load-table.js';
import { actorName } from './version-table.js';

/** How good or bad a state of a backtest is. */
export const BACKTEST_MOODS = { done: 'good', failed: 'bad', interrupted: 'bad', running: 'warn' };

/**
 * How far a backtest is, and what came of it for one model.
 * @param {{cancel: (() => void)|null, cancelling: boolean}} options cancel: null when there is nothing to cancel
 */
export function backtestJob(job, model, { cancel, cancelling }) {
  const share = Math.floor(job.progress * 100);
  return h('section', { class: 'card backtest-job' }, [
    h('div', { class: 'row' }, [
      h('h2', t('backtest.job')),
      h('span', { class: ['pill', BACKTEST_MOODS[job.state]], role: 'status' }, term('backtestState', job.state)),
      h('span', { class: 'faint small' }, t('backtest.asked', { from: at(job.from, 'full'), until: at(job.until, 'full'), user: actorName(job.orderedBy) })),
    ]),
    hasEnded(job)
      ? null
      : h('div', { class: 'row' }, [
          h('progress', { max: 1, value: job.progress, 'aria-label': t('backtest.progress') }),
          h('span', `${share} %`),
          cancel === null ? null : h('button', { type: 'button', class: 'button', disabled: cancelling, onClick: cancel }, t('backtest.cancel')),
        ]),
    job.reason ? h('p', job.reason) : null,
    job.state === 'interrupted' ? h('p', t('backtest.again')) : null,
    ...(job.result ? result(job.result, model) : []),
  ]);
}

function result({ played, ...found }, model) {
  const { counts, loads, differences } = partOf(found, model);
  return [
    h('p', { class: 'small' }, playedText(played)),
    played.defects > 0 ? h('p', { class: 'notice' }, t('backtest.defects', played)) : null,
    ...differences.flatMap(difference),
    h('h3', t('backtest.loads')),
    loadTable(loads),
    h('h3', t('backtest.counts')),
    countTable(counts),
  ];
}

function playedText({ observations, seconds, first, last }) {
  return t('backtest.played', {
    observations: new Intl.NumberFormat(locale.value).format(observations),
    seconds: Number(seconds.toPrecision(3)),
    first: at(first),
    last: at(last),
  });
}

function countTable(counts) {
  const columns = [
    { label: t('backtest.day'), cell: ({ day }) => day },
    { label: t('versions.version'), cell: ({ version }) => t('models.version', { version }) },
    { label: t('backtest.level'), cell: ({ level }) => levelMark(level) },
    { label: t('load.district'), cell: ({ district }) => districtName(district) },
    { label: t('backtest.raised'), cell: ({ raised }) => String(raised), numeric: true },
    { label: t('backtest.retracted'), cell: ({ retracted }) => String(retracted), numeric: true },
  ];
  return counts.length === 0
    ? h('p', { class: 'faint' }, t('backtest.nothing'))
    : dataTable(columns, counts, { key: ({ version, day, level, district }) => `${version} ${day} ${level} ${district}` });
}

/** What one version finds that the other does not. */
function difference(diff) {
  const figure = (name) => h('div', { class: 'figure' }, [h('strong', String(diff[name])), h('span', t(`backtest.${name}`))]);
  return [
    h('h3', t('backtest.difference', { version: diff.version ?? '–', other: diff.otherVersion ?? '–' })),
    h('div', { class: 'figures' }, ['same', 'changed', 'more', 'fewer'].map(figure)),
    diff.examples.length === 0 ? null : examples(diff.examples),
  ];
}

function examples(list) {
  const levels = ({ level, otherLevel }) => [
    otherLevel ? levelMark(otherLevel) : h('span', { class: 'faint' }, t('common.none')),
    ' → ',
    level ? levelMark(level) : h('span', { class: 'faint' }, t('common.none')),
  ];
  const columns = [
    { label: t('backtest.levels'), cell: levels },
    { label: t('backtest.subject'), cell: ({ subject }) => subjectName(subject) },
    { label: t('backtest.time'), cell: ({ from }) => at(from) },
    { label: t('load.district'), cell: ({ district }) => districtName(district) },
    { label: t('backtest.text'), cell: ({ text }) => say(text), wide: true },
  ];
  return h('details', [
    h('summary', t('backtest.examples', { count: list.length })),
    dataTable(columns, list, { key: ({ id, level }) => `${id} ${level}` }),
  ]);
}
