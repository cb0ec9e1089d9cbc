import { ol } from '../vendor.js';
import { settings } from '../state/settings.js';

// Where the map lies before anything is known: all of China.
const FIRST_CENTRE = [105, 35];
const FIRST_ZOOM = 4;

/** WGS-84 degrees in the map's projection (Web Mercator). */
export function project({ longitude, latitude }) {
  return ol.proj.fromLonLat([longitude, latitude]);
}

/** A polygon from a ring whose first point is not repeated. */
export function polygon(boundary) {
  const ring = boundary.map(project);
  return new ol.geom.Polygon([[...ring, ring[0]]]);
}

function tileLayer() {
  const { tileUrl, tileAttribution } = settings.value;
  return tileUrl === ''
    ? []
    : [new ol.layer.Tile({ source: new ol.source.XYZ({ url: tileUrl, attributions: escapeHtml(tileAttribution) }) })];
}

// OpenLayers sets an attribution as HTML; the setting is text.
function escapeHtml(text) {
  const span = document.createElement('span');
  span.textContent = text;
  return span.innerHTML;
}

function controls() {
  const common = [new ol.control.Zoom({ zoomInTipLabel: '+', zoomOutTipLabel: '−' }), new ol.control.ScaleLine()];
  return settings.value.tileAttribution === ''
    ? common
    : [...common, new ol.control.Attribution({ collapsible: false })];
}

/**
 * A map without anything but the installation's tiles, if it has any.
 * @param {HTMLElement} target
 * @param {ol.layer.Base[]} layers from the bottom to the top
 * @param {ol.View} view another map's view to go on with
 */
export function createMap(target, layers, view = newView()) {
  return new ol.Map({ target, view, controls: controls(), layers: [...tileLayer(), ...layers] });
}

export function newView() {
  return new ol.View({ center: ol.proj.fromLonLat(FIRST_CENTRE), zoom: FIRST_ZOOM, maxZoom: 19 });
}

/** A layer of its own features. */
export function vectorLayer(style, options = {}) {
  return new ol.layer.Vector({ source: new ol.source.Vector(), style, ...options });
}

/** Brings an extent into view; an empty one changes nothing. */
export function fit(map, extent, { padding = 40, maxZoom = 16 } = {}) {
  if (!ol.extent.isEmpty(extent)) {
    map.getView().fit(extent, { padding: Array(4).fill(padding), maxZoom });
  }
}
