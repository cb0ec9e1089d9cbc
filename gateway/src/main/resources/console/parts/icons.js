import { h } from '../vendor.js';

// Drawn for a 20 × 20 field, strokes only, so that they take the colour of the text beside them.
const PATHS = {
  live: 'M3 16V9M8 16V4M13 16v-5M18 16V7',
  models: 'M4 5h12M4 10h12M4 15h7M15 13v5M12.5 15.5h5',
  deliveries: 'M3 5h14v9H9l-4 3v-3H3z',
  'dead-letters': 'M3 5h14v10H3zM3 5l7 6 7-6M7 18l6 0',
  'access-log': 'M10 3l6 2v5c0 4-3 6-6 7-3-1-6-3-6-7V5zM7 10l2 2 4-4',
  catalogue: 'M4 4h5v5H4zM11 4h5v5h-5zM4 11h5v5H4zM11 11h5v5h-5z',
};

export function icon(name) {
  return h('svg', { viewBox: '0 0 20 20', class: 'icon', 'aria-hidden': 'true' }, [h('path', { d: PATHS[name] })]);
}
