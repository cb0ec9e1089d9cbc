import { computed, h, loadCharts, onBeforeUnmount, onMounted, ref, watch } from '../vendor.js';
import { hourChartOption } from './hour-chart-option.js';
import { countByHour, LEVELS } from '../domain/alerts.js';
import { hourOf } from '../domain/time.js';
import { locale, t } from '../i18n/index.js';
import { alerts } from '../state/alerts.js';

function total(counts) {
  return Object.fromEntries(LEVELS.map((level) => [level, counts[level].reduce((sum, count) => sum + count, 0)]));
}

/** Alerts by hour and level. */
export const HourChart = {
  setup() {
    const canvas = ref(null);
    const figures = computed(() => countByHour([...alerts.values()], hourOf));
    let chart = null;
    const draw = () => chart?.setOption(hourChartOption(figures.value), { notMerge: true });
    const resize = new ResizeObserver(() => chart?.resize());
    onMounted(async () => {
      const charts = await loadCharts();
      if (canvas.value !== null) {
        chart = charts.init(canvas.value, null, { renderer: 'canvas' });
        resize.observe(canvas.value);
        draw();
      }
    });
    watch([figures, locale], draw);
    onBeforeUnmount(() => {
      resize.disconnect();
      chart?.dispose();
    });
    return () =>
      h('section', { class: 'chart' }, [
        h('h2', t('chart.title')),
        alerts.size === 0 ? h('p', { class: 'faint chart-empty' }, t('chart.empty')) : null,
        h('div', {
          ref: canvas,
          class: 'chart-canvas',
          role: 'img',
          'aria-label': t('chart.label', total(figures.value.counts)),
        }),
      ]);
  },
};
