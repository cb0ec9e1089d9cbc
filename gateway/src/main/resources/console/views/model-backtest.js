import { h, onBeforeUnmount, watch } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { hasEnded, jobAt } from '../domain/backtest.js';
import { t } from '../i18n/index.js';
import { BacktestForm } from '../parts/backtest-form.js';
import { backtestJob } from '../parts/backtest-job.js';
import { BacktestList } from '../parts/backtest-list.js';
import { problemBox } from '../parts/problem-box.js';
import { useLoad } from '../state/load.js';
import { useOrder } from '../state/order.js';
import { go, modelLink } from '../state/route.js';
import { may } from '../state/session.js';

const REFRESH_MS = 1_000;

/** Plays what was received before through a version of a model. The job's id stands in the address, so that it can be kept and passed on. */
export const ModelBacktest = {
  props: { model: { type: Object, required: true }, path: { type: Array, required: true }, reload: { type: Function, required: true } },
  setup(props) {
    const versions = useLoad(() => api.versions(props.model.id));
    const job = useLoad(() => (props.path[0] ? api.backtest(props.path[0]) : Promise.resolve(null)));
    const order = useOrder((trial, key) => api.beginBacktest(trial, key));
    const cancel = useLoad(() => api.cancelBacktest(props.path[0]).then(job.reload));
    const shown = () => jobAt(job.state.data, props.path[0]);
    const runs = () => shown() !== null && !hasEnded(shown());
    const timer = setInterval(() => runs() && !document.hidden && job.reload(), REFRESH_MS);
    onBeforeUnmount(() => clearInterval(timer));
    versions.reload();
    watch(() => props.path[0], job.reload, { immediate: true });
    async function begin(trial) {
      if (await order.give(trial)) {
        go(modelLink(props.model.id, 'backtest', order.state.answer.id));
      }
    }
    const form = ({ items }) =>
      h(BacktestForm, { model: props.model, versions: items, sending: order.state.sending, onSubmit: begin });
    return () =>
      h('div', { class: 'stack' }, [
        versions.state.problem === null ? null : problemBox(versions.state.problem, versions.reload),
        versions.state.data === null ? null : form(versions.state.data),
        order.state.problem === null ? null : problemBox(order.state.problem),
        job.state.problem === null ? null : problemBox(job.state.problem, job.reload),
        cancel.state.problem === null ? null : problemBox(cancel.state.problem),
        shown() === null
          ? null
          : backtestJob(shown(), props.model.id, {
              cancel: may('cancelBacktest') && runs() ? cancel.reload : null,
              cancelling: cancel.state.loading,
            }),
        shown() === null && job.state.loading ? h('p', { class: 'faint', role: 'status' }, t('common.loading')) : null,
        may('listBacktests') ? h(BacktestList, { model: props.model.id, shown: props.path[0] ?? null }) : null,
      ]);
  },
};
