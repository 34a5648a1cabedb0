import type { CareCase } from '../../schemas/case.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import type { Deps } from '../deps.ts';

/** Every case of a person, the newest first; without the one from which the others are looked for. */
export const casesOfPerson = async (
  { store }: Pick<Deps, 'store'>,
  person: KnownPerson,
  except?: Pick<CareCase, 'reference'>,
): Promise<CareCase[]> =>
  (await store.casesOf(person))
    .map(({ careCase }) => careCase)
    .filter(({ reference }) => reference !== except?.reference)
    .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
