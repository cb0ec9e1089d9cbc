// Beyond so many pairs of lines the middle is told as replaced: a table of more would hold the browser up.
const MOST_PAIRS = 4_000_000;

const same = (text, before, after) => ({ kind: 'same', before, after, text });
const gone = (text, before) => ({ kind: 'gone', before, after: null, text });
const added = (text, after) => ({ kind: 'new', before: null, after, text });

/** A text's lines; what follows the last line break is a line only when there is something. */
export function linesOf(text) {
  const lines = text.split(/\r\n|\n|\r/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/**
 * What became of a text, line by line: a longest common subsequence between a common beginning and end.
 * @returns {{kind: 'same'|'gone'|'new', before: number|null, after: number|null, text: string}[]} with numbers of lines from 1
 */
export function diffLines(beforeText, afterText) {
  const before = linesOf(beforeText);
  const after = linesOf(afterText);
  const head = commonHead(before, after);
  const tail = commonHead(before.slice(head).reverse(), after.slice(head).reverse());
  const middle = changed(before.slice(head, before.length - tail), after.slice(head, after.length - tail), head);
  return [
    ...before.slice(0, head).map((text, i) => same(text, i + 1, i + 1)),
    ...middle,
    ...before.slice(before.length - tail).map((text, i) => same(text, before.length - tail + i + 1, after.length - tail + i + 1)),
  ];
}

/** Whether a difference says anything. */
export function isChanged(rows) {
  return rows.some(({ kind }) => kind !== 'same');
}

function commonHead(one, other) {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) {
    length += 1;
  }
  return length;
}

function changed(before, after, offset) {
  if (before.length * after.length > MOST_PAIRS) {
    return [
      ...before.map((text, i) => gone(text, offset + i + 1)),
      ...after.map((text, j) => added(text, offset + j + 1)),
    ];
  }
  const rest = restLengths(before, after);
  const rows = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      rows.push(same(before[i], offset + ++i, offset + ++j));
    } else if (j === after.length || (i < before.length && rest[i + 1][j] >= rest[i][j + 1])) {
      rows.push(gone(before[i], offset + ++i));
    } else {
      rows.push(added(after[j], offset + ++j));
    }
  }
  return rows;
}

/** How many lines the rests from i and j on have in common. */
function restLengths(before, after) {
  const rest = Array.from({ length: before.length + 1 }, () => new Int32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      rest[i][j] = before[i] === after[j] ? rest[i + 1][j + 1] + 1 : Math.max(rest[i + 1][j], rest[i][j + 1]);
    }
  }
  return rest;
}
