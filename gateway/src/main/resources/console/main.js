import { createApp } from './vendor.js';
import { App } from './views/app.js';
import { failure } from './state/failure.js';
import { resumeSession } from './state/session.js';
import { applyLocale } from './i18n/index.js';

applyLocale();
const app = createApp(App);

// A defect must be seen by the person in front of it, not only in the browser's console.
app.config.errorHandler = (error) => {
  failure.value = error;
  console.error(error);
};
addEventListener('error', ({ error }) => (failure.value = error ?? failure.value));
addEventListener('unhandledrejection', ({ reason }) => (failure.value = reason));

resumeSession().finally(() => app.mount('#app'));
