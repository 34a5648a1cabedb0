import { answersGiven } from '../../domain/forms/saved-answers.ts';
import { askedQuestions } from '../../schemas/form-conditions.ts';
import { Problem } from '../runtime/errors.ts';
import type { SiteResponse } from '../web/site.ts';
import { formOf, seeOther } from '../web/staff-forms.ts';
import type { Given } from '../work/task-completion.ts';
import { createWorkDrafts, type WorkDraft } from '../work/work-drafts.ts';
import { endedPage } from './ended-task.ts';
import { finishTask } from './finish-task.ts';
import { type OpenedTask, openedTask } from './opened-task.ts';
import { checkPage, type Reader } from './task-pages.ts';
import { whoseTask } from './whose-task.ts';

/** The answers that are to be read once more. */
export const readCheck = async (reader: Reader): Promise<SiteResponse> => {
  const { deps, request } = reader;
  const task = await whoseTask(deps, request, { opens: true });
  if (task.status !== 'open') return endedPage(reader, task);
  const [opened, draft] = await Promise.all([openedTask(deps, request, task), createWorkDrafts(deps).read(task)]);
  return checkPage(reader, opened, draft);
};

/** What unfinished work comes to when it is finished: only what is asked is taken over as unchanged. */
const givenOf = ({ list }: OpenedTask, { answers: saved, version }: WorkDraft): Given => {
  const answers = answersGiven(saved);
  const kept = askedQuestions(list, answers)
    .map(({ id }) => id)
    .filter((id) => saved[id]?.unchanged);
  return {
    answers,
    unchanged: kept,
    confirmedBy: Object.fromEntries(kept.flatMap((id) => (saved[id] ? [[id, saved[id].by.id]] : []))),
    draft: version,
  };
};

/** Who changed what since the page was shown. */
const changedSince = ({ list }: OpenedTask, { answers }: WorkDraft, seen: number): string => {
  const names = list.sections.flatMap(({ pages }) =>
    pages.flatMap(({ questions }) =>
      questions.flatMap(({ id, name }) => {
        const one = answers[id];
        return one && one.version > seen ? [`${one.by.name} changed “${name}”`] : [];
      }),
    ),
  );
  return `${names.join(', ') || 'Answers were changed'} since you looked. Read the answers once more, then finish.`;
};

/**
 * Finishes a task with what is saved of it, from the page on which it was checked. A second press finds it finished; every problem comes back
 * at once with a link to its section, and nothing is lost.
 */
export const finishFromPage = async (reader: Reader): Promise<SiteResponse> => {
  const { deps, request } = reader;
  const seen = Number(formOf(request).get('version') ?? 0);
  const task = await whoseTask(deps, request);
  const work = `/${task.council}/staff/tasks`;
  if (task.status !== 'open') {
    return task.closed?.by?.id === request.staff.id
      ? seeOther(work, 'finished')
      : endedPage(reader, task, { status: 409 });
  }
  const [opened, draft] = await Promise.all([openedTask(deps, request, task), createWorkDrafts(deps).read(task)]);
  if (draft.version !== seen) {
    return checkPage(reader, opened, draft, { says: [changedSince(opened, draft, seen)], status: 409 });
  }
  try {
    const finished = await finishTask(deps, request, givenOf(opened, draft));
    return seeOther(work, 'stage' in finished && finished.stage ? `finished-${finished.stage}` : 'finished');
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { status, title, detail, errors = [] } = error.details;
    if (error.details.code === 'already-done') return endedPage(reader, await whoseTask(deps, request), { status });
    const now = status === 503 ? await createWorkDrafts(deps).read(task) : draft;
    return checkPage(reader, opened, now, {
      wrong: errors,
      says: errors.length > 0 ? [] : [`${title}. ${detail}`],
      status,
    });
  }
};
