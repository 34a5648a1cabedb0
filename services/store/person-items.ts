import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { asOne, type Items } from '../../domain/journey/joined-person.ts';
import { type PersonEvent, personEvent } from '../../schemas/case.ts';
import { draftId } from '../../schemas/draft.ts';
import {
  type HelperId,
  helperId,
  type KnownPerson,
  mostJoined,
  type Person,
  type PersonId,
  person,
  personId,
} from '../../schemas/person.ts';
import { type CaseReference, type CouncilSlug, caseReference } from '../../schemas/scalars.ts';
import { CarewayError } from '../runtime/errors.ts';
import type { ItemStore } from './item-store.ts';
import { openSort, personPartition } from './keys.ts';

/** A new person's id. */
export const newPersonId = (): PersonId => personId.parse(randomBytes(16).toString('base64url'));
/** A new helper's id, among those of one person. */
export const newHelperId = (): HelperId => helperId.parse(randomBytes(9).toString('base64url'));

/** What finds a case of a person, and a person by an address. Whether it still holds is asked of what it leads to. */
export const toCase = z.strictObject({ reference: caseReference });
export const toPerson = z.strictObject({ person: personId });

/** What finds an unfinished form among those that a member of staff fills in for others. */
export const toDraft = z.strictObject({ draft: draftId });

/** All items of one person as they are stored, the leading one first, and the person whom they make. */
export type FoundPerson = { readonly items: Items; readonly person: KnownPerson };

/** Reading persons: each is one, however many items they were found to have. */
export const createPersonItems = (store: ItemStore) => {
  const item = (council: CouncilSlug, id: PersonId): Promise<Person | undefined> =>
    store.get(person, personPartition(council, id), 'PERSON');

  /** The item that leads, from any of them. An item may have led others before it was joined to the next. */
  const leading = async (council: CouncilSlug, id: PersonId): Promise<Person | undefined> => {
    let found = await item(council, id);
    for (let hop = 0; found?.joinedTo && hop < mostJoined; hop += 1) found = await item(council, found.joinedTo.person);
    return found;
  };

  /** An item, and after it those that were joined to it, each followed by its own. */
  const withJoined = async (first: Person): Promise<Items> => {
    const others = await Promise.all(
      first.joined.map(async (id) => {
        const joined = await item(first.council, id);
        return joined ? withJoined(joined) : [];
      }),
    );
    return [first, ...others.flat()];
  };

  return {
    item,

    /** A person by the id of any of their items. */
    async find(council: CouncilSlug, id: PersonId): Promise<FoundPerson | undefined> {
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const first = await leading(council, id);
        if (first === undefined) return undefined;
        const items = await withJoined(first);
        // Parted while it was read, an item is no longer among them: read again.
        if (items.some((one) => one.id === id)) return { items, person: asOne(items) };
      }
      throw new CarewayError('StoreConflict', `The items of person ${id} were joined or parted meanwhile`);
    },

    /** The cases of these items. */
    async cases(council: CouncilSlug, ids: readonly PersonId[]): Promise<CaseReference[]> {
      const found = await Promise.all(ids.map((id) => store.list(toCase, personPartition(council, id), 'CASE#')));
      return found.flat().map(({ reference }) => reference);
    },

    /** What was changed about them, in no order. */
    async events(council: CouncilSlug, ids: readonly PersonId[]): Promise<PersonEvent[]> {
      const found = await Promise.all(ids.map((id) => store.list(personEvent, personPartition(council, id), 'EVENT#')));
      return found.flat();
    },

    /** The open case that has something of these items for itself, such as their needs. */
    async holding(council: CouncilSlug, ids: readonly PersonId[], slot: string): Promise<CaseReference | undefined> {
      for (const id of ids) {
        const found = await store.get(toCase, personPartition(council, id), openSort(slot));
        if (found) return found.reference;
      }
      return undefined;
    },
  };
};
