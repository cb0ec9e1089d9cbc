import { h, onBeforeUnmount, onMounted, reactive, ref, watch } from '../vendor.js';
import { t } from '../i18n/index.js';
import { LiveMap, SWITCHES } from '../map/live-map.js';
import { alerts, listed } from '../state/alerts.js';
import { onPosition } from '../state/live.js';
import { loadRegistry, registry, registryState } from '../state/registry.js';
import { mapCard } from './map-card.js';
import { problemBox } from './problem-box.js';

// Kept while the page lives: what one person switched off stays off when the language or the page changes.
const visible = reactive(Object.fromEntries(SWITCHES.map((name) => [name, true])));

function layerSwitches() {
  const boxes = SWITCHES.map((name) =>
    h('label', [
      h('input', {
        type: 'checkbox',
        checked: visible[name],
        onChange: (event) => (visible[name] = event.target.checked),
      }),
      t(`map.${name}`),
    ]),
  );
  return h('details', { class: 'map-layers' }, [h('summary', t('map.layers')), ...boxes]);
}

/** The live map with its switches and the card of what was picked. */
export const LiveMapPane = {
  setup() {
    const target = ref(null);
    const picked = ref(null);
    const count = ref(0);
    let map = null;
    let endPositions = null;
    onMounted(() => {
      map = new LiveMap(target.value, {
        picked: (thing) => (picked.value = thing),
        counted: (vehicles) => (count.value = vehicles),
      });
      endPositions = onPosition((position) => map.takePosition(position));
      watch(
        () => registryState.loaded,
        () => map.showRegistry(registry),
        { immediate: true },
      );
      // Only what the list shows is marked: its filters are the map's filters.
      watch(listed, (shown) => map.showAlerts(shown), { immediate: true });
      watch(visible, (chosen) => map.setVisible(chosen), { immediate: true });
    });
    onBeforeUnmount(() => {
      endPositions();
      map.dispose();
    });
    const card = () =>
      picked.value === null
        ? null
        : mapCard(picked.value, {
            alerts,
            registry,
            position: map.positionOf(picked.value.id),
            close: () => (picked.value = null),
          });
    return () =>
      h('section', { class: 'map-pane' }, [
        h('div', { ref: target, class: 'map', tabindex: 0, role: 'application', 'aria-label': t('map.label') }),
        h('p', { class: 'map-count' }, t('map.truckCount', { count: count.value })),
        layerSwitches(),
        registryState.problem === null ? null : problemBox(registryState.problem, loadRegistry),
        card(),
      ]);
  },
};
