import type { Person, PersonId } from '../../schemas/person.ts';
import type { Deps } from '../../services/deps.ts';
import { personEventOf } from '../../services/store/audit.ts';
import { newPersonId } from '../../services/store/person-items.ts';
import { aPerson } from './a-person.ts';

/** Stores a person as a change of theirs does, and answers their id. Rose's email is not theirs. */
export const knownAs = async (
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  different: Partial<Person>,
): Promise<PersonId> => {
  const { email: _hers, ...person } = aPerson({ id: newPersonId(), ...different });
  const event = personEventOf(deps, person, {
    actor: { kind: 'platform', name: 'test' },
    action: 'details-changed',
    authority: 'test',
  });
  if (!(await deps.store.commit({ people: [{ person }], personEvents: [event] }))) throw new Error('Not written');
  return person.id;
};
