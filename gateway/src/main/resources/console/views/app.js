import { h, onMounted, watch } from '../vendor.js';
import { t } from '../i18n/index.js';
import { failure } from '../state/failure.js';
import { goLive, goQuiet } from '../state/live.js';
import { session } from '../state/session.js';
import { loadSettings } from '../state/settings.js';
import { Shell } from './shell.js';
import { SignInView } from './sign-in-view.js';

function failureBar() {
  return failure.value === null
    ? null
    : h('p', { class: 'failure', role: 'alert' }, t('app.failure', { message: failure.value.message }));
}

/** The whole page: signed in or not. */
export const App = {
  setup() {
    watch(
      () => session.me?.user ?? null,
      (user) => (user === null ? goQuiet() : goLive()),
      { immediate: true },
    );
    onMounted(() => {
      // Without its settings the console works, on the registry's areas alone.
      loadSettings().catch((error) => console.warn(error.message));
    });
    return () => [failureBar(), session.me === null ? h(SignInView) : h(Shell)];
  },
};
