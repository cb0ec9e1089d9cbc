import { h } from '../vendor.js';
import { t } from '../i18n/index.js';

let lastId = 0;

/** A new id that ties a label to its control. */
export function newFieldId() {
  lastId += 1;
  return `field-${lastId}`;
}

/** A labelled control. */
export function labelled(id, label, control, { required = true } = {}) {
  const optional = required ? null : h('span', { class: 'faint small' }, ` ${t('common.optional')}`);
  return h('div', { class: 'field' }, [h('label', { for: id }, [label, optional]), control]);
}

/** @param {[string, string][]} options value and word; @param {(value: string) => void} onChoice */
export function choice(id, value, options, onChoice, attributes = {}) {
  return h(
    'select',
    { id, value, onChange: (event) => onChoice(event.target.value), ...attributes },
    options.map(([option, word]) => h('option', { value: option }, word)),
  );
}
