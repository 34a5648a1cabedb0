import { inWords, missingAnswers, nextStop, type PageVisit } from '../../domain/forms.ts';
import { readPage } from '../../schemas/answers.ts';
import type { Draft } from '../../schemas/draft.ts';
import { type Answers, exitsReached } from '../../schemas/form-conditions.ts';
import { draftUrl, questionPage, questionUrl } from '../../templates/pages/draft-pages.ts';
import { readFields } from '../../templates/pages/form-values.ts';
import { noDraftPage } from '../../templates/pages/return-pages.ts';
import {
  backFrom,
  type DraftRequest,
  endedResponse,
  isSent,
  seenMark,
  seeOther,
  todayIn,
  visitOf,
} from '../common/draft-calls.ts';
import { createDrafts, csrfToken, postedFields } from '../common/drafts.ts';
import { problems } from '../common/problems.ts';
import { changeRows } from '../common/row-buttons.ts';
import { type CouncilCall, expectMediaType, isTooLarge, page, type SiteResponse } from '../common/site.ts';

type Posted = { visit: PageVisit; given: Record<string, unknown>; fields: URLSearchParams };

/** Up to this many bytes, a page that is too long is shown again with what was typed. */
const shownAgainLimit = 2 * 1024 * 1024;

/**
 * Saves one page and goes on, or shows it again with what is wrong and all that was typed. POST /{council}/draft/pages/{page}
 *
 * What was saved meanwhile on another page stays. What was saved meanwhile on this very page is shown beside what was typed, and the person
 * chooses. A page sent after the hour has passed is saved, and only then is the form closed.
 */
export const call: CouncilCall = (deps) => async (request) => {
  expectMediaType(request, 'application/x-www-form-urlencoded');
  if (Buffer.byteLength(request.body) > shownAgainLimit) throw problems.tooLarge();
  const drafts = createDrafts(deps);
  const opened = await drafts.open(request);
  if (opened.state === 'none') return page(404, noDraftPage({ council: request.council }));
  const fields = postedFields(request, opened.secret);
  let open: DraftRequest = { ...opened, request, drafts };
  const ended = opened.state === 'ended';
  if (isSent(open.draft)) return ended ? endedResponse(request, open) : seeOther(draftUrl(request.council, '/sent'));

  for (let attempt = 0; attempt < 5; attempt += 1) {
    const visit = visitOf(open, request.params.page ?? '');
    if (visit === undefined) return ended ? endedResponse(request, open) : seeOther(draftUrl(request.council));
    const posted = { visit, given: readFields(visit.questions, fields), fields };
    const outcome = readPosted(deps, open, posted);
    if ('again' in outcome) return ended ? endedResponse(request, open, { saved: false }) : outcome.again;
    const after = await drafts.save({ ...open.draft, answers: outcome.answers });
    if (after) {
      const now = { ...open, draft: after };
      return ended ? endedResponse(request, now, { saved: true }) : seeOther(nextUrl(now, posted));
    }
    // Someone else saved first: their page is read, and ours put beside it.
    const again = await drafts.read(request.council.slug, open.draft.id);
    if (again === undefined) return page(404, noDraftPage({ council: request.council }));
    open = { ...open, draft: { ...again, secrets: open.draft.secrets } };
  }
  throw problems.busy();
};

/** The answers to save, or the page to show again. */
const readPosted = (
  deps: Parameters<typeof todayIn>[0],
  open: DraftRequest,
  posted: Posted,
): { answers: Answers } | { again: SiteResponse } => {
  const { draft, form, request } = open;
  const { visit, given, fields } = posted;
  const action = fields.get('action') ?? 'continue';
  const rows = changeRows(action, visit, given, fields);
  if (rows !== undefined) return { again: shown(200, open, posted, rows) };
  if (isTooLarge(request)) {
    const { title, detail } = problems.tooLarge().details;
    return { again: shown(413, open, posted, { problems: [{ field: '', message: `${title}. ${detail}` }] }) };
  }
  const read = readPage(form, visit.page.id, todayIn(deps), draft.answers, given);
  // Leaving an empty page for later is no mistake.
  if (!read.ok && action === 'later' && Object.keys(given).length === 0) return { answers: draft.answers };
  if (!read.ok) return { again: shown(400, open, posted, { problems: read.problems }) };
  const [before, after] = [seenMark(visit.page, draft.answers), seenMark(visit.page, read.answers)];
  if (fields.get('seen') !== before && after !== before) {
    return { again: shown(409, open, posted, { meanwhile: meanwhileIn(draft, visit) }) };
  }
  return { answers: read.answers };
};

const meanwhileIn = ({ answers }: Draft, { questions }: PageVisit) =>
  questions.map((question) => ({ name: question.name, lines: inWords(question, answers[question.id]) }));

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
      ...rest,
      values: { ...others, ...(rest.values ?? given) },
    }),
  );
};

/** Where to go on: what must be told first, then what is still open, then all answers. */
const nextUrl = ({ draft, form, request }: DraftRequest, { visit, fields }: Posted): string => {
  const { council } = request;
  const { answers } = draft;
  if (exitsReached(form, answers).length > 0) return draftUrl(council, '/stop');
  if (fields.get('action') === 'later') return draftUrl(council, '/save');
  if (fields.get('change') === 'yes') {
    const [missing] = missingAnswers(form, answers);
    return missing ? questionUrl(council, missing.page.id, true) : draftUrl(council, '/check');
  }
  const next = nextStop(form, answers, visit.page.id);
  if (next.go === 'page') return questionUrl(council, next.visit.page.id);
  return next.go === 'check-answers' ? draftUrl(council, '/check') : draftUrl(council);
};
