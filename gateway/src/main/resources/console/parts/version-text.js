import { computed, h, ref } from '../vendor.js';
import { diffLines, isChanged } from '../domain/line-diff.js';
import { t } from '../i18n/index.js';
import { yamlDiff, yamlText } from './yaml-text.js';

/** The text of a version, as it is or as what it changes of the live one; its table of cases below. */
export const VersionText = {
  props: { version: { type: Object, required: true }, live: { type: Object, default: null } },
  setup(props) {
    const comparable = () => props.live !== null && props.live.version !== props.version.version;
    const compared = ref(comparable());
    const rows = computed(() => diffLines(props.live.source, props.version.text));
    const choice = (value, text) =>
      h('button', { type: 'button', class: 'button', 'aria-pressed': compared.value === value, onClick: () => (compared.value = value) }, text);
    const switches = () =>
      !comparable()
        ? null
        : h('span', { class: 'end row' }, [
            choice(true, t('versionText.diff', { version: props.live.version })),
            choice(false, t('versionText.whole')),
          ]);
    const content = () => {
      const label = t('versionText.title', props.version);
      if (!compared.value || !comparable()) {
        return yamlText(props.version.text, label);
      }
      return isChanged(rows.value) ? yamlDiff(rows.value, label) : h('p', { class: 'faint' }, t('versionText.same'));
    };
    return () =>
      h('section', { class: 'card model' }, [
        h('div', { class: 'row' }, [h('h2', t('versionText.title', props.version)), switches()]),
        content(),
        h('details', [h('summary', t('versionText.cases')), yamlText(props.version.cases, t('versionText.cases'))]),
      ]);
  },
};
