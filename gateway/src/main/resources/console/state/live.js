import { reactive } from '../vendor.js';
import { LiveStream } from '../api/stream.js';
import { forgetAlerts, loadRecent, reloadAlerts, takeIn } from './alerts.js';
import { forgetRegistry, loadModels, loadRegistry } from './registry.js';
import { may, signOut } from './session.js';

/** `state` of the live stream: `idle`, `connecting`, `live` or `waiting`; `raised`: the last alert that was raised while looking. */
export const live = reactive({ state: 'idle', raised: null });

const alertListeners = new Set();
const positionListeners = new Set();

/** @returns {() => void} ends the listening */
export function onAlertEvent(listener) {
  alertListeners.add(listener);
  return () => alertListeners.delete(listener);
}

/** @returns {() => void} ends the listening */
export function onPosition(listener) {
  positionListeners.add(listener);
  return () => positionListeners.delete(listener);
}

function takeAlertEvent(event) {
  takeIn(event.alert);
  if (event.type === 'raised') {
    live.raised = event.alert;
  }
  alertListeners.forEach((listener) => listener(event));
}

function takeEnd({ reason }) {
  if (reason === 'token-expired') {
    signOut('signIn.expired');
  }
}

const BY_NAME = {
  alert: takeAlertEvent,
  position: (position) => positionListeners.forEach((listener) => listener(position)),
  end: takeEnd,
};

const stream = new LiveStream({
  event: ({ name, data }) => BY_NAME[name]?.(JSON.parse(data)),
  state: (state) => {
    live.state = state;
  },
  lost: reloadAlerts,
});

/** Starts what a signed-in caller sees; the stream first, so that nothing falls between the list and the stream. */
export function goLive() {
  if (may('getStream')) {
    stream.start();
  }
  if (may('listRegistry')) {
    loadRegistry();
  }
  if (may('listModels')) {
    // Without the names the list shows the models' ids; the models' own page shows the problem.
    loadModels().catch((problem) => console.warn('models', problem.message));
  }
  if (may('listAlerts')) {
    reloadAlerts();
    loadRecent().catch((problem) => console.warn('recent alerts', problem.message));
  }
}

export function goQuiet() {
  stream.stop();
  live.state = 'idle';
  live.raised = null;
  forgetAlerts();
  forgetRegistry();
}
