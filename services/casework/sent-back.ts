import type { KnownAnswer } from '../../domain/forms/known-answers.ts';
import { recordId } from '../../domain/journey/work-outcome.ts';
import { type SentBack, sentBackOf } from '../../domain/plan/sent-back.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';
import type { WholeCase } from '../store/case-store.ts';

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

/** Whether what is known of an answer is that it was sent back. */
export const isSentBack = ({ from }: Pick<KnownAnswer, 'from'>): boolean => from.list === 'sent-back';

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
