// The one module that knows where the libraries lie, so that a new version or file name is one change.

export {
  computed,
  createApp,
  h,
  nextTick,
  onBeforeUnmount,
  onMounted,
  reactive,
  ref,
  shallowReactive,
  shallowRef,
  watch,
} from './lib/vue.js';

/** OpenLayers' full build is a classic script that leaves one global; index.html loads it before this module runs. */
export const ol = globalThis.ol;

/** ECharts is the biggest of the three and not needed to work an alert: fetched when a chart is first shown. */
export function loadCharts() {
  return import('./lib/echarts.js');
}
