import { ol } from '../vendor.js';
import { project, vectorLayer } from './base-map.js';
import { trailStyle, truckStyle } from './styles.js';

const TRAIL_POINTS = 8;
// Further apart than this, two positions are not a way that was driven: each is a dot of its own.
const CONNECTED_MS = 120_000;
const MOVING_KMH = 2;
const FORGET_AFTER_MS = 10 * 60_000;
const REDRAW_EVERY_MS = 250;

/** Moving vehicles with a trail behind each. Positions are hints: sampled, maybe out of order, never complete. */
export class TruckLayer {
  layer = vectorLayer(undefined, { updateWhileInteracting: true });
  trails = vectorLayer(trailStyle);
  #trucks = new Map();
  #pending = new Map();
  #timer = null;
  #counted;

  /** @param {(count: number) => void} counted told how many vehicles there are after each redraw */
  constructor(counted) {
    this.#counted = counted;
  }

  /** @param {{subject: string, longitude: number, latitude: number, speedKmh?: number, observedAt: string}} position */
  take(position) {
    const truck = this.#trucks.get(position.subject);
    if (truck !== undefined && truck.position.observedAt >= position.observedAt) {
      return;
    }
    // A thousand vehicles report at once: drawn together, a few times a second.
    this.#pending.set(position.subject, position);
    this.#timer ??= setTimeout(() => this.#redraw(), REDRAW_EVERY_MS);
  }

  stop() {
    clearTimeout(this.#timer);
  }

  /** The last position of a vehicle. */
  positionOf(subject) {
    return this.#trucks.get(subject)?.position;
  }

  #redraw() {
    this.#timer = null;
    const receivedAt = Date.now();
    this.#pending.forEach((position) => this.#move(position, receivedAt));
    this.#pending.clear();
    this.#forgetSilent(receivedAt);
    this.#counted(this.#trucks.size);
  }

  #move(position, receivedAt) {
    const truck = this.#trucks.get(position.subject) ?? this.#add(position.subject);
    const place = project(position);
    truck.points = [...truck.points, { place, at: Date.parse(position.observedAt) }].slice(-TRAIL_POINTS);
    truck.position = position;
    truck.receivedAt = receivedAt;
    truck.mark.getGeometry().setCoordinates(place);
    truck.mark.setStyle(truckStyle(heading(truck.points, position)));
    truck.trail.getGeometry().setCoordinates(stretches(truck.points));
  }

  #add(subject) {
    const truck = {
      mark: new ol.Feature({ geometry: new ol.geom.Point([]), kind: 'truck', id: subject }),
      trail: new ol.Feature({ geometry: new ol.geom.MultiLineString([]) }),
      points: [],
      position: null,
      receivedAt: 0,
    };
    this.#trucks.set(subject, truck);
    this.layer.getSource().addFeature(truck.mark);
    this.trails.getSource().addFeature(truck.trail);
    return truck;
  }

  #forgetSilent(now) {
    this.#trucks.forEach((truck, subject) => {
      if (now - truck.receivedAt > FORGET_AFTER_MS) {
        this.layer.getSource().removeFeature(truck.mark);
        this.trails.getSource().removeFeature(truck.trail);
        this.#trucks.delete(subject);
      }
    });
  }
}

/** Lists of places that were driven without a gap. */
function stretches(points) {
  return points.reduce((lines, { place, at }, index) => {
    const joins = index > 0 && at - points[index - 1].at <= CONNECTED_MS;
    joins ? lines.at(-1).push(place) : lines.push([place]);
    return lines;
  }, []);
}

/** Radians clockwise from north along the last two points, or null when standing. */
function heading(points, { speedKmh }) {
  if (points.length < 2 || (speedKmh !== undefined && speedKmh < MOVING_KMH)) {
    return null;
  }
  const [[fromX, fromY], [toX, toY]] = points.slice(-2).map(({ place }) => place);
  return fromX === toX && fromY === toY ? null : Math.atan2(toX - fromX, toY - fromY);
}
