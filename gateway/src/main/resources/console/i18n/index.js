import { ref } from '../vendor.js';
import { zhTerms } from './zh-terms.js';
import { zhTexts } from './zh-texts.js';
import { enTerms } from './en-terms.js';
import { enTexts } from './en-texts.js';
import { zhModels } from './zh-models.js';
import { enModels } from './en-models.js';

const KEY = 'sanse.locale';
const dictionaries = {
  zh: { ...zhTerms, ...zhTexts, ...zhModels },
  en: { ...enTerms, ...enTexts, ...enModels },
};

/** `zh` or `en`; Chinese until somebody chooses, then remembered in this browser. */
export const locale = ref(localStorage.getItem(KEY) === 'en' ? 'en' : 'zh');

export function applyLocale() {
  document.documentElement.lang = locale.value === 'zh' ? 'zh-CN' : 'en';
}

export function switchLocale() {
  locale.value = locale.value === 'zh' ? 'en' : 'zh';
  localStorage.setItem(KEY, locale.value);
  applyLocale();
}

/** A text of the console; `{name}` in it is replaced by the parameter of that name. */
export function t(key, parameters = {}) {
  const text = dictionaries[locale.value][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => parameters[name] ?? whole);
}

/** The word for a value of an enumeration; a value that this release does not know yet is shown as it is. */
export function term(kind, value) {
  return dictionaries[locale.value][`${kind}.${value}`] ?? value ?? '–';
}

/** A text that came in both languages, or the empty text. */
export function say(localized) {
  return localized?.[locale.value] ?? '';
}
