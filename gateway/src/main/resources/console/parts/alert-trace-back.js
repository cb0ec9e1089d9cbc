import { h, onBeforeUnmount } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { at } from '../domain/time.js';
import { causeOf, hasEnded, pointsText, questionOf } from '../domain/trace-back.js';
import { say, t, term } from '../i18n/index.js';
import { useLoad } from '../state/load.js';
import { subjectName } from '../state/registry.js';
import { may } from '../state/session.js';
import { problemBox } from './problem-box.js';

const REFRESH_MS = 1_000;

/** Who else could have been at an alert's place (溯源倒查): what the platform asked by itself, or what the caller asks now. */
export const AlertTraceBack = {
  props: { alert: { type: Object, required: true } },
  setup(props) {
    let id = null;
    const job = useLoad(async () => {
      id ??= (await api.traceBacks({ ...causeOf(props.alert), limit: 1 })).items[0]?.id ?? null;
      return id === null ? null : api.traceBack(id);
    });
    const order = useLoad(async () => {
      id = (await api.orderTraceBack(questionOf(props.alert))).id;
      await job.reload();
    });
    const goesOn = () => job.state.data !== null && !hasEnded(job.state.data);
    const timer = setInterval(() => goesOn() && !document.hidden && job.reload(), REFRESH_MS);
    onBeforeUnmount(() => clearInterval(timer));
    job.reload();
    const problem = () => order.state.problem ?? job.state.problem;
    return () =>
      h('section', { class: 'card trace-back' }, [
        h('h2', t('traceBack.title')),
        may('postTraceBack') ? orderButton(order, goesOn()) : null,
        problem() === null ? null : problemBox(problem(), job.reload),
        ...(job.state.data === null ? [] : jobBody(job.state.data)),
      ]);
  },
};

function orderButton(order, busy) {
  return h(
    'button',
    { type: 'button', class: 'button', disabled: busy || order.state.loading, onClick: order.reload },
    t('traceBack.order'),
  );
}

function jobBody({ state, progress, question, result, reason }) {
  const asked = h(
    'p',
    { class: 'faint small' },
    t('traceBack.asked', { from: at(question.from), until: at(question.until), radius: question.radiusM ?? '–' }),
  );
  if (result === undefined) {
    const share = Math.round(progress * 100);
    return [asked, h('p', { role: 'status' }, [t('traceBack.state', { state: term('traceBackState', state), share })]), reason ? h('p', reason) : null];
  }
  return [
    asked,
    h('p', t('traceBack.found', { possible: result.possible, shown: result.candidates.length, hidden: result.hidden })),
    h('ol', { class: 'evidence' }, result.candidates.map(candidateRow)),
    coverage(result.coverage),
  ];
}

function candidateRow(candidate, index) {
  const named = [candidate.carrier, ...candidate.firms, ...candidate.persons].filter(Boolean);
  return h('li', { key: candidate.vehicle }, [
    h('span', { class: 'number' }, String(index + 1)),
    h('div', [
      h('div', { class: 'row' }, [
        h('strong', subjectName(candidate.vehicle)),
        h('span', { class: 'pill' }, t(candidate.seenInside ? 'traceBack.inside' : 'traceBack.reachable')),
        h('span', { class: 'end' }, t('traceBack.score', { score: candidate.score })),
      ]),
      h('p', { class: 'faint small' }, t('traceBack.span', { from: at(candidate.from), until: at(candidate.until) })),
      named.length === 0 ? null : h('p', { class: 'small' }, [...new Set(named)].map(subjectName).join(t('common.comma'))),
      ...candidate.evidence.map(evidenceRow),
    ]),
  ]);
}

function evidenceRow({ points, text, at: when }) {
  return h('p', { class: 'small' }, [h('strong', pointsText(points)), ` ${say(text)} `, h('time', { class: 'faint' }, at(when))]);
}

function coverage({ statements, storedUntil }) {
  return h('div', { class: 'coverage' }, [
    h('h3', t('traceBack.coverage')),
    h('ul', { class: 'plain small' }, statements.map((statement) => h('li', say(statement)))),
    h('p', { class: 'faint small' }, t('traceBack.storedUntil', { time: at(storedUntil, 'second') })),
  ]);
}
