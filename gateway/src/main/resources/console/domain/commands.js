const remark = { name: 'reason', kind: 'text', required: false };
const reason = { name: 'reason', kind: 'text', required: true };
const place = { name: 'location', kind: 'location', required: false };
const department = { name: 'department', kind: 'department', required: true };

/** What each command asks for beyond its type, in the order of the form. Names are members of the API's command; all but `reason` go into `details`. */
export const FIELDS = {
  acknowledge: [remark],
  dispatch: [department, remark],
  sign: [remark],
  notify: [remark],
  arrive: [place, remark],
  verify: [
    { name: 'outcome', kind: 'choice', required: true, options: ['confirmed', 'unfounded', 'undetermined'] },
    { name: 'tonnes', kind: 'number', required: false },
    place,
    { name: 'reason', kind: 'text', required: false, requiredWhen: { outcome: 'undetermined' } },
  ],
  handle: [
    { name: 'measure', kind: 'choice', required: true, options: ['rectify', 'fine', 'criminal-case', 'transfer', 'none'] },
    { name: 'amountYuan', kind: 'number', required: false, onlyWhen: { measure: 'fine' } },
    remark,
  ],
  'feed-back': [remark],
  review: [remark],
  return: [{ name: 'returnTo', kind: 'choice', required: true, options: ['on-scene', 'handled'] }, reason],
  transfer: [department, reason],
  urge: [remark],
  supervise: [remark],
  comment: [reason],
  close: [remark],
  reopen: [reason],
};

/** Steps along the road: offered as the main action; the others are ways to step aside. */
const FORWARD = new Set([
  'acknowledge', 'dispatch', 'sign', 'notify', 'arrive', 'verify', 'handle', 'feed-back', 'review', 'close',
]);

export function isForward(type) {
  return FORWARD.has(type);
}

function matches(condition, values) {
  return Object.entries(condition).every(([name, value]) => values[name] === value);
}

// Remarks and reminders stand whatever happened meanwhile; everything else is meant for the version that its giver saw.
const UNVERSIONED = new Set(['comment', 'urge', 'supervise']);

export function needsVersion(type) {
  return !UNVERSIONED.has(type);
}

/** The fields to show for what was entered so far, with `required` as it then stands. */
export function fieldsFor(type, values) {
  return (FIELDS[type] ?? [remark])
    .filter((field) => !field.onlyWhen || matches(field.onlyWhen, values))
    .map((field) => ({ ...field, required: field.required || Boolean(field.requiredWhen && matches(field.requiredWhen, values)) }));
}

/** The command as the API takes it. */
export function orderOf(type, values, clientAt) {
  const order = { type, clientAt };
  const details = {};
  for (const { name } of fieldsFor(type, values)) {
    const value = values[name];
    if (value !== undefined && value !== null && value !== '') {
      (name === 'reason' ? order : details)[name] = value;
    }
  }
  return Object.keys(details).length === 0 ? order : { ...order, details };
}

/** A random UUID; `crypto.randomUUID` exists only on https and localhost, an intranet address over http must work too. */
export function newCommandId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
