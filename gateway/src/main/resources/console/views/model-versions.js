import { computed, h, onBeforeUnmount, ref } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { allowedFor, nextNumber, renumbered } from '../domain/model-life.js';
import { t } from '../i18n/index.js';
import { CertificationCard } from '../parts/certification-card.js';
import { draftButton } from '../parts/draft-button.js';
import { DraftForm } from '../parts/draft-form.js';
import { problemBox } from '../parts/problem-box.js';
import { versionGate } from '../parts/version-gate.js';
import { versionHistory } from '../parts/version-history.js';
import { VersionPanel } from '../parts/version-panel.js';
import { versionTable } from '../parts/version-table.js';
import { VersionText } from '../parts/version-text.js';
import { versionWatch } from '../parts/version-watch.js';
import { useLoad } from '../state/load.js';
import { go, modelLink } from '../state/route.js';

const REFRESH_MS = 2_000;

/** The versions of a model, their life so far, and the steps that this caller may order. */
export const ModelVersions = {
  props: { model: { type: Object, required: true }, path: { type: Array, required: true }, reload: { type: Function, required: true } },
  setup(props) {
    const { state, reload } = useLoad(() => api.versions(props.model.id));
    const drafting = ref(false);
    const chosen = computed(() => {
      const items = state.data?.items ?? [];
      return items.find(({ version }) => String(version) === props.path[0]) ?? items[0] ?? null;
    });
    // A gate ends by itself; nothing else on this page changes without somebody's order.
    const isGating = () => state.data?.items.some(({ stage }) => stage === 'gating') ?? false;
    const timer = setInterval(() => isGating() && !document.hidden && reload(), REFRESH_MS);
    onBeforeUnmount(() => clearInterval(timer));
    reload();
    const reloadAll = () => Promise.all([reload(), props.reload()]);
    async function drafted({ version }) {
      drafting.value = false;
      await reload();
      go(modelLink(props.model.id, 'versions', String(version)));
    }
    const draft = ({ items }) => {
      const { id, live } = props.model;
      const number = nextNumber([live?.version, ...items.map(({ version }) => version)]);
      const text = items[0]?.text ?? live?.source ?? '';
      const begin = { text: renumbered(text, number), cases: items[0]?.cases ?? '' };
      return h(DraftForm, { model: id, ...begin, onDone: drafted, onCancel: () => (drafting.value = false) });
    };
    const body = (list) => [
      h('div', { class: 'row' }, [
        draftButton(drafting),
        h('button', { type: 'button', class: 'button', onClick: reloadAll }, t('common.refresh')),
      ]),
      drafting.value ? draft(list) : null,
      versionTable(props.model, list, chosen.value?.version ?? null),
      h('div', { class: 'version-page' }, [side(props.model, list, chosen.value, reloadAll), sight(props.model, list, chosen.value)]),
    ];
    return () =>
      h('div', { class: 'stack' }, [
        state.problem === null ? null : problemBox(state.problem, reload),
        state.data === null && state.loading ? h('p', { class: 'faint', role: 'status' }, t('common.loading')) : null,
        ...(state.data === null ? [] : body(state.data)),
      ]);
  },
};

/** Read and tabbed first, for acting is what the page is for; shown on the right. */
function side({ certification }, list, version, reload) {
  return h('div', { class: 'version-do' }, [
    version === null
      ? null
      : h(VersionPanel, { key: version.version, version, allowed: allowedFor(list, version.version), reload }),
    certification === null ? null : h(CertificationCard, { certification, reload }),
    version === null ? null : versionHistory(version),
  ]);
}

function sight({ live }, list, version) {
  return h('div', { class: 'version-see' }, [
    version === null ? null : versionGate(version),
    versionWatch(list, version),
    version === null ? null : h(VersionText, { key: version.version, version, live }),
  ]);
}
