import { h, reactive, watch } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { EXPLAINED, partsOf, questionIn } from '../domain/subjects.js';
import { inputOf, instantOf } from '../domain/time.js';
import { t, term } from '../i18n/index.js';
import { explanation } from '../parts/explanation.js';
import { choice, labelled, newFieldId } from '../parts/fields.js';
import { problemBox } from '../parts/problem-box.js';
import { serverNow } from '../state/clock.js';
import { useLoad } from '../state/load.js';
import { go, modelLink } from '../state/route.js';

/** What the address asks: a subject and a time; nothing yet when it names none. */
function asked(path) {
  const question = questionIn(path);
  return question === null
    ? { type: EXPLAINED[0], id: '', at: inputOf(serverNow()) }
    : { ...partsOf(question.subject), at: inputOf(question.at) };
}

/** Why a model said something of a subject at a time, or why not (未命中说明). The question stands in the address, so that it can be passed on. */
export const ModelWhy = {
  props: { model: { type: Object, required: true }, path: { type: Array, required: true }, reload: { type: Function, required: true } },
  setup(props) {
    const entered = reactive(asked(props.path));
    const ids = { type: newFieldId(), id: newFieldId(), at: newFieldId() };
    const answer = useLoad(() => {
      const question = questionIn(props.path);
      return question === null ? Promise.resolve(null) : api.explanation(props.model.id, question.subject, question.at);
    });
    watch(
      () => props.path.join('\n'),
      () => {
        Object.assign(entered, asked(props.path));
        answer.reload();
      },
      { immediate: true },
    );
    function submit(event) {
      event.preventDefault();
      const link = modelLink(props.model.id, 'why', `${entered.type}:${entered.id.trim()}`, instantOf(entered.at));
      // The same question again is asked again: history may have grown.
      if (link === location.hash) {
        answer.reload();
      } else {
        go(link);
      }
    }
    const input = (name, attributes) =>
      labelled(ids[name], t(`why.${name}`), h('input', { id: ids[name], required: true, value: entered[name], onInput: (event) => (entered[name] = event.target.value), ...attributes }));
    const form = () =>
      h('form', { class: 'card why-form', onSubmit: submit }, [
        h('h2', t('why.title')),
        h('p', { class: 'faint small' }, t('why.hint')),
        h('div', { class: 'field-row' }, [
          labelled(ids.type, t('why.type'), choice(ids.type, entered.type, EXPLAINED.map((type) => [type, term('subject', type)]), (type) => (entered.type = type))),
          input('id', { type: 'text', maxlength: 64, placeholder: entered.type === 'vehicle' ? '浙GA1234' : '' }),
          input('at', { type: 'datetime-local' }),
        ]),
        h('div', { class: 'row' }, [
          h('button', { type: 'submit', class: 'button primary', disabled: answer.state.loading }, t('why.ask')),
          answer.state.loading ? h('span', { class: 'faint', role: 'status' }, t('why.playing')) : null,
        ]),
      ]);
    return () =>
      h('div', { class: 'stack' }, [
        form(),
        answer.state.problem === null ? null : problemBox(answer.state.problem, answer.reload),
        answer.state.data === null || answer.state.problem !== null ? null : explanation(answer.state.data),
      ]);
  },
};
