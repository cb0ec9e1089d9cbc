import { ol } from '../vendor.js';
import { gapsOf, referencedIds } from '../domain/evidence.js';
import { at } from '../domain/time.js';
import { t } from '../i18n/index.js';
import { alertFeature } from './alert-layer.js';
import { areaFeature, AreaLayers } from './area-layers.js';
import { createMap, fit, newView, project, vectorLayer } from './base-map.js';
import { evidenceStyle, gapStyle, namedZoneStyle, timeStyle, trackStyle } from './styles.js';

/** One alert's map: the vehicle's way with its gaps, the areas that the detection names, the numbered evidence, the alert itself. */
export class EvidenceMap {
  #map;
  #areas = new AreaLayers();
  #named = vectorLayer(namedZoneStyle, { declutter: 'labels' });
  #track = vectorLayer(trackStyle);
  #gaps = vectorLayer(gapStyle, { declutter: 'labels' });
  #times = vectorLayer(timeStyle, { declutter: 'labels' });
  #evidence = vectorLayer(evidenceStyle);
  #alert = vectorLayer(undefined);

  constructor(target) {
    const own = [this.#named, this.#track, this.#times, this.#gaps, this.#evidence, this.#alert];
    this.#map = createMap(target, [...this.#areas.layers, ...own], newView());
  }

  /**
   * @param {{alert: object, evidence: object[], references: object}} dossier
   * @param {object|null} track the vehicle's, or null when there is none
   * @param {Object<string, Map<string, object>>} registry
   */
  show(dossier, track, registry) {
    this.#areas.show(registry);
    refill(this.#named, this.#namedAreas(dossier, registry));
    refill(this.#track, track === null ? [] : track.segments.map(segmentFeature));
    refill(this.#gaps, track === null ? [] : gapsOf(track).map(gapFeature));
    refill(this.#times, track === null ? [] : track.segments.flatMap(endFeatures));
    refill(this.#evidence, placedEvidence(dossier.evidence));
    refill(
      this.#alert,
      [alertFeature(dossier.alert, true)].filter((mark) => mark !== null),
    );
  }

  /** Brings what the alert is about into view: not the whole track, whose far ends would shrink the place itself. */
  fit() {
    const near = [this.#named, this.#evidence, this.#alert].filter(
      (layer) => layer.getSource().getFeatures().length > 0,
    );
    const extent = extentOf(near.length > 0 ? near : this.#areas.layers);
    // A single point says nothing without its surroundings.
    fit(this.#map, extent, { padding: 48, maxZoom: ol.extent.getArea(extent) === 0 ? 13 : 15.5 });
  }

  dispose() {
    this.#map.setTarget(null);
    this.#map.dispose();
  }

  #namedAreas({ references }, registry) {
    const ids = referencedIds(references).zone ?? [];
    return ids
      .map((id) => registry.zone.get(id))
      .filter((entry) => entry !== undefined)
      .map((entry) => areaFeature('zone', entry));
  }
}

function refill(layer, features) {
  layer.getSource().clear();
  layer.getSource().addFeatures(features);
}

function extentOf(layers) {
  const extent = ol.extent.createEmpty();
  layers.forEach((layer) => ol.extent.extend(extent, layer.getSource().getExtent()));
  return extent;
}

function segmentFeature({ points }) {
  return new ol.Feature(new ol.geom.LineString(points.map(project)));
}

// When the vehicle was seen first and last on a stretch.
function endFeatures({ points }) {
  return [points[0], points.at(-1)].map(
    (point) => new ol.Feature({ geometry: new ol.geom.Point(project(point)), time: at(point.observedAt, 'time') }),
  );
}

function gapFeature({ lost, found, ms }) {
  const label = t('map.gap', { minutes: Math.round(ms / 60_000) });
  return new ol.Feature({ geometry: new ol.geom.LineString([project(lost), project(found)]), label });
}

function placedEvidence(evidence) {
  return evidence
    .map(({ location }, index) => ({ location, number: String(index + 1) }))
    .filter(({ location }) => location)
    .map(({ location, number }) => new ol.Feature({ geometry: new ol.geom.Point(project(location)), number }));
}
