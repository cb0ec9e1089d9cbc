import { h } from '../vendor.js';
import { api } from '../api/endpoints.js';
import { personsBehind, personsIn } from '../domain/purpose.js';
import { t, term } from '../i18n/index.js';
import { useLoad } from '../state/load.js';
import { nameOf } from '../state/registry.js';
import { factList } from './fact-list.js';
import { problemBox } from './problem-box.js';
import { PurposeForm } from './purpose-form.js';

const PURPOSE_REQUIRED = 'urn:sanse:problem:purpose-required';

/** The bundle that proves an alert (证据包), to be kept as a file; what it says of persons is shown here, for a purpose. */
export const AlertBundle = {
  props: { dossier: { type: Object, required: true } },
  setup(props) {
    let stated = null;
    const { state, reload } = useLoad(() => api.bundle(props.dossier.alert.id, stated));
    function ask(purpose) {
      stated = purpose;
      return reload();
    }
    const asksPurpose = () =>
      personsBehind(props.dossier).length > 0 || state.problem?.members?.type === PURPOSE_REQUIRED;
    const order = () =>
      asksPurpose()
        ? h(PurposeForm, { alertId: props.dossier.alert.id, sending: state.loading, onSubmit: ask })
        : h('button', { type: 'button', class: 'button', disabled: state.loading, onClick: () => ask(null) }, t('bundle.get'));
    return () =>
      h('section', { class: 'card bundle' }, [
        h('h2', t('bundle.title')),
        h('p', { class: 'faint small' }, t('bundle.hint')),
        state.data === null ? order() : content(state.data, props.dossier.alert.id),
        state.loading ? h('p', { class: 'faint', role: 'status' }, t('common.loading')) : null,
        state.problem === null ? null : problemBox(state.problem),
      ]);
  },
};

function content(bundle, id) {
  return [
    h('p', t('bundle.content', { history: bundle.history.length, registry: bundle.registry.length })),
    h('p', { class: 'small' }, [t('bundle.hash'), ' ', h('code', bundle.hashes.whole)]),
    ...personsIn(bundle).map(person),
    h('button', { type: 'button', class: 'button primary', onClick: () => save(bundle, `bundle-${id}.json`) }, t('bundle.save')),
  ];
}

function person({ id, version, details }) {
  const qualification = ({ type, until }) => `${term('qualification', type)} ${t('bundle.until', { until })}`;
  return h('div', { class: 'bundle-person' }, [
    h('h3', `${term('subject', 'person')} ${id}`),
    factList([
      [t('bundle.record'), t(details.record ? 'bundle.hasRecord' : 'common.none')],
      [t('bundle.qualifications'), details.qualifications.map(qualification).join(t('common.comma')) || t('common.none')],
      [t('bundle.vehicles'), (details.vehicles ?? []).join(t('common.comma'))],
      [t('bundle.firms'), (details.enterprises ?? []).map((code) => nameOf('enterprise', code)).join(t('common.comma'))],
    ]),
    h('p', { class: 'faint small' }, t('alert.version', { version })),
  ]);
}

function save(bundle, name) {
  const url = URL.createObjectURL(new Blob([JSON.stringify(bundle)], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}
