import { ol } from '../vendor.js';
import { isOpen } from '../domain/alerts.js';
import { project, vectorLayer } from './base-map.js';
import { alertStyle } from './styles.js';

/**
 * A mark of an alert at its place, or null when it has none.
 * @param {boolean} prominent drawn in full; else small and pale
 */
export function alertFeature(alert, prominent) {
  if (!alert.location) {
    return null;
  }
  const mark = new ol.Feature({ geometry: new ol.geom.Point(project(alert.location)), kind: 'alert', id: alert.id });
  mark.setStyle(alertStyle(alert.level, prominent));
  return mark;
}

/** Alerts as coloured marks. */
export class AlertLayer {
  layer = vectorLayer(undefined);

  /** @param {object[]} alerts all that are to be seen */
  show(alerts) {
    const source = this.layer.getSource();
    source.clear();
    source.addFeatures(alerts.map((alert) => alertFeature(alert, isOpen(alert))).filter((mark) => mark !== null));
  }
}
