/**
 * What is known when a form is drawn, besides what was entered.
 * @typedef {{onBehalf: boolean, departments: string[], lead: string|null, stillSo: boolean, unfounded: boolean}} Facts
 */

const remark = { name: 'reason', kind: 'text' };
const reason = { ...remark, required: () => true };
const place = { name: 'location', kind: 'location' };
const department = { name: 'department', kind: 'department', required: () => true };

// The duty desk writes down what a department said by telephone: which one, and how it was heard.
const speaker = {
  name: 'department',
  label: 'onBehalfOf',
  kind: 'member',
  required: () => true,
  shown: (values, facts) => facts.onBehalf,
};
const heard = { ...remark, required: (values, facts) => facts.onBehalf };

const MEASURES = ['rectify', 'fine', 'criminal-case', 'transfer', 'none'];

/** What each command asks for beyond its type, in the order of the form. Names are members of the API's command; all but `reason` go into `details`. */
export const FIELDS = {
  acknowledge: [remark],
  dispatch: [department, remark],
  sign: [speaker, heard],
  notify: [remark],
  arrive: [place, remark],
  verify: [
    {
      name: 'outcome',
      kind: 'choice',
      required: () => true,
      options: () => ['confirmed', 'unfounded', 'undetermined'],
    },
    { name: 'tonnes', kind: 'number' },
    place,
    { ...remark, required: (values) => values.outcome === 'undetermined' },
  ],
  handle: [
    {
      name: 'measure',
      kind: 'choice',
      required: () => true,
      options: (facts) => (facts.unfounded ? ['none'] : MEASURES),
    },
    { name: 'amountYuan', kind: 'number', required: () => true, shown: (values) => values.measure === 'fine' },
    remark,
  ],
  'feed-back': [speaker, heard],
  review: [remark],
  return: [{ name: 'returnTo', kind: 'choice', required: () => true, options: () => ['on-scene', 'handled'] }, reason],
  transfer: [department, reason],
  urge: [remark],
  supervise: [remark],
  comment: [reason],
  close: [{ ...remark, required: (values, facts) => facts.stillSo }],
  reopen: [reason],
};

const OFFICERS = ['department-officer', 'field-officer'];

/** Whether a department is one's own or a post of it. */
const covers = (own, id) => id === own || id.startsWith(`${own}/`);

/** @param {{alert: object, timeline: object[]}} dossier @param {{roles: string[], department?: string}} me @returns {Facts} */
export function factsFor({ alert, timeline }, me) {
  const departments = alert.routing ? [alert.routing.department, ...alert.routing.members] : [];
  const verdict = timeline.findLast(({ type }) => type === 'verified')?.details?.outcome;
  return {
    departments,
    lead: alert.routing?.department ?? null,
    onBehalf: !(me.roles.some((role) => OFFICERS.includes(role)) && departments.some((id) => covers(me.department, id))),
    stillSo: alert.level === 'blue' && alert.condition === 'active',
    unfounded: verdict === 'unfounded',
  };
}

/** The fields to show for what was entered so far, each with `required` and `options` as they then stand. */
export function fieldsFor(type, values, facts) {
  return (FIELDS[type] ?? [remark])
    .filter(({ shown }) => !shown || shown(values, facts))
    .map((field) => ({
      name: field.name,
      label: field.label ?? field.name,
      kind: field.kind,
      required: field.required?.(values, facts) ?? false,
      options: field.options?.(facts) ?? [],
    }));
}
