import { slotOf } from '../../domain/journey/persons.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import type { PersonId } from '../../schemas/person.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { changedMeanwhile } from '../runtime/try-again.ts';
import { eventOf } from '../store/audit.ts';

/**
 * Links a carer's open case to the person whom they look after, or to nobody. A carer has one open case for each person.
 *
 * @throws Problem 400 where there is no such person or it is the carer, 409 where the carer has an open case for them, 503
 */
export const linkCaredFor = async (
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  careCase: CareCase,
  person: PersonId | undefined,
  actor: Actor,
): Promise<CareCase> => {
  const { store } = deps;
  const { items } = await store.personOf(careCase);
  const ids = items.map(({ id }) => id);
  const caredFor = person && (await store.persons.find(careCase.council, person));
  if (person && (caredFor === undefined || ids.includes(person))) {
    throw problems.invalid([{ field: 'person', message: 'Give the id of the person whom the carer looks after' }]);
  }
  if (careCase.caresFor === caredFor?.person.id) return careCase;
  for (const caresFor of caredFor ? caredFor.person.items : []) {
    const slot = slotOf({ kind: 'carer', caresFor });
    const holder = slot && (await store.persons.holding(careCase.council, ids, slot));
    if (holder && holder !== careCase.reference) throw problems.otherOpenCase(holder);
  }
  const { caresFor: _before, ...rest } = careCase;
  // Of several items always the leading one, so that two links at one moment are to the same.
  const linked: CareCase = {
    ...rest,
    ...(caredFor && { caresFor: caredFor.person.id }),
    version: careCase.version + 1,
  };
  const written = await store.commit({
    case: linked,
    leaves: careCase,
    takes: linked,
    besides: items,
    events: [
      eventOf(deps, careCase, {
        actor,
        action: 'cared-for-linked',
        ...(linked.caresFor && { about: linked.caresFor }),
        authority: 'Care Act 2014 section 10',
      }),
    ],
  });
  if (!written) throw changedMeanwhile(`Case ${careCase.reference}`);
  return linked;
};
