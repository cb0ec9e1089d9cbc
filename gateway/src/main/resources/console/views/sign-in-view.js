import { h, reactive } from '../vendor.js';
import { problemBox } from '../parts/problem-box.js';
import { newFieldId } from '../parts/fields.js';
import { switchLocale, t } from '../i18n/index.js';
import { session, signIn, signOut } from '../state/session.js';

function notice(state) {
  if (state.problem !== null && state.problem.status !== 401) {
    return problemBox(state.problem);
  }
  const key = state.problem === null ? session.notice : 'signIn.refused';
  return key === null ? null : h('p', { class: 'problem', role: 'alert' }, t(key));
}

/** Signing in: by a token from elsewhere, for the console never sees a password. */
export const SignInView = {
  setup() {
    const state = reactive({ token: '', problem: null, sending: false });
    const id = newFieldId();
    async function submit(event) {
      event.preventDefault();
      state.sending = true;
      try {
        await signIn(state.token);
      } catch (problem) {
        signOut();
        state.problem = problem;
      } finally {
        state.sending = false;
      }
    }
    return () =>
      h('main', { class: 'sign-in' }, [
        h('form', { class: 'card', onSubmit: submit }, [
          h('div', { class: 'sign-in-brand' }, [
            h('img', { src: 'icon.svg', alt: '', width: 44, height: 44 }),
            h('div', [h('h1', t('app.name')), h('p', { class: 'faint' }, t('app.subtitle'))]),
          ]),
          notice(state),
          h('label', { for: id }, t('signIn.token')),
          h('textarea', {
            id,
            rows: 5,
            required: true,
            autofocus: true,
            spellcheck: 'false',
            autocomplete: 'off',
            value: state.token,
            onInput: (event) => (state.token = event.target.value),
          }),
          h('p', { class: 'faint small' }, t('signIn.hint')),
          h('p', { class: 'faint small' }, [t('signIn.local'), ' ', h('code', './sanse token operator')]),
          h('div', { class: 'row' }, [
            h('button', { type: 'submit', class: 'button primary', disabled: state.sending }, t('signIn.submit')),
            h('button', { type: 'button', class: 'button quiet', onClick: switchLocale }, t('app.otherLocale')),
          ]),
        ]),
      ]);
  },
};
