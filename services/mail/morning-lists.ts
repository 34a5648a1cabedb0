import { escalationLevels, howDue, isEscalatedTo, isRemindedOf, workingDaysLate } from '../../domain/staff/chasing.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { previousWorkingDay } from '../../domain/time/working-days.ts';
import type { Council } from '../../schemas/council.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { StaffMember, StaffRole } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { loadedOnceBy } from '../runtime/loaded-once.ts';
import { hasTime, type Run } from '../runtime/run-time.ts';
import { holderPart } from '../store/task-keys.ts';
import { createOnce } from './once.ts';
import { mostLines, presentReader, readerOf, type StaffReader, sendToStaff } from './staff-mail.ts';

/** What a mail lists: the first tasks, and how many there are. */
type List = {
  readonly reader: StaffReader;
  readonly first: Task[];
  all: number;
  late: number;
  today: number;
  feedback?: string;
};

/** Above so many, what people said of the pages is counted as "more than". */
const mostSaid = 200;

const add = (lists: Map<string, List>, key: string, reader: StaffReader, task: Task, today: IsoDate): void => {
  const list = lists.get(key) ?? { reader, first: [], all: 0, late: 0, today: 0 };
  lists.set(key, list);
  list.all += 1;
  if (task.dueOn < today) list.late += 1;
  if (task.dueOn === today) list.today += 1;
  if (list.first.length < mostLines) list.first.push(task);
};

/**
 * The mails of one morning to the staff of one council. Tasks are shown to it one after the other, the earliest due first, and only the first of
 * each list are kept: however many are late, it needs little room, and no mail is longer than {@link mostLines} tasks. Each mail is sent once a day and reader.
 */
export const createMorningLists = async (
  deps: Deps,
  council: Council,
  today: IsoDate,
  failed: (error: unknown) => void,
) => {
  const once = createOnce(deps);
  const everyone = new Map((await deps.store.everyone(council.slug)).map((member) => [member.id, member]));
  const byAddress = new Map([...everyone.values()].map((member) => [member.email.toLowerCase(), member]));
  const levels = escalationLevels(council);
  const digests = new Map<string, List>();
  const reminders = new Map<string, List>();
  const escalations = new Map<string, List>();

  /** Who a level's mail about a task goes to: never somebody who is away. */
  const readersAbove = new Map<string, Promise<StaffReader>>();
  const readerAbove = (level: (typeof levels)[number], { assignee }: Task): Promise<StaffReader> => {
    const { to } = level;
    const lead = assignee && everyone.get(assignee.id)?.manager;
    const key = `${level.level}#${lead ?? ''}`;
    return loadedOnceBy(readersAbove, key, () => findReaderAbove(to, lead));
  };
  const findReaderAbove = async (to: (typeof levels)[number]['to'], lead?: string): Promise<StaffReader> => {
    if ('role' in to) {
      const named = to.role === 'manager' && lead ? everyone.get(lead) : undefined;
      const there = await presentReader(deps, council, named, to.role);
      return there ?? { id: to.role, ...council.teams[to.role] };
    }
    const member = byAddress.get(to.email.toLowerCase());
    const there = await presentReader(deps, council, member);
    if (member && there) return there;
    // Somebody who is away without cover: the managers know what to do with it.
    return member ? { id: 'manager', ...council.teams.manager } : { id: to.email, ...to };
  };

  const notes = (tasks: readonly Task[]) =>
    tasks.map((task) => {
      const note = howDue(task, today);
      return { task, ...(note && { note }) };
    });

  /** Sends the mails of one kind; one that fails keeps nobody else from theirs. @returns how many were sent */
  const send = async (
    lists: ReadonlyMap<string, List>,
    name: (key: string) => string,
    mail: (list: List) => Promise<boolean>,
    run: Run,
  ): Promise<number> => {
    let sent = 0;
    for (const [key, list] of lists) {
      // The next run of the morning goes on: what was sent is remembered.
      if (!hasTime(run)) return sent;
      const told = await once(council.slug, name(key), () => mail(list)).catch((error: unknown) => {
        failed(error);
        return false;
      });
      sent += Number(told);
    }
    return sent;
  };

  /** Everything that somebody has who gets no mail for each task, where any of it is new, late or due. */
  const wholeList = async (member: StaffMember): Promise<List | undefined> => {
    const { id, name, email } = member;
    const lists = new Map<string, List>();
    const since = previousWorkingDay(today);
    let isNew = false;
    for await (const page of deps.store.taskPages.inParts(holderPart(council.slug, id, 'todo'))) {
      for (const task of page) {
        add(lists, id, { id, name, email }, task, today);
        isNew ||= londonDate(task.handedOn?.at ?? task.openedAt) >= since;
      }
    }
    const list = lists.get(id);
    return list && (isNew || list.late + list.today > 0) ? list : undefined;
  };

  /** How many people said something of the pages since the last working day, for the list of those who read it; undefined where nobody did. */
  const saidOfPages = async (): Promise<string | undefined> => {
    // What takes and shows it is a page: read in the morning alone, not with every start.
    const { feedbackCount } = await import('../web/page-feedback.ts');
    const days = { from: previousWorkingDay(today), before: today, atMost: mostSaid + 1 };
    const said = await feedbackCount(deps, council.slug, days);
    if (said > mostSaid) return `More than ${mostSaid} people`;
    return said > 0 ? `${said} ${said === 1 ? 'person' : 'people'}` : undefined;
  };

  /** Those of a role who are there and read one list of their own a day, in place of the team's mails. */
  const ownListsOf = async (role: StaffRole): Promise<StaffReader[]> => {
    const found: StaffReader[] = [];
    for (const member of everyone.values()) {
      if (!member.prefersDigest || !member.roles.includes(role)) continue;
      const { id, name, email } = member;
      if ((await presentReader(deps, council, member))?.id === id) found.push({ id, name, email });
    }
    return found;
  };

  return {
    /** Takes in one task that is late, due today or reminded of today. */
    async take(task: Task): Promise<void> {
      const reader = readerOf(council, task);
      if (isRemindedOf(task, today, council)) {
        if (!everyone.get(reader.id)?.prefersDigest) add(reminders, reader.id, reader, task, today);
        return;
      }
      if (task.dueOn > today) return;
      add(digests, reader.id, reader, task, today);
      if (task.dueOn === today) return;
      const late = workingDaysLate(task, today);
      for (const level of levels) {
        if (!isEscalatedTo(level, task, late, council)) continue;
        const above = await readerAbove(level, task);
        add(escalations, `${level.level}#${above.id}`, above, task, today);
      }
    },

    /** Sends what there is to say this morning. */
    async send(
      run: Run,
    ): Promise<{ digests: number; reminders: number; escalations: number; late: number; all: boolean }> {
      for (const member of everyone.values()) {
        if (!member.prefersDigest) continue;
        if ((await presentReader(deps, council, member))?.id !== member.id) continue;
        const list = await wholeList(member);
        if (list) digests.set(member.id, list);
      }
      const feedback = await saidOfPages();
      if (feedback) {
        const { readBy } = council.feedback;
        for (const reader of [{ id: readBy, ...council.teams[readBy] }, ...(await ownListsOf(readBy))]) {
          const list = digests.get(reader.id) ?? { reader, first: [], all: 0, late: 0, today: 0 };
          digests.set(reader.id, { ...list, feedback });
        }
      }
      const late = [...digests.values()].reduce((sum, list) => sum + list.late, 0);
      return {
        late,
        digests: await send(
          digests,
          (key) => `overdue-digest#${today}#${key}`,
          ({ reader, first, all, late: isLate, today: isToday, feedback: said }) =>
            sendToStaff(deps, council, reader, 'overdue-digest', notes(first), {
              of: all,
              counts: { late: isLate, today: isToday, ...(all > isLate + isToday && { open: all }) },
              ...(said && {
                feedback: {
                  said,
                  since: readableDate(previousWorkingDay(today)),
                  url: `${deps.siteUrl}/${council.slug}/staff/feedback`,
                },
              }),
            }),
          run,
        ),
        escalations: await send(
          escalations,
          (key) => `task-escalated#${today}#${key}`,
          ({ reader, first, all }) =>
            sendToStaff(deps, council, reader, 'task-escalated', notes(first), {
              of: all,
              about: `${all} ${all === 1 ? 'task is' : 'tasks are'} late`,
            }),
          run,
        ),
        reminders: await send(
          reminders,
          (key) => `task-reminder#${today}#${key}`,
          ({ reader, first, all }) => sendToStaff(deps, council, reader, 'task-reminder', notes(first), { of: all }),
          run,
        ),
        all: hasTime(run),
      };
    },
  };
};
