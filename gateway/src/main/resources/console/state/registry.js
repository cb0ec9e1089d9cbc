import { reactive, shallowReactive } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { byModel } from '../domain/model-life.js';
import { partsOf } from '../domain/subjects.js';
import { say } from '../i18n/index.js';

const KINDS = ['district', 'zone', 'station', 'camera', 'enterprise', 'department', 'officer'];

/** Registry entries by kind and id, as far as the caller may see them; vehicles are asked for one by one. */
export const registry = Object.fromEntries(KINDS.map((kind) => [kind, shallowReactive(new Map())]));

/** Names of the models by id. */
export const models = shallowReactive(new Map());

export const registryState = reactive({ loaded: false, problem: null });

/** Asks for all that names and places are taken from. */
export async function loadRegistry() {
  registryState.problem = null;
  try {
    await Promise.all(KINDS.map(loadKind));
    registryState.loaded = true;
  } catch (problem) {
    registryState.problem = problem;
  }
}

/** Forgets everything, for the next person at this screen. */
export function forgetRegistry() {
  [...Object.values(registry), models].forEach((known) => known.clear());
  Object.assign(registryState, { loaded: false, problem: null });
}

async function loadKind(kind) {
  let after;
  do {
    const page = await api.registry(kind, after);
    page.items.forEach((entry) => registry[kind].set(entry.id, entry));
    after = page.next;
  } while (after);
}

export async function loadModels() {
  const { items } = await api.models();
  // Of versions that judge beside each other the live one gives name and thresholds.
  byModel(items).forEach(({ id, any }) => models.set(id, any));
}

/** The name of a thing, or its id when it has none that the caller may see. */
export function nameOf(kind, id) {
  return say(registry[kind]?.get(id)?.details.name) || id;
}

export function modelName(id) {
  return say(models.get(id)?.name) || id;
}

/** What people call a subject: a plate, a firm's name, a manifest's number. */
export function subjectName(subject) {
  const { type, id } = partsOf(subject);
  return type === 'site' ? nameOf('zone', id) : nameOf(type, id);
}
