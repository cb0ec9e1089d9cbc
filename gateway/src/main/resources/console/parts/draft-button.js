import { h } from '../vendor.js';
import { t } from '../i18n/index.js';
import { may } from '../state/session.js';

/** Opens and closes the form in which a version is written, for those who may write one. @param {{value: boolean}} drafting whether it is open */
export function draftButton(drafting) {
  if (!may('postModelVersion')) {
    return null;
  }
  const toggle = () => (drafting.value = !drafting.value);
  return h(
    'button',
    { type: 'button', class: 'button', 'data-action': 'draft', 'aria-expanded': drafting.value, onClick: toggle },
    t('draft.title'),
  );
}
