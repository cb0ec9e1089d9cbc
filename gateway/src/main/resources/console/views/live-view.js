import { h, ref } from '../vendor.js';
import { locale, t } from '../i18n/index.js';
import { AlertList } from '../parts/alert-list.js';
import { HourChart } from '../parts/hour-chart.js';
import { LiveMapPane } from '../parts/live-map-pane.js';

const TABS = ['list', 'map', 'chart'];

/** The duty desk's picture: list, map and figures side by side; on a narrow screen one at a time. */
export const LiveView = {
  setup() {
    const tab = ref('list');
    const tabButton = (name) =>
      h(
        'button',
        { type: 'button', class: 'segment', 'aria-pressed': tab.value === name, onClick: () => (tab.value = name) },
        t(`live.${name}Tab`),
      );
    return () =>
      h('div', { class: ['live', `show-${tab.value}`] }, [
        h('h1', { class: 'only-read', tabindex: -1 }, t('live.title')),
        h('div', { class: 'segments', role: 'group', 'aria-label': t('live.tabs') }, TABS.map(tabButton)),
        h(AlertList, { class: 'live-list' }),
        // Names on the canvas are drawn once: the other language is another map, at the same place.
        h(LiveMapPane, { class: 'live-map', key: locale.value }),
        h(HourChart, { class: 'live-chart' }),
      ]);
  },
};
