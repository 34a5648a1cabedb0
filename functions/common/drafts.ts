import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { addDays, londonDate, londonInstant } from '../../domain/clock-time.ts';
import { draftKeptUntil } from '../../domain/deadlines.ts';
import { missingAnswers, reconcile } from '../../domain/forms.ts';
import { pageByPage } from '../../domain/page-by-page.ts';
import { type Draft, draft, draftId } from '../../schemas/draft.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import { applicationForms } from '../../schemas/forms/application-forms.ts';
import { type CouncilSlug, type IsoDate, type IsoInstant, isoDate } from '../../schemas/scalars.ts';
import { createAddressBook } from './address-book.ts';
import { cookieHeader, cookieIn, forgetCookie } from './cookies.ts';
import type { Deps } from './deps.ts';
import { problems } from './problems.ts';
import type { CouncilRequest } from './site.ts';

/** An unfinished form in the browser that may go on with it. `form` is asked page by page. */
export type OpenDraft = { readonly draft: Draft; readonly form: Form; readonly secret: string };

/** Whether this browser may go on: `ended` when an hour has passed since it last did, `none` when it holds nothing that opens a form. */
export type Opened =
  | ({ readonly state: 'open' } & OpenDraft)
  | ({ readonly state: 'ended' } & OpenDraft)
  | { readonly state: 'none' };

const cookieName = '__Host-careway-draft';
const idleMs = 60 * 60_000;
/** A page that is only read counts as activity too, and is written down at most this often. */
const touchMs = 5 * 60_000;
const guesses = 5;
const browsers = 5;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');
const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const keyOf = (council: CouncilSlug, id: string) => ({ pk: `DRAFT#${council}#${id}`, sk: 'DRAFT' });

/** Makes a browser the holder of a draft. */
export const draftCookie = (id: string, secret: string) => cookieHeader(cookieName, `${id}.${secret}`);

/** Makes a browser forget the draft that it holds. */
export const forgetDraft = () => forgetCookie(cookieName);

const cookieOf = (request: Pick<CouncilRequest, 'headers'>): { id: string; secret: string } | undefined => {
  const [, id, secret] = /^([\w-]{22})\.([\w-]{43})$/.exec(cookieIn(request, cookieName) ?? '') ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
};

/** What every form of this browser's pages carries, so that no other site can send one. Nothing of it is stored. */
export const csrfToken = (secret: string): string =>
  createHmac('sha256', secret).update('careway form').digest('base64url').slice(0, 32);

/**
 * The fields of a posted page.
 *
 * @throws Problem 403 where the page was not one of ours
 */
export const postedFields = ({ body }: Pick<CouncilRequest, 'body'>, secret: string): URLSearchParams => {
  const fields = new URLSearchParams(body);
  if (!same(fields.get('csrf') ?? '', csrfToken(secret))) throw problems.notFromHere();
  return fields;
};

let dayKnown: { hour: string; kept: IsoDate; expiresAt: number } | undefined;
/** By the hour, because reckoning London's calendar takes longer than the rest of a save. */
const retention = (now: IsoInstant): { kept: IsoDate; expiresAt: number } => {
  const hour = now.slice(0, 13);
  if (dayKnown?.hour !== hour) {
    const kept = draftKeptUntil(londonDate(now));
    const dayAfter = londonInstant(addDays(kept, 1), '00:00');
    dayKnown = { hour, kept, expiresAt: Math.floor(Date.parse(dayAfter) / 1000) };
  }
  return dayKnown;
};

/** What finds a draft by its address, and when to look at it next: to remind, or to forget. */
const pointer = z.strictObject({
  version: z.int().positive(),
  council: z.string(),
  id: draftId,
  lookOn: isoDate,
  reminded: z.boolean(),
});
export type DraftPointer = z.infer<typeof pointer>;

/** Days before its end on which a person is reminded of a draft. */
export const remindDaysBefore = 7;

/** Unfinished forms: one item each, read once and written once for each page that is filled in. */
export const createDrafts = ({ store, clock }: Pick<Deps, 'store' | 'clock'>) => {
  const partitionOf = createAddressBook(store);

  const read = async (council: CouncilSlug, id: string): Promise<Draft | undefined> => {
    const { pk, sk } = keyOf(council, id);
    const found = await store.items.get(draft, pk, sk);
    // What DynamoDB has yet to remove is gone already.
    return found === undefined || Date.parse(clock.now()) / 1000 >= endOf(found) ? undefined : found;
  };
  const endOf = ({ keptUntil }: Draft): number => Date.parse(londonInstant(addDays(keptUntil, 1), '00:00')) / 1000;

  /** Writes a draft over the version it was read at, as an activity of now: it is kept another 30 days. */
  const save = async (before: Draft): Promise<Draft | undefined> => {
    const now = clock.now();
    const { kept, expiresAt } = retention(now);
    const after: Draft = { ...before, version: before.version + 1, savedAt: now, keptUntil: kept };
    const written = await store.items.put(
      { ...keyOf(before.council, before.id), data: after, expiresAt },
      after.version,
    );
    return written ? after : undefined;
  };

  /** The draft with answers that fit its form as it is now. What no longer fits is named, and nothing is written yet. */
  const fitted = (found: Draft, form: Form): Draft => {
    if (found.formVersion === form.version) return found;
    const { answers, dropped } = reconcile(form, found.answers, () => londonDate(clock.now()));
    return {
      ...found,
      answers,
      formVersion: form.version,
      changed: { dropped: [...(found.changed?.dropped ?? []), ...dropped] },
    };
  };

  const used = (found: Draft, hash: string, now: IsoInstant): Draft => ({
    ...found,
    secrets: found.secrets.map((one) => (one.hash === hash ? { ...one, lastUsedAt: now } : one)),
  });

  const saved = async (council: CouncilSlug, id: string, change: (found: Draft) => Draft | undefined) => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const found = await read(council, id);
      const changed = found && change(found);
      if (changed === undefined) return undefined;
      const after = await save(changed);
      if (after) return after;
    }
    throw problems.busy();
  };

  return {
    read,
    save,

    /** Reads the draft again and changes it, as often as someone else was first. Undefined where it is gone or `change` leaves it. */
    update: saved,

    /** Begins a form; the answer holds the cookie by which this browser, and no other, goes on with it. */
    async begin(council: CouncilSlug, form: Form): Promise<Record<string, string>> {
      const now = clock.now();
      const [id, secret] = [randomBytes(16).toString('base64url'), randomBytes(32).toString('base64url')];
      const { kept, expiresAt } = retention(now);
      const data: Draft = {
        council,
        id,
        form: form.id,
        formVersion: form.version,
        version: 1,
        answers: {},
        startedAt: now,
        savedAt: now,
        keptUntil: kept,
        secrets: [{ hash: sha256(secret), lastUsedAt: now }],
        guessesLeft: guesses,
      };
      await store.items.put({ ...keyOf(council, id), data, expiresAt }, 1);
      return draftCookie(id, secret);
    },

    /** The draft of the browser that asks. */
    async open(request: Pick<CouncilRequest, 'council' | 'headers'>): Promise<Opened> {
      const cookie = cookieOf(request);
      const found = cookie && (await read(request.council.slug, cookie.id));
      if (cookie === undefined || found === undefined) return { state: 'none' };
      const hash = sha256(cookie.secret);
      const holder = found.secrets.find((one) => same(one.hash, hash));
      const form = applicationForms.get(found.form);
      if (holder === undefined || form === undefined) return { state: 'none' };
      const now = clock.now();
      const idle = Date.parse(now) - Date.parse(holder.lastUsedAt);
      const opened = { draft: fitted(found, pageByPage(form)), form: pageByPage(form), secret: cookie.secret };
      if (idle >= idleMs) return { state: 'ended', ...opened };
      const draftNow = used(opened.draft, hash, now);
      if (idle < touchMs) return { state: 'open', ...opened, draft: draftNow };
      // Where another request was first, it has written the same.
      return { state: 'open', ...opened, draft: (await save(draftNow)) ?? draftNow };
    },

    /** Opens the draft again in a browser whose hour has passed, if the date of birth is right. */
    async unlock({ draft: { council, id }, secret }: OpenDraft, dateOfBirth: unknown): Promise<boolean> {
      let right = false;
      await saved(council, id, (found) => {
        right =
          found.guessesLeft > 0 && found.answers.dateOfBirth !== undefined && found.answers.dateOfBirth === dateOfBirth;
        if (!right) return { ...found, guessesLeft: Math.max(0, found.guessesLeft - 1) };
        return { ...used(found, sha256(secret), clock.now()), guessesLeft: guesses };
      });
      return right;
    },

    /** A further browser that may open these drafts, by one secret for all of them. The oldest of six is forgotten. */
    async admit(council: CouncilSlug, ids: readonly string[], address: string): Promise<string> {
      const secret = randomBytes(32).toString('base64url');
      const now = clock.now();
      for (const id of ids) {
        await saved(council, id, (found) => ({
          ...found,
          guessesLeft: guesses,
          secrets: [...found.secrets, { hash: sha256(secret), lastUsedAt: now }].slice(-browsers),
          ...(found.email?.address === address && { email: { address, provedAt: found.email.provedAt ?? now } }),
        }));
      }
      return secret;
    },

    /** Whether the holder of this secret may open that draft. */
    async holds(council: CouncilSlug, id: string, secret: string): Promise<boolean> {
      const found = draftId.safeParse(id).success ? await read(council, id) : undefined;
      return found?.secrets.some((one) => same(one.hash, sha256(secret))) ?? false;
    },

    /** The secret that this browser holds, whatever it opens. */
    secretOf: (request: Pick<CouncilRequest, 'headers'>): string | undefined => cookieOf(request)?.secret,

    /** The unsent drafts that can be reached by an address, the latest first. */
    async ofAddress(council: CouncilSlug, address: string): Promise<Draft[]> {
      const pointers = await store.items.list(pointer, await partitionOf(council, address), 'DRAFT#');
      const found = await Promise.all(pointers.map(({ id }) => read(council, id)));
      return found
        .filter((one) => one !== undefined)
        .filter(({ sent, email }) => email !== undefined && (sent === undefined || sent.recalledAt !== undefined))
        .toSorted((a, b) => b.savedAt.localeCompare(a.savedAt));
    },

    /** Lets an address find a draft from now on, in place of the one that did. */
    async reachBy({ council, id, email, keptUntil }: Draft, address: string): Promise<void> {
      const sk = `DRAFT#${id}`;
      if (email !== undefined && email.address !== address) {
        await store.items.remove(await partitionOf(council, email.address), sk);
      }
      const lookOn = addDays(keptUntil, -remindDaysBefore);
      await this.point(await partitionOf(council, address), { version: 1, council, id, lookOn, reminded: false });
      await saved(council, id, (found) => ({ ...found, email: { address, ...sameProof(found, address) } }));
    },

    /** Writes what finds a draft. Listed by the day on which to look at it next. */
    async point(pk: string, data: DraftPointer): Promise<void> {
      const listed = { duePk: `DRAFTS#${data.council}`, workSk: `${data.lookOn}#${data.id}` };
      await store.items.put({ pk, sk: `DRAFT#${data.id}`, data, ...listed }, data.version);
    },
  };
};

const sameProof = ({ email }: Draft, address: string) =>
  email?.address === address && email.provedAt ? { provedAt: email.provedAt } : {};

export type Drafts = ReturnType<typeof createDrafts>;

/** Questions whose answers a change of the form has made useless or necessary, by their short names; empty where nothing is to be said. */
export const changesOf = ({
  draft: { changed, answers },
  form,
}: OpenDraft): { dropped: number; toAsk: string[] } | undefined =>
  changed && {
    dropped: changed.dropped.length,
    toAsk: missingAnswers(form, answers as Answers).map(({ question }) => question.name),
  };
