import { createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { FindTerm } from '../../domain/find/find-terms.ts';
import type { Source } from '../../domain/find/sources.ts';
import { type Person, type PersonId, personId, person as personSchema } from '../../schemas/person.ts';
import { type CouncilSlug, councilSlug } from '../../schemas/scalars.ts';
import type { Write } from './chains.ts';
import type { Key } from './changes.ts';
import type { ItemStore } from './item-store.ts';
import { councilPartition, personPartition } from './keys.ts';

/** A council's secrets for what finds persons, the newest first. The one before stays until nothing is written with it any more. */
export const findKeys = z.strictObject({
  keys: z
    .array(z.strictObject({ version: z.int().positive(), secret: z.string() }))
    .min(1)
    .max(2),
});
type FindKey = z.infer<typeof findKeys>['keys'][number];

/** One entry: whom it finds, and the version of the key that it was made with. */
export const findEntry = z.strictObject({ person: personId, key: z.int().positive() });

/** Which entries find a person, so that what no longer holds is taken away. `owed` where they are still to be written. */
export const foundBy = z.strictObject({
  council: councilSlug,
  person: personId,
  version: z.int().positive(),
  key: z.int().positive(),
  entries: z.array(z.strictObject({ pk: z.string(), sk: z.string() })),
  owed: z.literal(true).optional(),
});
type FoundBy = z.infer<typeof foundBy>;

const sortOf = 'FOUND-BY';
/** Most writes of one transaction that settles what is owed, below DynamoDB's hundred. */
const atOnce = 90;

const hashed = ({ secret }: FindKey, text: string, length: number): string =>
  createHmac('sha256', secret).update(text).digest('base64url').slice(0, length);

/** A term with neither its first word nor its steps in the clear: 132 bits of a keyed hash, then 18 bits for each step. */
const blind = (council: CouncilSlug, key: FindKey, { of, steps }: FindTerm): Key => ({
  pk: `FIND#${council}#${key.version}#${hashed(key, of, 22)}`,
  sk: steps.map((step) => hashed(key, `${of} > ${step}`, 3)).join(''),
});

/** How names sound is read when somebody is written down, and not by every function that may read a person. */
const entriesOf = async (person: Person, key: FindKey): Promise<Key[]> => {
  const { termsOf } = await import('../../domain/find/find-terms.ts');
  return termsOf(person).map((term) => {
    const { pk, sk } = blind(person.council, key, term);
    return { pk, sk: `${sk}.${person.id}` };
  });
};

const isSame = (one: Key, other: Key): boolean => one.pk === other.pk && one.sk === other.sk;
const without = (all: readonly Key[], others: readonly Key[]): Key[] =>
  all.filter((one) => !others.some((other) => isSame(one, other)));

/**
 * What finds persons by their names, birth dates, postcodes and NHS numbers. DynamoDB cannot search, and none of these may stand in a key, so
 * each is an entry under a keyed hash of itself; the secret is the council's, in the table and in no log.
 *
 * Entries are written in the transaction that writes their person. Where that would be too many writes, it is noted first that they are owed,
 * and they are written after it, or by the morning's run.
 */
export const createPersonIndex = (items: ItemStore) => {
  /** Read each time, since it may be turned while a process lives. */
  const keysOf = async (council: CouncilSlug): Promise<readonly [FindKey, ...FindKey[]]> => {
    const [pk, sk] = [councilPartition(council), 'FIND-KEY'];
    const made = { keys: [{ version: 1, secret: randomBytes(32).toString('base64url') }] };
    const before = await items.get(findKeys, pk, sk);
    // Whoever writes first is right; the others read what was written.
    if (before === undefined) await items.put({ pk, sk, data: made }, 1);
    const { keys } = before ?? (await items.get(findKeys, pk, sk)) ?? made;
    return keys as [FindKey, ...FindKey[]];
  };

  const found = ({ council, id }: Pick<Person, 'council' | 'id'>): Promise<FoundBy | undefined> =>
    items.get(foundBy, personPartition(council, id), sortOf);

  const foundByItem = ({ council, id }: Pick<Person, 'council' | 'id'>, data: FoundBy) => ({
    pk: personPartition(council, id),
    sk: sortOf,
    data,
    ...(data.owed && { duePk: 'FIND-OWED', workSk: `0#${council}#${id}` }),
  });

  const noted = (person: Pick<Person, 'council' | 'id'>, data: FoundBy): Write => ({
    Put: {
      Item: { ...foundByItem(person, data), version: data.version },
      ...(data.version === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'version = :before',
            ExpressionAttributeValues: { ':before': data.version - 1 },
          }),
    },
  });

  const entryPut = (person: PersonId, key: number, at: Key): Write => ({
    Put: { Item: { ...at, data: { person, key } } },
  });

  const next = (person: Person, before: FoundBy | undefined, key: FindKey, entries: Key[], owed?: true): FoundBy => ({
    council: person.council,
    person: person.id,
    version: (before?.version ?? 0) + 1,
    key: key.version,
    entries,
    ...(owed && { owed }),
  });

  return {
    /** What has to be written for this person to be found by what they are now; nothing where it stands already. */
    async writesFor(person: Person): Promise<Write[]> {
      const [[key], before] = await Promise.all([keysOf(person.council), found(person)]);
      const wanted = await entriesOf(person, key);
      const stands = before?.entries ?? [];
      const [gone, isNew] = [without(stands, wanted), without(wanted, stands)];
      if (before && !before.owed && gone.length === 0 && isNew.length === 0) return [];
      return [
        noted(person, next(person, before, key, wanted)),
        ...gone.map((Key): Write => ({ Delete: { Key } })),
        ...isNew.map((at) => entryPut(person.id, key.version, at)),
      ];
    },

    /** Notes that the entries of a person are owed. Done before their item is written, so that none can be forgotten. */
    async owe(person: Person): Promise<void> {
      const [[key], before] = await Promise.all([keysOf(person.council), found(person)]);
      const data = next(person, before, key, before?.entries ?? [], true);
      await items.put(foundByItem(person, data), data.version);
    },

    /**
     * Writes the entries of a person as they are stored, in parts where they are many. Doing it again changes nothing.
     *
     * @returns false where somebody else changed them meanwhile
     */
    async settle(
      council: CouncilSlug,
      id: PersonId,
      commit: (writes: readonly Write[]) => Promise<boolean>,
    ): Promise<boolean> {
      const person = await items.get(personSchema, personPartition(council, id), 'PERSON');
      if (person === undefined) {
        await items.remove(personPartition(council, id), sortOf);
        return true;
      }
      const writes = await this.writesFor(person);
      if (writes.length <= atOnce) return writes.length === 0 || commit(writes);
      const [note, ...rest] = writes;
      // Owed until the last part is written; an entry more than once is one entry.
      const parts = Array.from({ length: Math.ceil(rest.length / atOnce) }, (_, at) =>
        rest.slice(at * atOnce, (at + 1) * atOnce),
      );
      for (const part of parts) if (!(await commit(part))) return false;
      return note === undefined || commit([note]);
    },

    /** Where the entries of a person stand. */
    entriesOf: async (council: CouncilSlug, id: PersonId): Promise<readonly Key[]> =>
      (await found({ council, id }))?.entries ?? [],

    /** Some of the persons of every council whose entries are owed. */
    owing: (after: string | undefined) => items.due(foundBy, 'FIND-OWED', { before: '1', after }),

    /** Whether the entries of a person are made with the key that is written with now. */
    async isCurrent(person: Person): Promise<boolean> {
      const [[key], before] = await Promise.all([keysOf(person.council), found(person)]);
      return before?.key === key.version && !before.owed;
    },

    /** Begins a new key. The one before goes on finding until every entry is rewritten. Answers false where one is being turned already. */
    async turn(council: CouncilSlug): Promise<boolean> {
      const keys = await keysOf(council);
      if (keys.length > 1) return false;
      const key = { version: keys[0].version + 1, secret: randomBytes(32).toString('base64url') };
      const item = { pk: councilPartition(council), sk: 'FIND-KEY', data: { keys: [key, keys[0]] } };
      // Its number counts its own writes: made, then turned and tidied for each key.
      return items.put(item, 2 * key.version - 2);
    },

    /** Forgets the key before, once nothing is written with it. */
    async forgetOldKey(council: CouncilSlug): Promise<void> {
      const [key, old] = await keysOf(council);
      if (old === undefined) return;
      const item = { pk: councilPartition(council), sk: 'FIND-KEY', data: { keys: [key] } };
      await items.put(item, 2 * key.version - 1);
    },

    /** Some of those whom a source finds, and the place to read on from, where there are more. */
    async read(
      council: CouncilSlug,
      source: Source,
      most: number,
      after?: Key,
    ): Promise<{ persons: PersonId[]; next?: Key }> {
      const keys = await keysOf(council);
      // While a key is turned, what is found by the old one comes first: it was there first.
      const places = keys.toReversed().map((key) => blind(council, key, source));
      const from = after ? places.findIndex(({ pk }) => pk === after.pk) : 0;
      const persons: PersonId[] = [];
      for (const [at, { pk, sk }] of places.entries()) {
        if (at < from) continue;
        const page = await items.some(findEntry, pk, {
          begins: source.whole ? `${sk}.` : sk,
          most: most - persons.length,
          ...(at === from && after && { after: after.sk }),
        });
        persons.push(...page.data.map(({ person }) => person));
        if (page.next !== undefined) return { persons, next: { pk, sk: page.next } };
        const more = places[at + 1];
        if (more && persons.length >= most) return { persons, next: { pk: more.pk, sk: '' } };
      }
      return { persons };
    },
  };
};
