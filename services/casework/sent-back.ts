import type { KnownAnswer } from '../../domain/forms/known-answers.ts';
import { recordId } from '../../domain/journey/work-outcome.ts';
import { type SentBack, sentBackOf } from '../../domain/plan/sent-back.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { questionsOf } from '../../schemas/form-language.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';
import { workLists } from '../../schemas/work-lists.ts';
import { table, text } from '../../templates/documents/document.ts';
import type { WholeCase } from '../store/case-store.ts';
import type { TaskPanel } from './task-panel.ts';

const inWords = (role: StaffRole): string => `a ${role.replaceAll('-', ' ')}`;

/** Who sent an answer back: by name where the work in which they did it says so. */
const sender = ({ by, record }: SentBack, tasks: readonly Task[]): string => {
  if (by.kind === 'public') return by.as === 'helper' ? 'whoever acts for the person' : 'the person';
  const name = tasks.find((task) => recordId(task) === record)?.closed?.by?.name;
  return name ?? (by.kind === 'staff' ? inWords(by.role) : 'us');
};

type Seen = Pick<WholeCase, 'records' | 'tasks'>;

const ofTask = (task: Task, { records }: Seen): SentBack[] =>
  task.kind === 'draft-plan' ? sentBackOf(records, recordId(task).split('.')[0] ?? '') : [];

/** What was sent back to whoever does a task, each at the answer that it names, as what is known of that answer. */
export const sentBackKnown = (task: Task, whole: Seen): KnownAnswer[] =>
  ofTask(task, whole).map((one) => ({
    question: one.question,
    answer: one.why,
    lines: [one.row === undefined ? one.why : `Number ${one.row}: ${one.why}`],
    from: {
      list: 'sent-back',
      title: `Sent back by ${sender(one, whole.tasks)}`,
      record: one.record,
      at: one.at,
    },
    isAccepted: false,
  }));

/** All that was sent back to whoever does a task, in one table; none where nothing was. */
export const sentBackPanel = (task: Task, whole: Seen): TaskPanel[] => {
  const known = sentBackKnown(task, whole);
  if (known.length === 0) return [];
  const names = new Map(questionsOf(workLists[task.kind]).map(({ question }) => [question.id, question.name]));
  return [
    {
      id: 'sent-back',
      title: 'Sent back to you',
      blocks: [
        ...text(
          'Each reason stands at its answer too. Say in “What was changed” what you changed, and what not and why.',
        ),
        ...table(
          'Answers that were sent back',
          ['Answer', 'Reason', 'By'],
          known.map(({ question, lines, from }) => [
            names.get(question) ?? question,
            lines.join(' '),
            `${from.title.replace(/^Sent back by /, '')}${from.at ? `, ${readableDate(londonDate(from.at))}` : ''}`,
          ]),
        ),
      ],
    },
  ];
};
