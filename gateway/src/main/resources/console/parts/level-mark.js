import { h } from '../vendor.js';
import { term } from '../i18n/index.js';

// A shape beside each colour: about one man in twelve cannot tell all three colours apart.
const SHAPES = {
  blue: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z',
  yellow: 'M8 1l7.2 13.5H.8z',
  red: 'M8 .3L15.7 8L8 15.7L.3 8z',
};

/** The level as shape and colour; with its word unless the word stands beside it anyway. */
export function levelMark(level, { word = true } = {}) {
  const svg = h('svg', { viewBox: '0 0 16 16', class: 'level-shape', 'aria-hidden': 'true' }, [
    h('path', { d: SHAPES[level] }),
  ]);
  const name = term('level', level);
  return h('span', { class: ['level', `level-${level}`], title: word ? undefined : name }, [
    svg,
    h('span', { class: word ? 'level-word' : 'only-read' }, name),
  ]);
}
