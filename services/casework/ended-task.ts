import { answersGiven, typedInWords } from '../../domain/forms/saved-answers.ts';
import { recordId } from '../../domain/journey/work-outcome.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { type Form, questionsOf } from '../../schemas/form-language.ts';
import type { Task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { WholeCase } from '../store/case-store.ts';
import type { SiteResponse } from '../web/site.ts';
import { listOfTask } from '../work/task-lists.ts';
import { createWorkDrafts } from '../work/work-drafts.ts';
import { keptOf } from './case-notes.ts';
import { staffPage } from './staff-frame.ts';
import { notesOf } from './task-holding.ts';
import { type Reader, taskPath } from './task-pages.ts';
import { forWhom, timeWords } from './task-words.ts';

/** Texts with the questions that they answer, as a note holds them. */
const asText = (list: Form, answers: Readonly<Record<string, unknown>>, today: () => string): string =>
  questionsOf(list)
    .flatMap(({ question }) => {
      const answer = answers[question.id];
      return answer === undefined ? [] : [`${question.name}\n${typedInWords(question, answer, today).join('\n')}`];
    })
    .join('\n\n');

/** What was typed on a task and does not stand in the record that it left. */
const leftOver = (task: Task, whole: WholeCase | undefined, typed: Readonly<Record<string, unknown>>) => {
  const record = whole?.records.find(({ kind, id }) => kind === 'work' && id === recordId(task));
  const kept: Readonly<Record<string, unknown>> =
    record?.kind === 'work' ? { ...record.answers, ...('added' in record ? Object(record.added) : {}) } : {};
  return Object.fromEntries(
    Object.entries(typed).filter(([id, answer]) => JSON.stringify(kept[id]) !== JSON.stringify(answer)),
  );
};

/** Notes that were written beside the task. */
const notesOn = (whole: WholeCase | undefined, task: Task): string[] =>
  (whole?.records ?? []).flatMap((record) =>
    record.kind === 'note' && record.id.startsWith(notesOf(task)) ? [record.content.text] : [],
  );

const words = (code: string): string => {
  const text = code.replaceAll('-', ' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
};

/**
 * The page of a task that is done or not needed any more: who ended it, when and what came of it, and what somebody had typed meanwhile, to
 * be kept as a note. A link of an old mail leads here.
 *
 * @param typed what is being sent now
 * @param error why the text could not be kept
 */
export const endedPage = async (
  { deps, request }: Reader,
  task: Task,
  {
    typed = {},
    text,
    error = '',
    status = 200,
  }: { typed?: Readonly<Record<string, unknown>>; text?: string; error?: string; status?: number } = {},
): Promise<SiteResponse> => {
  const now = deps.clock.now();
  const today = () => londonDate(now);
  const [whole, draft, kept] = await Promise.all([
    deps.store.whole(task.council, task.reference),
    createWorkDrafts(deps).read(task),
    keptOf(deps, task),
  ]);
  const { closed } = task;
  const isDone = task.status === 'completed';
  const next = (whole?.tasks ?? []).filter(({ openedAt, id }) => openedAt === closed?.at && id !== task.id);
  const fact = (label: string, said: string) => ({ key: { text: label }, value: { text: said } });
  const left = leftOver(task, whole, { ...answersGiven(draft.answers), ...typed });
  const casePath = `/${task.council}/staff/cases/${task.reference}`;
  return staffPage(
    deps,
    request,
    'staff/task-ended.njk',
    {
      title: kindsOfWork[task.kind].title,
      reference: task.reference,
      forWhom: forWhom({ whole }),
      heading: isDone ? 'This task is done' : 'This task is not needed any more',
      facts: [
        fact('By', closed?.by?.name ?? 'Careway, by itself'),
        ...(closed ? [fact('When', timeWords(closed.at, now)), fact('What came of it', words(closed.outcome))] : []),
        ...next.map(({ kind, assignee }) =>
          fact('Next', `${kindsOfWork[kind].title}${assignee ? `, with ${assignee.name}` : ''}`),
        ),
        ...[...notesOn(whole, task), ...kept].map((said) => fact('Note', said)),
        ...(whole
          ? [
              {
                ...fact('Case', task.reference),
                actions: { items: [{ href: casePath, text: 'See the case', visuallyHiddenText: task.reference }] },
              },
            ]
          : []),
      ],
      text: text ?? asText(listOfTask(request.council, task), left, today),
      error,
      noteUrl: `${taskPath(task)}/kept-text`,
      workUrl: `/${task.council}/staff/tasks`,
    },
    { status },
  );
};
