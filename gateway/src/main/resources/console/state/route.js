import { ref } from '../vendor.js';

const FIRST = { view: 'live', id: null, section: null, rest: [] };

/** What an address shows; the first page when it cannot be read, as of a link that was cut inside a letter. */
export function routeOf(hash) {
  try {
    const [view = '', id = null, section = null, ...rest] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
    return { view: view || FIRST.view, id, section, rest };
  } catch (malformed) {
    if (malformed instanceof URIError) {
      return FIRST;
    }
    throw malformed;
  }
}

/** Where the console is: `#/live`, `#/alerts/<id>`, `#/models`, `#/models/<id>/<section>/…` … */
export const route = ref(routeOf(location.hash));

addEventListener('hashchange', () => {
  route.value = routeOf(location.hash);
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
