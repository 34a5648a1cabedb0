import { missingAnswers, partsCounted, taskList } from '../../domain/forms/forms.ts';
import { type TimeNeeded, timeInWords, timeLeft } from '../../domain/forms/time-needed.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { exitsReached } from '../../schemas/form-conditions.ts';
import { spokenTitle } from '../../schemas/voices.ts';
import { createCorrections } from '../../services/apply/corrections.ts';
import { unsentDraftCall } from '../../services/apply/draft-calls.ts';
import { changesOf, csrfToken } from '../../services/apply/drafts.ts';
import { unfinishedPages } from '../../services/apply/unfinished-pages.ts';
import { page } from '../../services/web/site.ts';
import { questionUrl, taskListPage } from '../../templates/pages/draft-pages.ts';

const inWords = (time: TimeNeeded | undefined) => time && timeInWords(time);

/** The parts of the form and how far each has come. GET /{council}/draft */
export const call = unsentDraftCall(async (deps, open) => {
  const { draft, form, request, secret } = open;
  const { council } = request;
  const unfinished = new Set(unfinishedPages(form, draft).map((visit) => visit.page.id));
  const left = timeLeft(form, draft.answers, unfinished);
  const tasks = taskList(form, draft.answers, unfinished).map(({ section, status, firstPage }) => ({
    title: spokenTitle(form, draft.answers, section),
    hint: section.hint,
    time: inWords(left.parts.get(section.id)),
    status,
    href: questionUrl(council, firstPage.id),
  }));
  const { reference, carerReference } = draft.sent ?? {};
  const references = [reference, carerReference].flatMap((one) => one ?? []);
  const recalled = references.length > 0;
  const begunOn = recalled && !(await createCorrections(deps).possible(council, references)) ? reference : undefined;
  const stopped = exitsReached(form, draft.answers).length > 0;
  return page(
    200,
    taskListPage({
      council,
      form,
      tasks,
      counted: partsCounted(form, draft.answers, unfinished),
      left: timeInWords(left.whole),
      ready: !stopped && unfinished.size === 0 && missingAnswers(form, draft.answers).length === 0,
      changes: changesOf(open),
      stopped,
      recalled,
      ...(begunOn && { begunOn }),
      address: draft.email?.address,
      keptUntil: readableDate(draft.keptUntil),
      csrf: csrfToken(secret),
      together: draft.together && { invites: draft.together.invites ?? false },
    }),
  );
});
