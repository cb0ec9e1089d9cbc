import { api } from '../api/endpoints.js';
import { byModel } from '../domain/model-life.js';
import { serverNow } from './clock.js';
import { may } from './session.js';

const MONTH_MS = 30 * 86_400_000;
const NOTHING = { items: [] };

/** The outcomes of alerts that were raised in the last 30 days. */
const recentOutcomes = () => api.outcomes({ from: new Date(serverNow() - MONTH_MS).toISOString() });

/** What the list of models shows, as far as the caller's role may ask for it. */
export async function loadModelsPage() {
  const [models, certifications, outcomes, held, late] = await Promise.all([
    api.models(),
    may('listCertifications') ? api.certifications() : NOTHING,
    may('getModelOutcomes') ? recentOutcomes() : NOTHING,
    may('getModelState') ? api.modelState() : null,
    may('getModelLateness') ? api.lateness() : null,
  ]);
  const items = byModel(models.items).map((model) => ({
    ...model,
    certification: certificationOf(certifications, model),
    outcome: outcomes.items.find((one) => one.model === model.id) ?? null,
  }));
  return { items, held, late };
}

/** One model: what judges of it, its certification and what became of its alerts; a model of which nothing judges yet has neither. */
export async function loadModel(id) {
  const { items } = await loadModelsPage();
  return (
    items.find((model) => model.id === id) ?? { id, live: null, trials: [], any: null, certification: null, outcome: null }
  );
}

function certificationOf({ items, noticeDays }, { id, live }) {
  const found = items.find((one) => one.model === id && one.version === live?.version);
  return found === undefined ? null : { ...found, noticeDays };
}
