import { ol } from '../vendor.js';
import { AlertLayer } from './alert-layer.js';
import { AreaLayers } from './area-layers.js';
import { createMap, fit, newView } from './base-map.js';
import { TruckLayer } from './truck-layer.js';

/** Layers that may be switched off, in the order of the legend. */
export const SWITCHES = ['alerts', 'trucks', 'trails', 'zones', 'stations', 'cameras'];

const TOUCH_TOLERANCE_PX = 6;
const PICK_ORDER = ['alert', 'truck', 'station', 'camera', 'zone'];

// Kept between two maps, when the language changes or another page was shown.
let lastView = null;

/** The duty desk's map: what the registry knows, where vehicles move, what was raised. */
export class LiveMap {
  #map;
  #areas = new AreaLayers();
  #alerts = new AlertLayer();
  #trucks;

  /**
   * @param {HTMLElement} target
   * @param {{picked: (thing: {kind: string, id: string}|null) => void, counted: (count: number) => void}} listeners
   */
  constructor(target, { picked, counted }) {
    this.#trucks = new TruckLayer(counted);
    const layers = [...this.#areas.layers, this.#trucks.trails, this.#trucks.layer, this.#alerts.layer];
    this.isFresh = lastView === null;
    lastView ??= newView();
    this.#map = createMap(target, layers, lastView);
    this.#map.on('click', ({ pixel }) => picked(this.#thingAt(pixel)));
    this.#map.on('pointermove', ({ pixel, dragging }) => {
      if (!dragging) {
        target.classList.toggle('over', this.#thingAt(pixel) !== null);
      }
    });
  }

  showRegistry(registry) {
    this.#areas.show(registry);
    if (this.isFresh && !ol.extent.isEmpty(this.#areas.extent)) {
      fit(this.#map, this.#areas.extent, { padding: 16 });
      this.isFresh = false;
    }
  }

  showAlerts(alerts) {
    this.#alerts.show(alerts);
  }

  takePosition(position) {
    this.#trucks.take(position);
  }

  positionOf(subject) {
    return this.#trucks.positionOf(subject);
  }

  /** @param {Object<string, boolean>} visible by name of {@link SWITCHES} */
  setVisible(visible) {
    const layers = {
      alerts: this.#alerts.layer,
      trucks: this.#trucks.layer,
      trails: this.#trucks.trails,
      zones: this.#areas.zones,
      stations: this.#areas.stations,
      cameras: this.#areas.cameras,
    };
    SWITCHES.forEach((name) => layers[name].setVisible(visible[name]));
  }

  dispose() {
    this.#trucks.stop();
    this.#map.setTarget(null);
    this.#map.dispose();
  }

  /** What lies under a pixel: the most telling first. */
  #thingAt(pixel) {
    const things = this.#map
      .getFeaturesAtPixel(pixel, { hitTolerance: TOUCH_TOLERANCE_PX })
      .map((feature) => ({ kind: feature.get('kind'), id: feature.get('id') }))
      .filter(({ kind }) => PICK_ORDER.includes(kind))
      .sort((one, other) => PICK_ORDER.indexOf(one.kind) - PICK_ORDER.indexOf(other.kind));
    return things[0] ?? null;
  }
}
