import { shallowReactive } from '../vendor.js';

/**
 * One answer of the platform as a screen shows it: loading, there, or a problem.
 * @param {() => Promise} question asks the platform
 */
export function useLoad(question) {
  const state = shallowReactive({ data: null, problem: null, loading: false });
  let asked = 0;
  let shown = 0;
  // An answer is shown unless a later question's answer is shown already: whoever waits for a reload then sees what it brought.
  function show(mine, answer) {
    if (mine > shown) {
      shown = mine;
      Object.assign(state, answer, { loading: mine < asked });
    }
  }
  async function reload() {
    const mine = ++asked;
    state.loading = true;
    try {
      show(mine, { data: await question(), problem: null });
    } catch (problem) {
      show(mine, { problem });
    }
  }
  return { state, reload };
}

/**
 * Pages of a list as one growing list.
 * @param {(after: string|undefined) => Promise<{items: object[], next?: string}>} question asks for the page behind a cursor
 */
export function usePages(question) {
  const state = shallowReactive({ items: [], next: undefined, problem: null, loading: false });
  let latest = 0;
  async function fetchPage(after, earlier) {
    const mine = ++latest;
    state.loading = true;
    try {
      const page = await question(after);
      if (mine === latest) {
        Object.assign(state, { items: [...earlier, ...page.items], next: page.next, problem: null, loading: false });
      }
    } catch (problem) {
      if (mine === latest) {
        Object.assign(state, { problem, loading: false });
      }
    }
  }
  return {
    state,
    reload: () => fetchPage(undefined, []),
    more: () => fetchPage(state.next, state.items),
  };
}
