import { absenceOn, backFrom } from '../../domain/staff/absence.ts';
import { addDays, londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import type { Actor } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { Absence, StaffMember } from '../../schemas/staff.ts';
import { type Task, taskId } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { createOnce } from '../mail/once.ts';
import { readerOf, type StaffReader, sendToStaff } from '../mail/staff-mail.ts';
import { eventOf, platform } from '../store/audit.ts';
import { holderPart } from '../store/task-keys.ts';

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

  /** Tells each who has work of somebody since today, once for what it is: a run that died before its mails is finished by the next. */
  const tell = async (council: Council, { id, name }: Leaving): Promise<void> => {
    const now = clock.now();
    const today = londonDate(now);
    const todays = (await store.handedOver(council.slug, id)).filter(({ at }) => londonDate(at) === today);
    const tasks = await Promise.all(
      todays.map(async ({ task, at }) => ({ task: await store.task(council.slug, taskId.parse(task)), at })),
    );
    const open = tasks.flatMap(({ task, at }) => (task?.status === 'open' ? [{ task, at }] : []));
    const member = await store.staff(council.slug, id);
    const away = member && absenceOn(member, today);
    for (const [, theirs] of Map.groupBy(open, ({ task }) => readerOf(council, task).id)) {
      const [first] = theirs;
      if (first === undefined) continue;
      const reader: StaffReader = readerOf(council, first.task);
      const last = theirs
        .map(({ at }) => at)
        .toSorted()
        .at(-1);
      await once(council.slug, `work-handed-on#${id}#${reader.id}#${last}`, () =>
        sendToStaff(deps, council, reader, 'work-handed-on', theirs, {
          about: away ? `${name} is away until ${readableDate(away.to)}` : `${name} no longer does this work`,
          // The same day is told of twice where more goes on later: then all of it.
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
      const theirs = (await store.handedOver(council.slug, id)).filter(
        ({ at }) => londonDate(at) >= from && londonDate(at) <= addDays(to, 1),
      );
      // Nothing went on from them, so there is nothing to tell, and that is remembered.
      if (theirs.length === 0) return true;
      const tasks = await Promise.all(theirs.map(({ task }) => store.task(council.slug, taskId.parse(task))));
      const lines = tasks.flatMap((task) => (task ? [{ task, note: whatBecameOf(council, task) }] : []));
      const done = lines.filter(({ task }) => task.status !== 'open').length;
      const about = `You were away until ${readableDate(to)}. ${lines.length} ${lines.length === 1 ? 'task' : 'tasks'} went on from you, of which ${done} ${done === 1 ? 'is' : 'are'} done`;
      const openFirst = lines.toSorted((a, b) => Number(a.task.status !== 'open') - Number(b.task.status !== 'open'));
      return sendToStaff(deps, council, { name, email }, 'back-at-work', openFirst, { about, restAt: 'me' });
    });

  return {
    /**
     * The morning's run for one council: the work of whoever is away goes on, and who is back is told what happened. @param failed hears what could
     * not be done, which keeps nobody else's work from going on
     */
    async morning(council: Council, failed: (error: unknown) => void): Promise<{ moved: number; told: number }> {
      const today = londonDate(clock.now());
      let moved = 0;
      let told = 0;
      for (const member of await store.everyone(council.slug)) {
        try {
          if (absenceOn(member, today)) {
            moved += (await this.of(council, member, platform('hand-over-work'), Number.POSITIVE_INFINITY)).moved
              .length;
          } else {
            for (const absence of backFrom(member, today)) told += Number(await tellBack(council, member, absence));
          }
        } catch (error) {
          failed(error);
        }
      }
      return { moved, told };
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
