import { ol } from '../vendor.js';
import { colour, FONT } from '../palette.js';

const { Circle, Fill, RegularShape, Stroke, Style, Text } = ol.style;

// Labels of small things only where there is room for them, m per pixel.
const ZONE_LABELS_BELOW = 14;
const POINT_LABELS_BELOW = 10;
const OUTLINES_BELOW = 28;
// From afar the county's name, near by its towns'.
const COUNTY_LABELS_ABOVE = 120;
const SENSITIVE = new Set(['pit', 'river-bank', 'woodland', 'sensitive']);

const fill = (name) => new Fill({ color: colour(name) });
const stroke = (name, width, lineDash) => new Stroke({ color: colour(name), width, lineDash });

function label(text, { size = 12, weight = '', ink = 'ink-2', offsetY = 0 } = {}) {
  return new Text({
    text,
    offsetY,
    font: `${weight} ${size}px ${FONT}`,
    fill: fill(ink),
    stroke: new Stroke({ color: colour('map-halo'), width: 3 }),
    overflow: true,
  });
}

export function districtStyle(feature, resolution) {
  const county = feature.get('level') === 'county';
  return new Style({
    fill: fill('map-land'),
    stroke: stroke('map-border', county ? 2.5 : 1),
    text:
      county === resolution > COUNTY_LABELS_ABOVE
        ? label(feature.get('name'), { size: 13, ink: 'map-place' })
        : undefined,
  });
}

export function zoneStyle(feature, resolution) {
  return SENSITIVE.has(feature.get('type'))
    ? sensitiveZoneStyle(feature, resolution)
    : plainZoneStyle(feature, resolution);
}

function sensitiveZoneStyle(feature, resolution) {
  const far = resolution > OUTLINES_BELOW;
  return new Style({
    fill: fill('map-sensitive-fill'),
    // A dashed line around a few pixels is a smudge.
    stroke: far ? stroke('map-sensitive', 1) : stroke('map-sensitive', feature.get('core') ? 2.5 : 1.5, [6, 4]),
    text: resolution < ZONE_LABELS_BELOW ? label(feature.get('name'), { ink: 'map-sensitive' }) : undefined,
  });
}

function plainZoneStyle(feature, resolution) {
  if (resolution > OUTLINES_BELOW) {
    return null;
  }
  return new Style({
    fill: fill('map-zone-fill'),
    stroke: stroke('map-zone', 1.25),
    text: resolution < ZONE_LABELS_BELOW ? label(feature.get('name'), { ink: 'map-zone-ink' }) : undefined,
  });
}

/** A zone that a detection names. */
export function namedZoneStyle(feature) {
  return new Style({
    fill: fill('map-named-fill'),
    stroke: stroke('map-named', 2.5, [8, 4]),
    // Below the middle, where the alert's own mark usually is.
    text: label(feature.get('name'), { weight: 'bold', ink: 'map-named', offsetY: 22 }),
  });
}

const SHAPES = {
  station: { points: 4, angle: Math.PI / 4, stroke: stroke('map-station', 1.75) },
  camera: { points: 3, angle: Math.PI, stroke: stroke('map-camera', 1.75) },
};

/** Stations and cameras: small from afar, where there are many, and named near by. */
export function pointStyle(kind) {
  const small = new RegularShape({ ...SHAPES[kind], radius: 3.5, fill: fill('surface') });
  const full = new RegularShape({ ...SHAPES[kind], radius: 7, fill: fill('surface') });
  return (feature, resolution) =>
    new Style({
      image: resolution > OUTLINES_BELOW ? small : full,
      text: resolution < POINT_LABELS_BELOW ? label(feature.get('name'), { size: 11, offsetY: 16 }) : undefined,
    });
}

// The list's shapes: circle, triangle, diamond.
function levelShape(level, scale) {
  const paint = { fill: fill(`${level}-fill`), stroke: stroke('surface', 2) };
  switch (level) {
    case 'red':
      return new RegularShape({ points: 4, radius: 12 * scale, ...paint });
    case 'yellow':
      return new RegularShape({ points: 3, radius: 12 * scale, ...paint });
    default:
      return new Circle({ radius: 8.5 * scale, ...paint });
  }
}

const alertStyles = new Map();

/** @param {boolean} prominent else small and pale, below the others */
export function alertStyle(level, prominent) {
  const key = `${level} ${prominent}`;
  if (!alertStyles.has(key)) {
    const image = levelShape(level, prominent ? 1 : 0.65);
    image.setOpacity(prominent ? 1 : 0.55);
    alertStyles.set(key, new Style({ image, zIndex: { red: 3, yellow: 2, blue: 1 }[level] + (prominent ? 10 : 0) }));
  }
  return alertStyles.get(key);
}

/** Lines where the vehicle was seen all the way, dots where it was seen. */
export const trailStyle = [
  new Style({ stroke: stroke('map-trail', 1.5) }),
  new Style({
    image: new Circle({ radius: 1.5, fill: fill('map-trail') }),
    geometry: (feature) => new ol.geom.MultiPoint(feature.getGeometry().getCoordinates().flat()),
  }),
];

const DIRECTIONS = 24;
const truckStyles = Array.from({ length: DIRECTIONS }, (_, step) => {
  const rotation = (step / DIRECTIONS) * 2 * Math.PI;
  const paint = { fill: fill('map-truck'), stroke: stroke('surface', 1) };
  return new Style({
    image: new RegularShape({ points: 3, radius: 5.5, scale: [0.75, 1.15], rotation, rotateWithView: true, ...paint }),
  });
});
const standingTruckStyle = new Style({
  image: new Circle({ radius: 3, fill: fill('map-truck'), stroke: stroke('surface', 1) }),
});

/** @param {number|null} heading radians clockwise from north, null while the vehicle stands or nothing is known */
export function truckStyle(heading) {
  if (heading === null) {
    return standingTruckStyle;
  }
  const step = Math.round((heading / (2 * Math.PI)) * DIRECTIONS);
  return truckStyles[((step % DIRECTIONS) + DIRECTIONS) % DIRECTIONS];
}

export const trackStyle = [
  new Style({ stroke: stroke('surface', 6) }),
  new Style({ stroke: stroke('map-track', 3.5) }),
];

/** A gap is not a line that was driven: thin, dotted, and it says how long nothing was known. */
export function gapStyle(feature) {
  return new Style({
    stroke: stroke('map-gap', 1.5, [2, 7]),
    text: label(feature.get('label'), { size: 11, ink: 'map-gap', offsetY: -8 }),
  });
}

const timeDot = new Circle({ radius: 3.5, fill: fill('surface'), stroke: stroke('map-track', 2) });

export function timeStyle(feature) {
  return new Style({ image: timeDot, text: label(feature.get('time'), { size: 11, ink: 'map-track', offsetY: 14 }) });
}

export function evidenceStyle(feature) {
  return new Style({
    image: new Circle({ radius: 9, fill: fill('ink'), stroke: stroke('surface', 2) }),
    text: new Text({ text: feature.get('number'), font: `bold 10px ${FONT}`, fill: fill('surface'), offsetY: 1 }),
    zIndex: 20,
  });
}
