import { ref } from '../vendor.js';

function parse() {
  const [view = '', id = null] = location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  return { view: view || 'live', id };
}

/** Where the console is: `#/live`, `#/alerts/<id>`, `#/models` … */
export const route = ref(parse());

addEventListener('hashchange', () => {
  route.value = parse();
});

export function alertLink(id) {
  return `#/alerts/${encodeURIComponent(id)}`;
}
