import { h, reactive } from '../vendor.js';
import { againstFor, lastDay, trialOf } from '../domain/backtest.js';
import { inputOf, instantOf } from '../domain/time.js';
import { t, term } from '../i18n/index.js';
import { serverNow } from '../state/clock.js';
import { choice, labelled, newFieldId } from './fields.js';

const LIVE = 'live';

/** What is to be played, over which period. Submits the order as the API takes it. */
export const BacktestForm = {
  props: {
    model: { type: Object, required: true },
    versions: { type: Array, required: true },
    sending: { type: Boolean, required: true },
  },
  emits: ['submit'],
  setup(props, { emit }) {
    const proposed = lastDay(serverNow());
    const newest = props.versions[0];
    const entered = reactive({
      tried: newest && newest.stage !== LIVE && newest.stage !== 'retired' ? String(newest.version) : LIVE,
      against: LIVE,
      from: inputOf(proposed.from),
      until: inputOf(proposed.until),
      warmUp: '',
    });
    const ids = Object.fromEntries(Object.keys(entered).map((name) => [name, newFieldId()]));
    function submit(event) {
      event.preventDefault();
      const { tried, against, warmUp } = entered;
      const period = { from: instantOf(entered.from), until: instantOf(entered.until) };
      const warmUpHours = warmUp === '' ? null : Number(warmUp);
      emit('submit', trialOf({ model: props.model.id, tried, against, warmUpHours, ...period }, props.versions));
    }
    const live = () => [LIVE, t('backtest.live', { version: props.model.live?.version ?? '–' })];
    const written = () => props.versions.map(({ version, stage }) => [String(version), `${t('models.version', { version })} · ${term('stage', stage)}`]);
    function choose(name, value) {
      entered[name] = value;
      entered.against = againstFor(entered.tried, entered.against);
    }
    const select = (name, options) => labelled(ids[name], t(`backtest.${name}`), choice(ids[name], entered[name], options, (value) => choose(name, value)));
    const input = (name, attributes, field) =>
      labelled(ids[name], t(`backtest.${name}`), h('input', { id: ids[name], value: entered[name], onInput: (event) => (entered[name] = event.target.value), ...attributes }), field);
    return () =>
      h('form', { class: 'card backtest-form', 'aria-label': t('backtest.title'), onSubmit: submit }, [
        h('h2', t('backtest.title')),
        h('p', { class: 'faint small' }, t('backtest.hint')),
        h('div', { class: 'field-row' }, [
          select('tried', [live(), ...written()]),
          entered.tried === LIVE ? null : select('against', [live(), ...written().filter(([value]) => value !== entered.tried)]),
          input('from', { type: 'datetime-local', required: true, max: entered.until }),
          input('until', { type: 'datetime-local', required: true, min: entered.from }),
          input('warmUp', { type: 'number', min: 0, max: 9600, step: 1, placeholder: '48' }, { required: false }),
        ]),
        h('div', { class: 'row' }, [
          h('button', { type: 'submit', class: 'button primary', disabled: props.sending }, t(props.sending ? 'form.sending' : 'backtest.begin')),
        ]),
      ]);
  },
};
