import { computed, reactive, shallowReactive, watch } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { isOpen, isOverdue, LEVELS, ORDERS } from '../domain/alerts.js';
import { modelName, subjectName } from './registry.js';
import { say } from '../i18n/index.js';
import { now, serverNow } from './clock.js';

const PAGE = 200;
const RECENT_MS = 24 * 3_600_000;
const MOST_RECENT = 2_000;

/** Every alert that this console knows, by id; the newest version that it was told of. */
export const alerts = shallowReactive(new Map());

/** What the list shows. `stage`: `open`, `closed` or `all`; `order`: one of {@link ORDERS}. */
export const filters = reactive({
  levels: Object.fromEntries(LEVELS.map((level) => [level, true])),
  stage: 'open',
  model: '',
  order: 'urgent',
  text: '',
  overdueOnly: false,
});

export const paging = reactive({ loading: false, problem: null, next: undefined });

/** Takes an alert in from a page, an answer or the stream: whichever comes last, the higher version is the truth. */
export function takeIn(alert) {
  const known = alerts.get(alert.id);
  if (known === undefined || known.version <= alert.version) {
    alerts.set(alert.id, alert);
  }
}

function query() {
  const chosen = LEVELS.filter((level) => filters.levels[level]);
  return {
    open: { open: true, closed: false, all: undefined }[filters.stage],
    level: chosen.length === 1 ? chosen[0] : undefined,
    model: filters.model,
    limit: PAGE,
  };
}

let latest = 0;

async function fetchPage(after) {
  const mine = ++latest;
  paging.loading = true;
  try {
    const page = await api.alerts({ ...query(), after });
    page.items.forEach(takeIn);
    if (mine === latest) {
      Object.assign(paging, { loading: false, problem: null, next: page.next });
    }
  } catch (problem) {
    if (mine === latest) {
      Object.assign(paging, { loading: false, problem });
    }
  }
}

export const reloadAlerts = () => fetchPage(undefined);
export const moreAlerts = () => fetchPage(paging.next);

/** Asks for the last day's alerts in every state, which the figures count. Without them the figures count what the list has loaded. */
export async function loadRecent() {
  const from = new Date(serverNow() - RECENT_MS).toISOString();
  let after;
  do {
    const page = await api.alerts({ from, after, limit: PAGE });
    page.items.forEach(takeIn);
    after = page.next;
  } while (after && alerts.size < MOST_RECENT);
}

/** Forgets everything, for the next person at this screen. */
export function forgetAlerts() {
  alerts.clear();
}

// Text and overdue are judged here, from what is loaded; the others change what the platform is asked for.
watch(() => [filters.stage, filters.model, ...Object.values(filters.levels)], reloadAlerts);

function searched(alert) {
  const subjects = [alert.subject, ...alert.mentions].flatMap((subject) => [subject, subjectName(subject)]);
  return [...subjects, modelName(alert.model), say(alert.text)].join('\n').toLowerCase();
}

function inStage(alert) {
  return filters.stage === 'all' || isOpen(alert) === (filters.stage === 'open');
}

const ofStage = computed(() =>
  [...alerts.values()].filter((alert) => inStage(alert) && (filters.model === '' || alert.model === filters.model)),
);

/** How many there are of each level before levels are chosen. */
export const countByLevel = computed(() =>
  Object.fromEntries(LEVELS.map((level) => [level, ofStage.value.filter((alert) => alert.level === level).length])),
);

export const listed = computed(() => {
  const text = filters.text.trim().toLowerCase();
  return ofStage.value
    .filter((alert) => filters.levels[alert.level])
    .filter((alert) => text === '' || searched(alert).includes(text))
    .filter((alert) => !filters.overdueOnly || isOverdue(alert, now.value))
    .sort(ORDERS[filters.order]);
});

export const overdueCount = computed(() => ofStage.value.filter((alert) => isOverdue(alert, now.value)).length);
