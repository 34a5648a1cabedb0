import { hash } from 'node:crypto';
import { type PageVisit, pagesThatApply } from '../../domain/forms/forms.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import type { Draft } from '../../schemas/draft.ts';
import type { Page, Section } from '../../schemas/form-language.ts';
import { draftUrl, questionUrl } from '../../templates/pages/draft-pages.ts';
import { shownRows } from '../../templates/pages/form-values.ts';
import { endedPage, noDraftPage } from '../../templates/pages/return-pages.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { isFromOtherSite } from '../web/own-requests.ts';
import { type CouncilCall, type CouncilRequest, page, type SiteResponse } from '../web/site.ts';
import { sayingWhenItEnds } from '../web/time-left.ts';
import { createDrafts, csrfToken, type Drafts, type OpenDraft, type Opened } from './drafts.ts';

/** What a call on an open form is given. */
export type DraftRequest = OpenDraft & { readonly request: CouncilRequest; readonly drafts: Drafts };

/** Sends a browser on with GET, so that going back or loading again repeats nothing. */
export const seeOther = (location: string, headers: Record<string, string> = {}): SiteResponse => ({
  status: 303,
  type: 'text/html; charset=utf-8',
  body: '',
  headers: { location, 'cache-control': 'no-store', ...headers },
});

/** A page of a browser whose hour has passed. @param saved whether the page that it sent was saved, where it sent one */
export const endedResponse = (
  { council }: Pick<CouncilRequest, 'council'>,
  { draft, secret }: OpenDraft,
  rest: { saved?: boolean; value?: unknown; error?: string } = {},
): SiteResponse =>
  page(
    403,
    endedPage({
      council,
      asksDateOfBirth: draft.answers.dateOfBirth !== undefined && draft.guessesLeft > 0,
      hasEmail: draft.email !== undefined,
      keptUntil: readableDate(draft.keptUntil),
      csrf: csrfToken(secret),
      ...rest,
    }),
  );

/** A browser that holds no form, or one that cannot be opened now. */
export const noDraftResponse = (
  { council }: Pick<CouncilRequest, 'council'>,
  { newerUntil }: Extract<Opened, { state: 'none' }>,
): SiteResponse =>
  page(newerUntil ? 503 : 404, noDraftPage({ council, newerUntil: newerUntil && readableDate(newerUntil) }));

/** A call on the form that this browser holds; where it holds none, or not any more, it is told so with what to do. */
export const draftCall =
  (handle: (deps: Deps, open: DraftRequest) => Promise<SiteResponse> | SiteResponse): CouncilCall =>
  (deps) =>
  async (request) => {
    const drafts = createDrafts(deps);
    const opened = await drafts.open(request);
    if (opened.state === 'none') return noDraftResponse(request, opened);
    if (opened.state === 'ended') return endedResponse(request, opened);
    const response = await handle(deps, { ...opened, request, drafts });
    return sayingWhenItEnds(deps, request, response, {
      held: 'draft',
      endsAt: opened.endsAt,
      csrf: csrfToken(opened.secret),
    });
  };

/** Whether a form is the council's now: sent, and not called back. Nothing in it can be changed then. */
export const isSent = ({ sent }: Draft): boolean => sent !== undefined && sent.recalledAt === undefined;

/** The same, for pages that make no sense once it is sent. */
export const unsentDraftCall = (handle: (deps: Deps, open: DraftRequest) => Promise<SiteResponse> | SiteResponse) =>
  draftCall((deps, open) =>
    isSent(open.draft) ? seeOther(draftUrl(open.request.council, '/sent')) : handle(deps, open),
  );

/** @throws Problem 403 where a form that no cookie protects was sent by another site */
export const expectOwnPage = ({ siteUrl }: Pick<Deps, 'siteUrl'>, request: CouncilRequest): void => {
  if (isFromOtherSite(request, siteUrl)) throw problems.notFromHere();
};

/**
 * The answers of one page as they are saved, as a mark that changes with them.
 *
 * @param hidden answers that are not shown: of the few that there are, a mark would tell which
 */
export const seenMark = (
  { questions }: Page,
  answers: Readonly<Record<string, unknown>>,
  hidden: ReadonlySet<string> = new Set(),
): string =>
  hash(
    'sha256',
    JSON.stringify(questions.filter(({ id }) => !hidden.has(id)).map(({ id }) => answers[id] ?? null)),
    'base64url',
  ).slice(0, 16);

/** Up to this many answers are checked on one page; of a longer form each part is checked on a page of its own. */
const onOnePage = 60;

/** Whether the answers to a form are checked part by part. */
export const isCheckedByPart = ({ draft, form }: Pick<OpenDraft, 'draft' | 'form'>): boolean =>
  pagesThatApply(form, draft.answers).reduce((total, { questions }) => total + questions.length, 0) > onOnePage;

/** Where somebody comes back to who changed an answer of this part. */
export const checkUrl = (open: DraftRequest, { id }: Section): string =>
  draftUrl(open.request.council, isCheckedByPart(open) ? `/check?part=${id}` : '/check');

/** The page before one, in its part of the form; before the first one is the list of parts. */
export const backFrom = (open: DraftRequest, visit: PageVisit, change: boolean): string => {
  if (change) return checkUrl(open, visit.section);
  const { draft, form, request } = open;
  const { council } = request;
  const own = pagesThatApply(form, draft.answers).filter(({ section }) => section === visit.section);
  const before = own[own.findIndex(({ page: one }) => one === visit.page) - 1];
  return before ? questionUrl(council, before.page.id) : draftUrl(council);
};

/** The page of a form with the questions on it that are asked; undefined where these answers do not lead to it. */
export const visitOf = ({ draft, form }: Pick<OpenDraft, 'draft' | 'form'>, pageId: string): PageVisit | undefined =>
  pagesThatApply(form, draft.answers).find(({ page: one }) => one.id === pageId);

/** The present day in London, asked when it is needed. */
export const todayIn =
  ({ clock }: Pick<Deps, 'clock'>) =>
  (): string =>
    londonDate(clock.now());

/** How many rows each table shows: those that are filled, and one more where its button was pressed. @param asked `carers.3` */
export const rowsOn = (
  { questions }: PageVisit,
  values: Record<string, unknown>,
  asked = '',
): Record<string, number> => {
  const [, table, number] = /^(\w+)\.(\d{1,2})$/.exec(asked) ?? [];
  return Object.fromEntries(
    questions.map(({ id }) => [id, Math.max(shownRows(values[id]).length, id === table ? Number(number) : 0)]),
  );
};
