import { ol } from '../vendor.js';
import { say } from '../i18n/index.js';
import { polygon, project, vectorLayer } from './base-map.js';
import { districtStyle, pointStyle, zoneStyle } from './styles.js';

function feature(kind, entry, geometry) {
  const { details } = entry;
  const { type, core, level } = details;
  return new ol.Feature({ geometry, kind, id: entry.id, name: say(details.name), type, core, level });
}

export function areaFeature(kind, entry) {
  return feature(kind, entry, polygon(entry.details.boundary));
}

function fill(layer, kind, entries, geometryOf) {
  const source = layer.getSource();
  source.clear();
  source.addFeatures(entries.map((entry) => feature(kind, entry, geometryOf(entry.details))));
}

const ofBoundary = (details) => polygon(details.boundary);
const ofPlace = (details) => new ol.geom.Point(project(details.location));

/** The registry on the map: districts, zones, stations and cameras, each a layer. */
export class AreaLayers {
  districts = vectorLayer(districtStyle, { declutter: 'labels' });
  zones = vectorLayer(zoneStyle, { declutter: 'labels' });
  stations = vectorLayer(pointStyle('station'));
  cameras = vectorLayer(pointStyle('camera'), { maxResolution: 60 });

  /** From the bottom to the top. */
  get layers() {
    return [this.districts, this.zones, this.cameras, this.stations];
  }

  /** @param {Object<string, Map<string, object>>} registry entries by kind and id */
  show(registry) {
    // Counties below towns, so that a town's fill does not hide behind its county's.
    const districts = [...registry.district.values()].sort((one, other) => one.id.length - other.id.length);
    fill(this.districts, 'district', districts, ofBoundary);
    fill(this.zones, 'zone', [...registry.zone.values()], ofBoundary);
    fill(this.stations, 'station', [...registry.station.values()], ofPlace);
    fill(this.cameras, 'camera', [...registry.camera.values()], ofPlace);
  }

  get extent() {
    const extent = ol.extent.createEmpty();
    this.layers.forEach((layer) => ol.extent.extend(extent, layer.getSource().getExtent() ?? ol.extent.createEmpty()));
    return extent;
  }
}
