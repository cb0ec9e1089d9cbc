import { computed, h, nextTick, watch } from '../vendor.js';
import { locale, t, term } from '../i18n/index.js';
import { live } from '../state/live.js';
import { subjectName } from '../state/registry.js';
import { route } from '../state/route.js';
import { may } from '../state/session.js';
import { icon } from '../parts/icons.js';
import { PageHeader } from '../parts/page-header.js';
import { AccessLogView } from './access-log-view.js';
import { AlertView } from './alert-view.js';
import { CatalogueView } from './catalogue-view.js';
import { DeadLettersView } from './dead-letters-view.js';
import { DeliveriesView } from './deliveries-view.js';
import { LiveView } from './live-view.js';
import { ModelView } from './model-view.js';
import { ModelsView } from './models-view.js';

/** The pages, in the order of the navigation; each is there for those whose role may ask what it shows. `one`: the page of a thing in its list. */
const PAGES = [
  { name: 'live', operation: 'listAlerts' },
  { name: 'models', operation: 'listModels', view: ModelsView, one: ModelView },
  { name: 'deliveries', operation: 'listDeliveries', view: DeliveriesView },
  { name: 'dead-letters', operation: 'listDeadLetters', view: DeadLettersView },
  { name: 'access-log', operation: 'listAccessLog', view: AccessLogView },
  { name: 'catalogue', operation: 'getCatalogue', view: CatalogueView },
];

function navigation(pages, current) {
  const links = pages.map(({ name }) =>
    h('a', { href: `#/${name}`, class: 'nav-link', 'aria-current': name === current ? 'page' : undefined }, [
      icon(name),
      h('span', t(`nav.${name}`)),
    ]),
  );
  return h('nav', { class: 'nav', 'aria-label': t('nav.label') }, links);
}

function currentPage(pages) {
  if (route.value.view === 'alerts' && may('getAlert')) {
    return { name: 'alerts' };
  }
  return pages.find(({ name }) => name === route.value.view) ?? pages[0] ?? null;
}

function announcement() {
  const alert = live.raised;
  const text =
    alert === null ? '' : t('list.new', { level: term('level', alert.level), subject: subjectName(alert.subject) });
  return h('p', { class: 'only-read', 'aria-live': 'polite' }, text);
}

function content(page) {
  if (page === null) {
    return h('p', { class: 'page faint' }, t('nav.noView'));
  }
  if (page.name === 'alerts') {
    return h(AlertView, { id: route.value.id, key: route.value.id });
  }
  const { id, section, rest } = route.value;
  if (page.one && id !== null) {
    return h(page.one, { id, section, path: rest, key: `${page.name}/${id}` });
  }
  return page.view ? h(page.view, { key: page.name }) : null;
}

/** Header, navigation and the current page. */
export const Shell = {
  setup() {
    const pages = computed(() => PAGES.filter(({ operation }) => may(operation)));
    // The reader of a screen reader follows to the new page; the heading is the page's beginning.
    watch(
      () => `${route.value.view}/${route.value.id}`,
      () => nextTick(() => document.querySelector('main h1')?.focus()),
    );
    watch(locale, () => (document.title = `${t('app.name')} · ${t('app.subtitle')}`), { immediate: true });
    return () => {
      const page = currentPage(pages.value);
      const isLive = page?.name === 'live';
      return h('div', { class: 'shell' }, [
        h('a', { class: 'skip', href: '#main', onClick: skip }, t('app.skip')),
        h(PageHeader, null, { default: () => navigation(pages.value, page?.name === 'alerts' ? 'live' : page?.name) }),
        h('main', { id: 'main', tabindex: -1 }, [
          // Kept while another page is shown: the map keeps its place and the trails of the vehicles.
          may('listAlerts') ? h(LiveView, { class: { hidden: !isLive }, key: 'live' }) : null,
          isLive ? null : content(page),
        ]),
        announcement(),
      ]);
    };
  },
};

// The address's hash is the console's own route, so the link may not change it.
function skip(event) {
  event.preventDefault();
  document.getElementById('main').focus();
}
