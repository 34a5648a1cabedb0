import { placeOf } from '../../domain/forms/forms.ts';
import { hiddenOn, withoutHidden } from '../../domain/forms/hidden-answers.ts';
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
import { saveDocumentPage } from '../../services/apply/save-document-page.ts';
import { stopResponse } from '../../services/apply/stop-response.ts';
import { type PostedPage, typedPage } from '../../services/apply/typed-page.ts';
import { problems } from '../../services/runtime/problems.ts';
import { type CouncilCall, expectMediaType, page, type SiteResponse } from '../../services/web/site.ts';
import { sayingWhenItEnds } from '../../services/web/time-left.ts';
import { draftUrl, questionPage, questionUrl } from '../../templates/pages/draft-pages.ts';
import { readFields } from '../../templates/pages/form-values.ts';
import { noDraftPage } from '../../templates/pages/return-pages.ts';

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
      if (ended) return endedResponse(request, now, { saved: true });
      return 'told' in outcome ? again(outcome.told) : seeOther(outcome.goOn(now));
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

/** The draft as it is saved and where to go on; or the page to show again, where somebody must choose or nothing can be kept. */
const readPosted = (
  deps: Parameters<typeof todayIn>[0],
  open: DraftRequest,
  posted: PostedPage,
  easyRead: boolean | undefined,
):
  | { draft: Draft; goOn: (now: DraftRequest) => string }
  | { draft: Draft; told: SiteResponse }
  | { again: SiteResponse } => {
  const { draft, form, request } = open;
  const { visit, fields } = posted;
  const here = (query: Record<string, string>) => {
    const change = fields.get('change') === 'yes' ? { change: 'yes' } : {};
    const said = new URLSearchParams({ ...change, ...query }).toString();
    return () => questionUrl(request.council, visit.page.id) + (said && `?${said}`);
  };
  const language = languageChosen(fields);
  const hidden = hiddenOn(form, draft, visit);
  const outcome = typedPage(form, draft, posted, {
    today: todayIn(deps),
    bytes: Buffer.byteLength(request.body),
    asTyped: easyRead !== undefined || language !== undefined,
    hidden,
  });
  if ('status' in outcome) {
    const { status, ...rest } = outcome;
    return { again: shown(status, open, posted, rest) };
  }
  const { kept, then } = outcome;
  if (then === 'as-typed' && language) return { draft: { ...kept, language }, goOn: here({ lang: language }) };
  if (then === 'as-typed') return { draft: { ...kept, ...(easyRead !== undefined && { easyRead }) }, goOn: here({}) };
  if (then === 'wrong') return { draft: kept, goOn: here({ wrong: 'yes' }) };
  const exit = then === 'next' && hidden.size > 0 ? stopResponse(request, form, kept) : undefined;
  // That somebody is in danger is told to whoever says so, and not to the other of the two who comes back to the form.
  if (exit) return { draft: { ...kept, answers: withoutHidden(kept.answers, hidden) as Draft['answers'] }, told: exit };
  if (then === 'next') return { draft: kept, goOn: (now) => nextUrl(now, posted) };
  return { draft: kept, goOn: here(then) };
};

/** The page as it was typed. */
const shown = (
  status: number,
  open: DraftRequest,
  { visit, given, fields }: PostedPage,
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
      seen: seenMark(visit.page, draft.answers, hiddenOn(form, draft, visit)),
      back: backFrom(open, visit, change),
      change,
      place: placeOf(form, draft.answers, visit),
      easyRead: draft.easyRead,
      ...rest,
      values: { ...others, ...(rest.values ?? given) },
    }),
  );
};
