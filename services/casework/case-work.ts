import { recordId } from '../../domain/journey/work-outcome.ts';
import type { Council } from '../../schemas/council.ts';
import type { Task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { StaffRequest } from '../web/site.ts';
import type { OpenedCase } from './case-frame.ts';
import { isCasePage, staffCasePath } from './case-sections.ts';
import { closedOn, dueWords, outcomeWords } from './case-words.ts';

const perPage = 50;

/** Who holds an open piece of work: a member of staff, or a team as long as nobody has taken it. */
export const holderOf = ({ assignee, role }: Pick<Task, 'assignee' | 'role'>, { teams }: Council): string =>
  assignee?.name ?? `${teams[role].name}, nobody has taken it`;

/** The address of a task's page. */
export const taskPath = ({ council, id }: Pick<Task, 'council' | 'id'>): string => `/${council}/staff/tasks/${id}`;

/** The open work of a case, the earliest due first. */
export const openWorkOf = ({ tasks }: Pick<OpenedCase, 'tasks'>): Task[] =>
  tasks
    .filter(({ status }) => status === 'open')
    .toSorted((a, b) => `${a.dueOn} ${a.id}`.localeCompare(`${b.dueOn} ${b.id}`));

/** What the work section shows: what is open, with whom and by when; what is over, who did it and what came of it. */
export const workView = ({ council, query, path }: StaffRequest, opened: OpenedCase) => {
  const { case: careCase, records, tasks, today } = opened;
  const answered = new Set(records.flatMap((record) => (record.kind === 'work' ? [record.id] : [])));
  const over = tasks
    .filter(({ status }) => status !== 'open')
    .toSorted((a, b) => (b.closed?.at ?? '').localeCompare(a.closed?.at ?? ''));
  const pages = Math.max(1, Math.ceil(over.length / perPage));
  const page = Math.min(pages, Math.max(1, Number.parseInt(query['page'] ?? '1', 10) || 1));
  return {
    open: openWorkOf(opened).map((task) => ({
      what: kindsOfWork[task.kind].title,
      why: task.reason ?? '',
      href: taskPath(task),
      who: holderOf(task, council),
      when: dueWords(task.dueOn, today),
      isLate: task.dueOn < today,
    })),
    over: over.slice((page - 1) * perPage, page * perPage).map((task) => {
      const id = recordId(task);
      return {
        what: kindsOfWork[task.kind].title,
        href: taskPath(task),
        who: task.closed?.by?.name ?? 'Careway',
        when: closedOn(task),
        came: outcomeWords(task),
        answers: answered.has(id) && isCasePage('answers/{record}') ? staffCasePath(careCase, `answers/${id}`) : '',
      };
    }),
    count: over.length,
    older: page < pages ? `${path}?page=${page + 1}` : '',
    newer: page > 1 ? `${path}?page=${page - 1}` : '',
  };
};
