import { absenceOn, backFrom, whyHandedOn } from '../../domain/staff/absence.ts';
import { addDays, londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import type { Actor } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { CouncilSlug, IsoDate } from '../../schemas/scalars.ts';
import type { Absence, StaffMember } from '../../schemas/staff.ts';
import { type Task, taskId } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { createOnce } from '../mail/once.ts';
import { mostLines, readerOf, type StaffReader, sendToStaff } from '../mail/staff-mail.ts';
import { hasTime, type Run } from '../runtime/run-time.ts';
import { eventOf, platform } from '../store/audit.ts';
import { councilPart, holderPart } from '../store/task-keys.ts';

/** The most tasks that go on within one request; the next run of the day's job takes the rest. */
const mostAtOnce = 200;

/** Pieces of work that go on together. */
const together = 10;

/** Whose work goes on: as they were while they had it. */
type Leaving = Pick<StaffMember, 'id' | 'name' | 'roles'>;

/** What somebody has to do, some at a time, and then what of it waits. */
async function* heldBy(store: Deps['store'], council: CouncilSlug, id: string): AsyncGenerator<Task[]> {
  for (const list of ['todo', 'waiting'] as const) yield* store.taskPages.inParts(holderPart(council, id, list));
}

/** What became of a task that went on from somebody. */
const whatBecameOf = ({ teams }: Council, { status, assignee, role, closed }: Task): string => {
  if (status === 'cancelled') return 'no longer needed';
  if (status === 'completed') return closed?.by ? `done by ${closed.by.name}` : 'done';
  return `with ${assignee?.name ?? teams[role].name}`;
};

/**
 * Takes the open work of somebody who is away, has left or has lost a role on to whoever does it now. The store decides to whom
 * (`services/store/handing-on.ts`); here is found what they have, and each receiver is told once, in one mail.
 */
export const createHandingOver = (deps: Deps) => {
  const { store, clock } = deps;
  const once = createOnce(deps);

  const moveOne = async (task: Task, actor: Actor): Promise<Task | undefined> => {
    const next = await store.heldNow(task, clock.now());
    if (next.assignee?.id === task.assignee?.id) return undefined;
    const authority = 'The council’s own division of work';
    const event = eventOf(deps, task, { actor, action: 'task-handed-on', about: task.id, authority });
    // Where it was changed meanwhile, it is done, or somebody else has it; what is left is found by the next run.
    const written = await store.commit({ tasks: [{ ...task, version: task.version + 1 }], events: [event] });
    return written ? next : undefined;
  };

  /** What went on from somebody between two days, with what it is now, some at a time. */
  async function* wentOn(council: Council, id: string, from: IsoDate, to: IsoDate) {
    for await (const some of store.handedOver(council.slug, id)) {
      const theirs = some.filter(({ at }) => londonDate(at) >= from && londonDate(at) <= to);
      const tasks = await Promise.all(
        theirs.map(async ({ task, at }) => ({ task: await store.task(council.slug, taskId.parse(task)), at })),
      );
      yield tasks.flatMap(({ task, at }) => (task ? [{ task, at }] : []));
    }
  }

  /** Tells each who has work of somebody since today, once for what it is: a run that died before its mails is finished by the next. */
  const tell = async (council: Council, { id, name }: Leaving): Promise<void> => {
    const today = londonDate(clock.now());
    /** Of each who has it now: the first tasks, how many there are, and when the last went on. */
    const lists = new Map<string, { reader: StaffReader; first: { task: Task }[]; all: number; last: string }>();
    for await (const some of wentOn(council, id, today, today)) {
      for (const { task, at } of some) {
        if (task.status !== 'open') continue;
        const reader = readerOf(council, task);
        const list = lists.get(reader.id) ?? { reader, first: [], all: 0, last: at };
        lists.set(reader.id, list);
        list.all += 1;
        if (at > list.last) list.last = at;
        if (list.first.length < mostLines) list.first.push({ task });
      }
    }
    const member = await store.staff(council.slug, id);
    const away = member && absenceOn(member, today);
    for (const { reader, first, all, last } of lists.values()) {
      // The same day is told of twice where more goes on later: then all of it.
      await once(council.slug, `work-handed-on#${id}#${reader.id}#${last}`, () =>
        sendToStaff(deps, council, reader, 'work-handed-on', first, {
          of: all,
          about: away ? `${name} is away until ${readableDate(away.to)}` : `${name} no longer does this work`,
        }),
      );
    }
  };

  /** Tells somebody who is back what went on from them, once an absence. */
  const tellBack = async (
    council: Council,
    { id, name, email }: StaffMember,
    { from, to }: Absence,
  ): Promise<boolean> =>
    once(council.slug, `back-at-work#${id}#${from}#${to}`, async () => {
      const open: { task: Task; note: string }[] = [];
      const over: typeof open = [];
      const total = { all: 0, done: 0 };
      for await (const some of wentOn(council, id, from, addDays(to, 1))) {
        for (const { task } of some) {
          const isOpen = task.status === 'open';
          total.all += 1;
          total.done += Number(!isOpen);
          const list = isOpen ? open : over;
          if (list.length < mostLines) list.push({ task, note: whatBecameOf(council, task) });
        }
      }
      // Nothing went on from them, so there is nothing to tell, and that is remembered.
      if (total.all === 0) return true;
      const about = `You were away until ${readableDate(to)}. ${total.all} ${total.all === 1 ? 'task' : 'tasks'} went on from you, of which ${total.done} ${total.done === 1 ? 'is' : 'are'} done`;
      const more = { about, restAt: 'me', of: total.all };
      return sendToStaff(deps, council, { name, email }, 'back-at-work', [...open, ...over], more);
    });

  return {
    /**
     * The day's run for one council: open work whose holder is away, has left or has lost the role goes on, whatever a request has left of it; who is
     * back is told what happened. What does not fit into a run's time is gone on with by the next.
     *
     * @param failed hears what could not be done, which keeps nobody else's work from going on
     */
    async morning(
      council: Council,
      run: Run,
      failed: (error: unknown) => void,
    ): Promise<{ moved: number; told: number; done: boolean }> {
      const today = londonDate(clock.now());
      const actor = platform('hand-over-work');
      const everyone = new Map((await store.everyone(council.slug)).map((member) => [member.id, member]));
      const givers = new Map<string, Leaving>();
      let moved = 0;
      let told = 0;
      const done = await store.walks.walk<Task[]>({
        name: `hand-over-work#${council.slug}`,
        run,
        read: (after) => store.taskPages.part(councilPart(council.slug), { after }),
        take: async (tasks) => {
          const going = tasks.filter(
            ({ assignee, role }) => assignee && whyHandedOn(everyone.get(assignee.id), role, today) !== undefined,
          );
          for (let at = 0; at < going.length; at += together) {
            const some = await Promise.allSettled(
              going.slice(at, at + together).map(async (task) => ({ before: task, now: await moveOne(task, actor) })),
            );
            for (const one of some) {
              if (one.status === 'rejected') failed(one.reason);
              else if (one.value.now && one.value.before.assignee) {
                moved += 1;
                const { id, name } = one.value.before.assignee;
                givers.set(id, everyone.get(id) ?? { id, name, roles: [] });
              }
            }
          }
        },
      });
      // Of whoever is away the mails of a run that died are sent as well.
      for (const member of everyone.values()) if (absenceOn(member, today)) givers.set(member.id, member);
      for (const giver of givers.values()) await tell(council, giver).catch(failed);
      let all = true;
      for (const member of everyone.values()) {
        if (absenceOn(member, today)) continue;
        for (const absence of backFrom(member, today)) {
          all &&= hasTime(run);
          if (!all) break;
          told += Number(
            await tellBack(council, member, absence).catch((error: unknown) => {
              failed(error);
              return false;
            }),
          );
        }
      }
      return { moved, told, done: done && all };
    },

    /**
     * Hands on what somebody has, and tells who has it now.
     *
     * @param roles of theirs, where they have lost some since
     * @returns the tasks as they are now, and whether there is more than was moved at once
     */
    async of(
      council: Council,
      leaving: Leaving,
      actor: Actor = platform('hand-over-work'),
      most = mostAtOnce,
    ): Promise<{ moved: Task[]; more: boolean }> {
      const moved: Task[] = [];
      let seen = 0;
      let more = false;
      for await (const page of heldBy(store, council.slug, leaving.id)) {
        for (let at = 0; at < page.length && !more; at += together) {
          const some = page.slice(at, at + together);
          const done = await Promise.all(some.map((task) => moveOne(task, actor)));
          moved.push(...done.filter((task) => task !== undefined));
          seen += some.length;
          more = seen >= most && at + together < page.length;
        }
        if (more || seen >= most) break;
      }
      await tell(council, leaving);
      return { moved, more };
    },
  };
};
