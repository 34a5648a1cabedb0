import * as z from 'zod';
import { spentUntil } from '../../domain/forms/time-spent.ts';
import { addDays, londonDate, londonInstant } from '../../domain/time/clock-time.ts';
import { draftKeptUntil } from '../../domain/time/deadlines.ts';
import { type Draft, draft, draftId } from '../../schemas/draft.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { type CouncilSlug, type IsoDate, type IsoInstant, isoDate } from '../../schemas/scalars.ts';
import type { Clock } from '../runtime/clock.ts';
import { problems } from '../runtime/problems.ts';
import { createAddressBook } from './address-book.ts';
import type { CaseStore } from './case-store.ts';
import type { WalkPart } from './parts.ts';

const keyOf = (council: CouncilSlug, id: string) => ({ pk: `DRAFT#${council}#${id}`, sk: 'DRAFT' });

/** The first second in which a draft cannot be opened any more, in epoch seconds. */
const endOf = (keptUntil: IsoDate): number => Date.parse(londonInstant(addDays(keptUntil, 1), '00:00')) / 1000;

let known: { hour: string; kept: IsoDate; expiresAt: number } | undefined;
/** By the hour, because reckoning London's calendar takes longer than the rest of a save. */
const retention = (now: IsoInstant): { kept: IsoDate; expiresAt: number } => {
  const hour = now.slice(0, 13);
  if (known?.hour !== hour) {
    const kept = draftKeptUntil(londonDate(now));
    known = { hour, kept, expiresAt: endOf(kept) };
  }
  return known;
};

/** Answers are stored as one text: a hundred attributes of a map take longer to carry than the page that they fill. */
export const storedDraft = draft.extend({
  answers: z.string().transform((text): Answers => JSON.parse(text)),
  unfinished: z
    .string()
    .transform((text): Draft['unfinished'] => JSON.parse(text))
    .optional(),
});

/** What finds a draft by its address, and when to look at it next: to remind, or to forget. */
export const draftPointer = z.strictObject({
  version: z.int().positive(),
  council: z.string(),
  /** The partition of its address. */
  address: z.string(),
  id: draftId,
  lookOn: isoDate,
  reminded: z.boolean(),
});
export type DraftPointer = z.infer<typeof draftPointer>;

/** Days before its end on which a person is reminded of a draft. */
export const remindDaysBefore = 7;

/** Unfinished forms as items of the table: one each, read once and written once for each page that is filled in. */
export const createDraftStore = ({ store, clock }: { store: CaseStore; clock: Clock }) => {
  const partitionOf = createAddressBook(store);
  const { items } = store;

  const read = async (council: CouncilSlug, id: string): Promise<Draft | undefined> => {
    const { pk, sk } = keyOf(council, id);
    const found = await items.get(storedDraft, pk, sk);
    // What DynamoDB has yet to remove is gone already. Within a day of its end alone must London's midnight be reckoned.
    if (found === undefined || found.keptUntil > clock.now().slice(0, 10)) return found;
    return Date.parse(clock.now()) / 1000 < endOf(found.keptUntil) ? found : undefined;
  };

  /** Writes a draft over the version it was read at (0 for a new one), as an activity of now: it is kept another 30 days. */
  const save = async (
    before: Omit<Draft, 'savedAt' | 'keptUntil' | 'version'> & { version: number; savedAt?: IsoInstant },
  ): Promise<Draft | undefined> => {
    const now = clock.now();
    const { kept, expiresAt } = retention(now);
    const after: Draft = {
      ...before,
      version: before.version + 1,
      savedAt: now,
      keptUntil: kept,
      secondsSpent: spentUntil(now, before),
    };
    const unfinished = after.unfinished && JSON.stringify(after.unfinished);
    const data = { ...after, answers: JSON.stringify(after.answers), ...(unfinished && { unfinished }) };
    const written = await items.put({ ...keyOf(before.council, before.id), data, expiresAt }, after.version);
    return written ? after : undefined;
  };

  /** Reads a draft again and changes it, as often as someone else was first. Undefined where it is gone or `change` leaves it. */
  const update = async (council: CouncilSlug, id: string, change: (found: Draft) => Draft | undefined) => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const found = await read(council, id);
      const changed = found && change(found);
      if (changed === undefined) return undefined;
      const after = await save(changed);
      if (after) return after;
    }
    throw problems.busy();
  };

  /** Writes what finds a draft. Listed by the day on which to look at it next. */
  const point = async (data: DraftPointer): Promise<void> => {
    const listed = { duePk: `DRAFTS#${data.council}`, workSk: `${data.lookOn}#${data.id}` };
    await items.put({ pk: data.address, sk: `DRAFT#${data.id}`, data, ...listed }, data.version);
  };

  /**
   * Takes one of the guesses at a draft's date of birth, before it is judged; false where none is left. It is no activity: the draft is kept
   * no longer by it.
   */
  const reserveGuess = async (council: CouncilSlug, id: string): Promise<boolean> => {
    const taken = await items.change(storedDraft, keyOf(council, id), {
      UpdateExpression:
        'SET #data.#left = #data.#left - :one, #data.#version = #data.#version + :one, #version = #version + :one',
      ConditionExpression: '#data.#left > :none',
      ExpressionAttributeNames: { '#data': 'data', '#left': 'guessesLeft', '#version': 'version' },
      ExpressionAttributeValues: { ':one': 1, ':none': 0 },
    });
    return taken !== undefined;
  };

  return {
    read,
    save,
    update,
    reserveGuess,
    point,

    /** Forgets it: the draft is sent, gone, or found by another address. */
    unpoint: ({ address, id }: DraftPointer): Promise<void> => items.remove(address, `DRAFT#${id}`),

    /** Part of what is to be looked at by today, the earliest first. */
    toLookAt: (council: CouncilSlug, today: IsoDate, after: string | undefined): Promise<WalkPart<DraftPointer[]>> =>
      items.due(draftPointer, `DRAFTS#${council}`, { before: addDays(today, 1), after }),

    /** The unsent drafts that can be reached by an address, the latest first. */
    async ofAddress(council: CouncilSlug, address: string): Promise<Draft[]> {
      const pointers = await items.list(draftPointer, await partitionOf(council, address), 'DRAFT#');
      const found = await Promise.all(pointers.map(({ id }) => read(council, id)));
      return found
        .filter((one) => one !== undefined)
        .filter(({ sent, email }) => email !== undefined && (sent === undefined || sent.recalledAt !== undefined))
        .toSorted((a, b) => b.savedAt.localeCompare(a.savedAt));
    },

    /** Lets an address find a draft from now on, in place of the one that did. */
    async reachBy({ council, id, email, keptUntil }: Draft, address: string): Promise<void> {
      const partition = await partitionOf(council, address);
      const before = email && (await partitionOf(council, email.address));
      if (before !== undefined && before !== partition) await items.remove(before, `DRAFT#${id}`);
      const lookOn = addDays(keptUntil, -remindDaysBefore);
      await point({ version: 1, council, address: partition, id, lookOn, reminded: false });
      await update(council, id, (found) => ({
        ...found,
        email: {
          address,
          ...(found.email?.provedAt && found.email.address === address && { provedAt: found.email.provedAt }),
        },
      }));
    },
  };
};
