import { isDeepStrictEqual } from 'node:util';
import { emailsOf } from '../../domain/journey/persons.ts';
import type { Actor } from '../../schemas/case.ts';
import type { Person } from '../../schemas/person.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import type { Clock } from '../runtime/clock.ts';
import { personEventOf } from './audit.ts';
import type { PersonChange } from './changes.ts';

/** The change of a person's item by what was said in one of their cases, with its event; nothing where that says nothing new. */
export const personChange = (
  deps: { clock: Clock; newId: () => string },
  before: Person,
  after: Person,
  event: { actor: Actor; reference: CaseReference; authority: string },
): PersonChange | undefined => {
  if (isDeepStrictEqual({ ...after, version: 0 }, { ...before, version: 0 })) return undefined;
  const had = emailsOf(before);
  const finds = emailsOf(after).filter((address) => !had.includes(address));
  return {
    people: [{ person: after, finds }],
    personEvents: [personEventOf(deps, after, { ...event, action: 'details-changed' })],
  };
};
