import type { CaseReference, CouncilSlug } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';

/**
 * What each case of a list may be called before a member of staff: the first name of its person, or nothing where the record is for others alone,
 * or where it is no case yet. A fixed number of reads, however long the list of a page is.
 */
export const namesInLists = async (
  { store }: Pick<Deps, 'store'>,
  council: CouncilSlug,
  references: readonly CaseReference[],
  staffId: string,
): Promise<Map<CaseReference, { readonly name: string } | { readonly restricted: true }>> => {
  const found = await store.firstNames(council, references);
  const named = await Promise.all(
    [...found].map(async ([reference, { firstName, onlyFor, isJoined, person }]) => {
      const whole = isJoined ? (await store.personOf({ council, personId: person })).person : undefined;
      // Joined, the restriction of any of their items holds for all.
      const to = whole ? whole.restricted?.to : onlyFor;
      const isClosed = to !== undefined && !to.includes(staffId);
      return [reference, isClosed ? ({ restricted: true } as const) : { name: firstName }] as const;
    }),
  );
  return new Map(named);
};
