import { inWords, type PageVisit } from '../../domain/forms/forms.ts';
import { bytesOf, roomForAnswers, toShorten } from '../../domain/forms/room-for-answers.ts';
import { nameToTypist } from '../../schemas/answer-kinds.ts';
import { type Problem, readPage } from '../../schemas/answers.ts';
import type { Draft } from '../../schemas/draft.ts';
import {
  backFrom,
  type DraftRequest,
  endedResponse,
  isSent,
  noDraftResponse,
  seenMark,
  seeOther,
  todayIn,
  visitOf,
} from '../../services/apply/draft-calls.ts';
import { fileQuestionOn } from '../../services/apply/draft-documents.ts';
import { createDrafts, csrfToken, postedFields } from '../../services/apply/drafts.ts';
import { nextUrl } from '../../services/apply/next-page.ts';
import { changeRows } from '../../services/apply/row-buttons.ts';
import { saveDocumentPage } from '../../services/apply/save-document-page.ts';
import { leftHalfFilled } from '../../services/apply/unfinished-pages.ts';
import { problems } from '../../services/runtime/problems.ts';
import { type CouncilCall, expectMediaType, page, type SiteResponse } from '../../services/web/site.ts';
import { sayingWhenItEnds } from '../../services/web/time-left.ts';
import { draftUrl, questionPage, questionUrl } from '../../templates/pages/draft-pages.ts';
import { readFields } from '../../templates/pages/form-values.ts';
import { noDraftPage } from '../../templates/pages/return-pages.ts';

type Posted = { visit: PageVisit; given: Record<string, unknown>; fields: URLSearchParams };

/** The most of one page that is taken into a form, in bytes; more is shown again with what was typed, as far as it is read at all. */
const pageLimit = 256 * 1024;

/**
 * Saves one page and goes on, or shows it again with what is wrong and all that was typed. POST /{council}/draft/pages/{page}
 *
 * What was saved meanwhile on another page stays. What was saved meanwhile on this very page is shown beside what was typed, and the person
 * chooses. A page sent after the hour has passed is saved, and only then is the form closed.
 * “Save and come back later”, “See all parts” and a page sent after the hour keep what is not right yet as it was typed.
 * A change between easy and plain words shows the page again as it was typed, checks nothing, and is kept with the form.
 */
export const call: CouncilCall = (deps) => async (request) => {
  expectMediaType(request, 'application/x-www-form-urlencoded');
  const drafts = createDrafts(deps);
  const opened = await drafts.open(request);
  if (opened.state === 'none') return noDraftResponse(request, opened);
  const fields = postedFields(request, opened.secret);
  let open: DraftRequest = { ...opened, request, drafts };
  const ended = opened.state === 'ended';
  const again = (response: SiteResponse) =>
    ended
      ? response
      : sayingWhenItEnds(deps, request, response, { held: 'draft', endsAt: open.endsAt, csrf: csrfToken(open.secret) });
  if (isSent(open.draft)) return ended ? endedResponse(request, open) : seeOther(draftUrl(request.council, '/sent'));

  for (let attempt = 0; attempt < 5; attempt += 1) {
    const visit = visitOf(open, request.params.page ?? '');
    if (visit === undefined) return ended ? endedResponse(request, open) : seeOther(draftUrl(request.council));
    const question = fileQuestionOn(visit);
    const easyRead = ended ? undefined : wordsChosen(fields);
    if (question) {
      return again(await saveDocumentPage(deps, open, { visit, question, fields, ended }));
    }
    const posted = { visit, given: readFields(visit.questions, fields), fields };
    const outcome = readPosted(deps, open, posted, easyRead);
    if ('again' in outcome) return ended ? endedResponse(request, open, { saved: false }) : again(outcome.again);
    const after = await drafts.save(outcome.draft);
    if (after) {
      const now = { ...open, draft: after };
      return ended ? endedResponse(request, now, { saved: true }) : seeOther(outcome.goOn(now));
    }
    // Someone else saved first: their page is read, and ours put beside it.
    const theirs = await drafts.read(request.council.slug, open.draft.id);
    if (theirs === undefined) return page(404, noDraftPage({ council: request.council }));
    open = { ...open, draft: { ...theirs, secrets: open.draft.secrets } };
  }
  throw problems.busy();
};

/** Whether the button that was pressed asks for easy words; undefined for any other. */
const wordsChosen = (fields: URLSearchParams): boolean | undefined => {
  const action = fields.get('action');
  if (action === 'easy-read') return true;
  return action === 'plain-words' ? false : undefined;
};

/** The language whose button was pressed. */
const languageChosen = (fields: URLSearchParams): string | undefined =>
  /^language ([A-Za-z0-9-]{2,35})$/.exec(fields.get('action') ?? '')?.[1];

/** Whether the button that was pressed leaves the page, for later or for another part of the form. */
const isLeaving = (fields: URLSearchParams): boolean => ['later', 'parts'].includes(fields.get('action') ?? '');

/**
 * The draft as it is saved and where to go on; or the page to show again, where somebody must choose or nothing can be kept.
 *
 * Whatever is not right yet is kept as it was typed, and shown by an address of its own: going back never asks to send a page again.
 */
const readPosted = (
  deps: Parameters<typeof todayIn>[0],
  open: DraftRequest,
  posted: Posted,
  easyRead: boolean | undefined,
): { draft: Draft; goOn: (now: DraftRequest) => string } | { again: SiteResponse } => {
  const { draft, form, request } = open;
  const { visit, given, fields } = posted;
  const id = visit.page.id;
  const here = (query: Record<string, string>) => {
    const change = fields.get('change') === 'yes' ? { change: 'yes' } : {};
    const said = new URLSearchParams({ ...change, ...query }).toString();
    return () => questionUrl(request.council, id) + (said && `?${said}`);
  };
  if (Buffer.byteLength(request.body) > pageLimit) {
    const { title, detail } = problems.tooLarge(pageLimit).details;
    return { again: shown(413, open, posted, { problems: [{ field: '', message: `${title}. ${detail}` }] }) };
  }
  const rows = changeRows(fields.get('action') ?? 'continue', visit, given, fields);
  const typed = rows?.values ?? given;
  const read = readPage(form, id, todayIn(deps), draft.answers, typed);
  const [before, after] = [draft.answers, read.ok ? read.answers : typed].map((own) => seenMark(visit.page, own));
  const kept = leftHalfFilled(draft, id, after === before ? undefined : typed);
  if (fields.get('seen') !== before && after !== before) {
    const wrong = read.ok ? [] : read.problems;
    return { again: shown(409, open, posted, { meanwhile: meanwhileIn(draft, visit), problems: wrong }) };
  }
  const saved = (next: Draft, goOn: (now: DraftRequest) => string) => {
    const tooLong = tooLongHere(draft, visit, next);
    return tooLong.length > 0 ? { again: shown(400, open, posted, { problems: tooLong }) } : { draft: next, goOn };
  };
  if (easyRead !== undefined) return saved({ ...kept, easyRead }, here({}));
  const language = languageChosen(fields);
  if (language) return saved({ ...kept, language }, here({ lang: language }));
  if (rows) return saved(kept, here({ rows: Object.entries(rows.rows).flat().join('.') }));
  const next = (now: DraftRequest) => nextUrl(now, posted);
  if (read.ok) return saved(leftHalfFilled({ ...draft, answers: read.answers }, id), next);
  const isEmpty = Object.keys(given).length === 0;
  // Leaving an empty page for later is no mistake.
  if (isLeaving(fields)) return saved(isEmpty ? leftHalfFilled(draft, id) : kept, next);
  return saved(kept, here({ wrong: 'yes' }));
};

/** What of a page is to be shortened, so that the form can be kept with it. A page that makes the form no longer is always kept. */
const tooLongHere = (before: Draft, { page: { id }, questions }: PageVisit, after: Draft): Problem[] => {
  const bytes = ({ answers, unfinished }: Draft) => bytesOf(answers) + (unfinished ? bytesOf(unfinished) : 0);
  const over = bytes(after) - roomForAnswers;
  if (over <= 0 || bytes(after) <= bytes(before)) return [];
  return toShorten(after.unfinished?.[id] ?? after.answers, questions, over);
};

const meanwhileIn = ({ answers }: Draft, { questions }: PageVisit) =>
  questions.map((question) => ({ name: nameToTypist(question), lines: inWords(question, answers[question.id]) }));

/** The page as it was typed. */
const shown = (
  status: number,
  open: DraftRequest,
  { visit, given, fields }: Posted,
  rest: Partial<Parameters<typeof questionPage>[0]>,
): SiteResponse => {
  const { draft, form, secret, request } = open;
  const change = fields.get('change') === 'yes';
  const own = new Set(visit.page.questions.map(({ id }) => id));
  const others = Object.fromEntries(Object.entries(draft.answers).filter(([id]) => !own.has(id)));
  return page(
    status,
    questionPage({
      council: request.council,
      form,
      visit,
      problems: [],
      csrf: csrfToken(secret),
      seen: seenMark(visit.page, draft.answers),
      back: backFrom(open, visit, change),
      change,
      easyRead: draft.easyRead,
      ...rest,
      values: { ...others, ...(rest.values ?? given) },
    }),
  );
};
