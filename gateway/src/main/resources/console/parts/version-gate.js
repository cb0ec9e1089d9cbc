import { h } from '../vendor.js';
import { t } from '../i18n/index.js';
import { modelLink } from '../state/route.js';
import { session } from '../state/session.js';
import { gateDays } from './gate-days.js';
import { loadTable } from './load-table.js';

function verdict(good, text) {
  return h('span', { class: ['pill', good ? 'good' : 'bad'] }, text);
}

function lines(list) {
  return list.length === 0 ? null : h('ul', { class: 'plain findings', tabindex: 0 }, list.map((line) => h('li', line)));
}

function cases({ test }) {
  if (!test) {
    return h('p', { class: 'faint' }, t('gate.notTested'));
  }
  const differing = test.differences.length;
  return h('div', { class: 'stack' }, [
    h('p', [
      t('gate.cases', { cases: test.cases }),
      ' ',
      verdict(differing === 0, t(differing === 0 ? 'gate.casesPass' : 'gate.casesDiffer', { count: differing })),
    ]),
    lines(test.differences),
  ]);
}

function backtest({ model, gate, stage }) {
  if (!gate) {
    return h('p', { class: 'faint' }, t('gate.notGated'));
  }
  const job = session.me.roles.includes('admin')
    ? h('a', { href: modelLink(model, 'backtest', gate.backtest), class: 'end small' }, t('gate.job'))
    : null;
  if (stage === 'gating') {
    return h('div', { class: 'row' }, [h('p', { role: 'status' }, t('gate.running')), job]);
  }
  const refused = gate.refusals.length > 0;
  return h('div', { class: 'stack' }, [
    h('div', { class: 'row' }, [verdict(!refused, t(refused ? 'gate.refused' : 'gate.passed')), job]),
    lines(gate.refusals),
    loadTable(gate.loads),
    gate.days.length === 0 ? null : h('h4', t('gate.daysTitle')),
    gate.days.length === 0 ? null : gateDays(gate.days),
  ]);
}

/** What stands between a draft and the desks: its table of cases, and the load that its backtest forecasts. */
export function versionGate(version) {
  return h('section', { class: 'card gate' }, [
    h('h2', t('gate.title', version)),
    h('h3', t('gate.casesTitle')),
    cases(version),
    h('h3', t('gate.loadTitle')),
    backtest(version),
  ]);
}
