/** What a person's record may be read for; the platform knows no other. */
export const PURPOSES = ['alert-handling', 'case-investigation', 'qualification-check', 'subject-request'];

const READERS = ['operator', 'department-officer'];
const PERSON = 'person:';

/** The persons on whom an alert rests: whom it is about, and whose entries its detection used. */
export function personsBehind({ alert, references }) {
  return [...new Set([alert.subject, ...Object.keys(references)])].filter((key) => key.startsWith(PERSON));
}

/** Whether an alert's bundle is given to somebody at all: of what rests on persons, auditors, admins and who is on the road can only be refused. */
export function mayBeGiven(dossier, roles) {
  return personsBehind(dossier).length === 0 || roles.some((role) => READERS.includes(role));
}

/** The persons' entries in a bundle, the newest of each. */
export function personsIn(bundle) {
  const known = bundle.registry.filter(({ key, entry }) => key.startsWith(PERSON) && entry);
  return [...new Map(known.map(({ key, entry }) => [key, entry])).values()];
}

/** A field's value is ASCII, so that what people write is percent-encoded. */
export function purposeHeaders({ purpose, reference, reason }) {
  return {
    'access-purpose': purpose,
    'access-reference': encodeURIComponent(reference),
    'access-reason': encodeURIComponent(reason),
  };
}
