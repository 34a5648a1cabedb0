import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { missingAnswers, reconcile } from '../../domain/forms/forms.ts';
import { pageByPage } from '../../domain/forms/page-by-page.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { nameToTypist } from '../../schemas/answer-kinds.ts';
import { type Draft, draftId } from '../../schemas/draft.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import { chosenNow, goOnIn } from '../../schemas/say.ts';
import type { CouncilSlug, IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { createDraftStore } from '../store/draft-store.ts';
import { cookieHeader, cookieIn, forgetCookie } from '../web/cookies.ts';
import type { CouncilRequest } from '../web/site.ts';
import { publicForm } from './public-forms.ts';

/** An unfinished form in the browser that may go on with it. `form` is asked page by page. */
export type OpenDraft = {
  readonly draft: Draft;
  readonly form: Form;
  readonly secret: string;
  /** When this browser may no longer go on unless it does something, in epoch milliseconds. */
  readonly endsAt: number;
};

/**
 * Whether this browser may go on: `ended` when an hour has passed since it last did, `none` when it holds nothing that opens a form. A form that
 * a later version of its list saved is not opened either, and kept until the day that is named.
 */
export type Opened =
  | ({ readonly state: 'open' } & OpenDraft)
  | ({ readonly state: 'ended' } & OpenDraft)
  | { readonly state: 'none'; readonly newerUntil?: IsoDate };

const cookieName = '__Host-careway-draft';
const idleMs = 60 * 60_000;
/** A page that is only read counts as activity too, and is written down at most this often. */
const touchMs = 5 * 60_000;
const guesses = 5;
const browsers = 5;

const sha256 = (text: string): string => hash('sha256', text, 'base64url');
const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Makes a browser the holder of a draft. */
export const draftCookie = (id: string, secret: string) => cookieHeader(cookieName, `${id}.${secret}`);

/** Makes a browser forget the draft that it holds. */
export const forgetDraft = () => forgetCookie(cookieName);

const cookieOf = (request: Pick<CouncilRequest, 'headers'>): { id: string; secret: string } | undefined => {
  const [, id, secret] = /^([\w-]{22})\.([\w-]{43})$/.exec(cookieIn(request, cookieName) ?? '') ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
};

/**
 * What every form of this browser's pages carries, so that no other site can send one. Nothing of it is stored. The secret is 256 random bits
 * of one length, so that a hash tells nothing of it, nor of the hash by which it is stored; it takes a tenth of an HMAC's time.
 */
export const csrfToken = (secret: string): string => hash('sha256', `careway form ${secret}`, 'base64url').slice(0, 32);

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

const withoutUploads = (form: Form): Form => ({
  ...form,
  sections: form.sections
    .map((section) => ({
      ...section,
      pages: section.pages.filter(({ questions }) => questions.every(({ type }) => type !== 'file')),
    }))
    .filter(({ pages }) => pages.length > 0),
});

/** The header with which a browser shows what opens a draft. */
export const draftHeader = (id: string, secret: string): string => `${cookieName}=${id}.${secret}`;

/** Unfinished forms and the browsers that hold them. */
export const createDrafts = ({ store, clock, otherForms }: Pick<Deps, 'store' | 'clock' | 'otherForms'>) => {
  const drafts = createDraftStore({ store, clock });
  const { read, save, update } = drafts;

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
    ...chosenNow(),
    secrets: found.secrets.map((one) => (one.hash === hash ? { ...one, lastUsedAt: now } : one)),
  });

  /** A form as it is asked: by whom a caller is spoken with, without what is uploaded, which staff add to the case. */
  const asked = (form: Form, { taken }: Draft): Form => (taken ? withoutUploads(form) : form);

  const newNames = (): [id: string, secret: string] => [
    randomBytes(16).toString('base64url'),
    randomBytes(32).toString('base64url'),
  ];

  /** A form without answers, which whoever has the secret goes on with. */
  const saveNew = (
    council: CouncilSlug,
    form: Form,
    [id, secret]: [id: string, secret: string],
    more: Pick<Draft, 'taken' | 'easyRead' | 'together'>,
  ) => {
    const now = clock.now();
    return save({
      council,
      id,
      form: form.id,
      formVersion: form.version,
      version: 0,
      answers: {},
      startedAt: now,
      secrets: [{ hash: sha256(secret), lastUsedAt: now }],
      guessesLeft: guesses,
      ...chosenNow(),
      ...more,
    });
  };

  return {
    ...drafts,

    /** Begins a form that a member of staff fills in for somebody, and answers its id. */
    async beginFor(council: CouncilSlug, form: Form, by: Omit<NonNullable<Draft['taken']>, 'secret'>): Promise<string> {
      const [id, secret] = newNames();
      await saveNew(council, form, [id, secret], { taken: { ...by, secret } });
      return id;
    },

    /** Begins a form; the answer holds the cookie by which this browser, and no other, goes on with it. */
    async begin(
      council: CouncilSlug,
      form: Form,
      easyRead = false,
      together?: Draft['together'],
    ): Promise<Record<string, string>> {
      const [id, secret] = newNames();
      await saveNew(council, form, [id, secret], { ...(easyRead && { easyRead }), ...(together && { together }) });
      return draftCookie(id, secret);
    },

    /** The draft of the browser that asks. @param keep whether asking counts as activity, and so keeps it open */
    async open(request: Pick<CouncilRequest, 'council' | 'headers'>, keep = true): Promise<Opened> {
      const cookie = cookieOf(request);
      const found = cookie && (await read(request.council.slug, cookie.id));
      if (cookie === undefined || found === undefined) return { state: 'none' };
      goOnIn(found.language, found.easyRead ?? false);
      const hash = sha256(cookie.secret);
      const holder = found.secrets.find((one) => same(one.hash, hash));
      const form = publicForm({ otherForms }, request.council, found.form)?.form;
      if (holder === undefined || form === undefined) return { state: 'none' };
      if (found.formVersion > form.version) return { state: 'none', newerUntil: found.keptUntil };
      const now = clock.now();
      // Whoever fills it in for another is signed in, which ends by itself.
      const idle = found.taken ? 0 : Date.parse(now) - Date.parse(holder.lastUsedAt);
      const opened = {
        draft: fitted(found, pageByPage(asked(form, found))),
        form: pageByPage(asked(form, found)),
        secret: cookie.secret,
        endsAt: Date.parse(holder.lastUsedAt) + idleMs,
      };
      if (idle >= idleMs) return { state: 'ended', ...opened };
      const draftNow = used(opened.draft, hash, now);
      if (idle < touchMs || !keep) return { state: 'open', ...opened, draft: draftNow };
      // Where another request was first, it has written the same.
      const endsAt = Date.parse(now) + idleMs;
      return { state: 'open', ...opened, draft: (await save(draftNow)) ?? draftNow, endsAt };
    },

    /** Opens the draft again in a browser whose hour has passed, if the date of birth is right. */
    async unlock({ draft: { council, id }, secret }: OpenDraft, dateOfBirth: unknown): Promise<boolean> {
      if (!(await drafts.reserveGuess(council, id))) return false;
      const found = await read(council, id);
      if (found?.answers.dateOfBirth === undefined || found.answers.dateOfBirth !== dateOfBirth) return false;
      const now = clock.now();
      const after = await update(council, id, (one) => ({ ...used(one, sha256(secret), now), guessesLeft: guesses }));
      return after !== undefined;
    },

    /** A further browser that may open these drafts, by one secret for all of them. The oldest of six is forgotten. */
    async admit(council: CouncilSlug, ids: readonly string[], address: string): Promise<string> {
      const secret = randomBytes(32).toString('base64url');
      const now = clock.now();
      for (const id of ids) {
        await update(council, id, (found) => ({
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
  };
};

export type Drafts = ReturnType<typeof createDrafts>;

/** Questions whose answers a change of the form has made useless or necessary, by their short names; empty where nothing is to be said. */
export const changesOf = ({
  draft: { changed, answers },
  form,
}: OpenDraft): { dropped: number; toAsk: string[] } | undefined =>
  changed && {
    dropped: changed.dropped.length,
    toAsk: missingAnswers(form, answers as Answers).map(({ question }) => nameToTypist(question)),
  };
