import type { Actor } from '../../schemas/case.ts';
import type { EventAction } from '../../schemas/event-words.ts';
import { mostJoined, type Person, type PersonId } from '../../schemas/person.ts';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { createAddressProofs } from '../mail/address-proofs.ts';
import { problems } from '../runtime/problems.ts';
import { personEventOf } from '../store/audit.ts';
import type { PersonChange } from '../store/changes.ts';
import type { FoundPerson } from '../store/person-items.ts';

const attempts = 3;
const authority = 'UK GDPR Article 5(1)(d)';

/**
 * Two items that turn out to be one person's are joined, and parted again where that was wrong.
 *
 * Joining writes into the two items alone that they belong together, and moves nothing: cases, their work, executions, links and what each
 * item says stay where they are. What is read is one person (`domain/journey/joined-person.ts`): the leading item's name and birth, of
 * every other detail what was said last, all helpers, all alerts.
 *
 * So parting has nothing to put back. Each item says what it said before, and what was said meanwhile stands in the item whose case it
 * was said in: a number that was changed in a case of the one is the one's, and was never written into the other. A case that was opened
 * meanwhile belongs to the item that its sender was signed in to. A helper's own details, changed while both were one person, stay
 * changed with both, since they are the helper's.
 *
 * Both may have an open case about their needs: who applied twice has. Each goes on until somebody closes the other as a duplicate; every
 * task and case of theirs names the other till then, and a further application goes into an open one and opens no third.
 */
export const createJoining = (deps: Deps) => {
  const { store } = deps;

  const known = async (council: CouncilSlug, id: PersonId): Promise<FoundPerson> => {
    const found = await store.persons.find(council, id);
    // As for a case: nothing is told of what exists elsewhere.
    if (found === undefined) throw problems.notYours();
    return found;
  };

  const change = (one: Person, other: Person, actor: Actor, action: EventAction): PersonChange => ({
    people: [{ person: one }, { person: other }],
    personEvents: [
      personEventOf(deps, one, { actor, action, about: other.id, authority }),
      personEventOf(deps, other, { actor, action, about: one.id, authority }),
    ],
  });

  /** Makes true what follows for mail and for warnings in work: one of them may be reached now, or no longer. */
  const settle = async (council: CouncilSlug, ids: readonly PersonId[]): Promise<void> => {
    const persons = await Promise.all(ids.map((id) => known(council, id)));
    const each = new Map(persons.map(({ person }) => [person.id, person]));
    for (const person of each.values()) await createAddressProofs(deps).settle(person);
  };

  return {
    /**
     * Joins another person to this one, who leads. Whoever belongs to either already comes along. Joining them again changes nothing.
     *
     * @throws Problem 403 where there is no such person, 409 where they would be too many, 503
     */
    async join(council: CouncilSlug, id: PersonId, other: PersonId, actor: Actor): Promise<void> {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const [{ items }, { items: others }] = [await known(council, id), await known(council, other)];
        const [leading, joining] = [items[0], others[0]];
        if (leading.id !== joining.id) {
          if (items.length + others.length > mostJoined) throw problems.tooManyJoined(mostJoined);
          const now = deps.clock.now();
          const written = await store.commit(
            change(
              { ...leading, version: leading.version + 1, joined: [...leading.joined, joining.id] },
              { ...joining, version: joining.version + 1, joinedTo: { person: leading.id, at: now } },
              actor,
              'persons-joined',
            ),
          );
          if (!written) continue;
        }
        await settle(council, [id]);
        return;
      }
      throw problems.busy();
    },

    /**
     * Parts an item of this person from the one that it was joined to, with whatever had been joined to itself before. Parting it again
     * changes nothing.
     *
     * @throws Problem 403 where there is no such person, 503
     */
    async part(council: CouncilSlug, id: PersonId, other: PersonId, actor: Actor): Promise<void> {
      await known(council, id);
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const { items } = await known(council, other);
        const item = items.find((one) => one.id === other);
        const leading = items.find((one) => one.id === item?.joinedTo?.person);
        const isTheirs = items.some((one) => one.id === id);
        if (item && leading && isTheirs) {
          const { joinedTo: _undone, ...parted } = item;
          const written = await store.commit(
            change(
              { ...leading, version: leading.version + 1, joined: leading.joined.filter((one) => one !== other) },
              { ...parted, version: item.version + 1 },
              actor,
              'persons-parted',
            ),
          );
          if (!written) continue;
        }
        await settle(council, leading ? [other, leading.id] : [other]);
        return;
      }
      throw problems.busy();
    },
  };
};
