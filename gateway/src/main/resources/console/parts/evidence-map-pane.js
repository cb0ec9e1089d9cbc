import { h, onBeforeUnmount, onMounted, ref, watch } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { spanOf, vehicleOf } from '../domain/evidence.js';
import { locale, t } from '../i18n/index.js';
import { EvidenceMap } from '../map/evidence-map.js';
import { useLoad } from '../state/load.js';
import { registry, registryState } from '../state/registry.js';
import { may } from '../state/session.js';
import { problemBox } from './problem-box.js';

/** The evidence on the map; fetches the vehicle's track around the time by itself. */
export const EvidenceMapPane = {
  props: { dossier: { type: Object, required: true } },
  setup(props) {
    const target = ref(null);
    const track = useLoad(async () => {
      const vehicle = vehicleOf(props.dossier.alert);
      const { from, until } = spanOf(props.dossier.alert);
      return vehicle === null || !may('getTrack') ? null : api.track(vehicle, from, until);
    });
    let map = null;
    onMounted(() => {
      map = new EvidenceMap(target.value);
      const show = () => map.show(props.dossier, track.state.data, registry);
      watch(() => [props.dossier, track.state.data, locale.value], show, { immediate: true });
      // Fitted once the areas are known, not at every change: a person may be looking at a corner of the map.
      watch(
        () => registryState.loaded,
        () => (show(), map.fit()),
        { immediate: true },
      );
      watch(() => props.dossier.alert.lastSeenAt, track.reload, { immediate: true });
    });
    onBeforeUnmount(() => map.dispose());
    return () =>
      h('div', { class: 'map-pane' }, [
        h('div', { ref: target, class: 'map', tabindex: 0, role: 'application', 'aria-label': t('map.label') }),
        track.state.problem === null
          ? null
          : h('div', { class: 'map-note' }, [t('alert.trackMissing'), problemBox(track.state.problem, track.reload)]),
      ]);
  },
};
