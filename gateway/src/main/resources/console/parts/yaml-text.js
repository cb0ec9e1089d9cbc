import { h } from '../vendor.js';
import { linesOf } from '../domain/line-diff.js';

const SIGNS = { same: ' ', gone: '−', new: '+' };

const number = (value) => h('span', { class: 'line-number', 'aria-hidden': 'true' }, value === null ? '' : String(value));

/** A text with the numbers of its lines; read only, focusable so that it can be scrolled by keyboard. */
export function yamlText(text, label) {
  const lines = linesOf(text).map((line, i) => h('li', [number(i + 1), h('code', line)]));
  return h('ol', { class: 'yaml', tabindex: 0, 'aria-label': label }, lines);
}

/** What became of a text, both numbers beside each line. @param {object[]} rows of `diffLines` */
export function yamlDiff(rows, label) {
  const lines = rows.map(({ kind, before, after, text }) =>
    h('li', { class: `line-${kind}` }, [number(before), number(after), h('code', `${SIGNS[kind]} ${text}`)]),
  );
  return h('ol', { class: 'yaml', tabindex: 0, 'aria-label': label }, lines);
}
