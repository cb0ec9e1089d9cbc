import { ref } from '../vendor.js';

function parse() {
  const [view = '', id = null, section = null, ...rest] = location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  return { view: view || 'live', id, section, rest };
}

/** Where the console is: `#/live`, `#/alerts/<id>`, `#/models`, `#/models/<id>/<section>/…` … */
export const route = ref(parse());

addEventListener('hashchange', () => {
  route.value = parse();
});

export function alertLink(id) {
  return `#/alerts/${encodeURIComponent(id)}`;
}

/** @param {...string} path section and what it shows, for example `versions`, `3` */
export function modelLink(id, ...path) {
  return `#/${['models', id, ...path].map(encodeURIComponent).join('/')}`;
}

export function go(link) {
  location.hash = link;
}
