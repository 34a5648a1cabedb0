import {
  givenTo,
  handedOverTo,
  isTheirsToDo,
  putBack,
  waitOver,
  waitProblems,
  waitsUntil,
} from '../../domain/journey/task-holding.ts';
import { recordId } from '../../domain/journey/work-outcome.ts';
import { absenceOn } from '../../domain/staff/absence.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { momentInWords } from '../../domain/time/moment-in-words.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import type { CaseWorker } from '../../schemas/case.ts';
import type { EventAction } from '../../schemas/event-words.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { StaffMember } from '../../schemas/staff.ts';
import type { Task, WaitsFor } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { owedToStaff } from '../mail/owed-to-staff.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import type { StaffIdentity } from '../web/staff-identity.ts';

const authority = 'The council’s own division of work';

/** Since when a task is with whoever has it, in words, where that is known. */
export const heldSince = ({ assignedAt }: Task): string | undefined => assignedAt && momentInWords(assignedAt);

/** @throws Problem 409 where somebody else has it, with who and since when */
export const refuseOthers = (task: Task, staff: StaffIdentity): void => {
  if (!isTheirsToDo(task, staff)) throw problems.heldByOther(task, heldSince(task));
};

/** The notes that stand beside a task, by the beginning of their ids. */
export const notesOf = (task: Task): string => `${recordId(task)}.note-`;

/**
 * What may be done about who does a task, and when. Everything is refused by name where somebody was quicker; doing the same twice changes nothing
 * the second time.
 */
export const createTaskHolding = (deps: Deps) => {
  const { store, clock, newId, workflows } = deps;

  /** In which of their roles somebody acts on a task. */
  const actorOf = (staff: StaffIdentity, { role }: Task) =>
    ({ kind: 'staff', id: staff.id, role: staff.roles.includes(role) ? role : 'manager' }) as const;

  const write = async (
    staff: StaffIdentity,
    before: Task,
    after: Task,
    action: EventAction,
    records: readonly CaseRecord[] = [],
    signals: readonly Signal[] = [],
  ): Promise<Task> => {
    const event = eventOf(deps, before, { actor: actorOf(staff, before), action, about: before.id, authority });
    if (await store.commit({ tasks: [after], records, signals, events: [event] })) {
      await workflows.trySend(signals);
      return after;
    }
    // Somebody was quicker: what they did is what is told.
    const now = await store.task(before.council, before.id);
    if (now === undefined || now.status !== 'open') throw problems.alreadyDone(now ?? before);
    refuseOthers(now, staff);
    throw problems.taskChanged(now);
  };

  const refuseStale = (task: Task, version: number, staff: StaffIdentity): void => {
    if (task.status !== 'open') throw problems.alreadyDone(task);
    refuseOthers(task, staff);
    if (task.version !== version) throw problems.taskChanged(task);
  };

  const noteRecord = (staff: StaffIdentity, task: Task, text: string, key: string): CaseRecord => ({
    ...{ council: task.council, reference: task.reference, version: 1, at: clock.now(), by: actorOf(staff, task) },
    id: `${notesOf(task)}${key}`,
    kind: 'note',
    content: { text },
  });

  /** A name for a note that no other of the task has. */
  const newKey = () => newId().toLowerCase();

  const memberOf = async (task: Task, staff: StaffIdentity): Promise<StaffMember> => {
    const member = await store.staff(task.council, staff.id);
    if (member === undefined) {
      const message = 'You are not in the staff directory. Ask a manager to add you';
      throw problems.invalid([{ field: 'to', message }]);
    }
    return member;
  };

  return {
    /** A worker takes a task. A manager may take it from somebody who has it. */
    async claim(task: Task, version: number, staff: StaffIdentity): Promise<Task> {
      if (task.status === 'open' && task.assignee?.id === staff.id) return task;
      refuseStale(task, version, staff);
      const member = await memberOf(task, staff);
      if (!member.roles.includes(task.role)) throw problems.notYours();
      // What somebody who is away takes would go on to their cover at once.
      const away = absenceOn(member, londonDate(clock.now()));
      if (away) throw problems.awayYourself(task, readableDate(away.to));
      return write(staff, task, givenTo(task, member, clock.now()), 'task-assigned');
    },

    /** A worker, or a manager for them, gives a task back to its team. */
    async putBack(task: Task, version: number, staff: StaffIdentity): Promise<Task> {
      if (task.status === 'open' && task.assignee === undefined) return task;
      refuseStale(task, version, staff);
      return write(staff, task, putBack(task, clock.now()), 'task-returned');
    },

    /** A task goes to somebody else, with the reason as a note beside it; whoever has it now is told. */
    handOver(
      task: Task,
      to: CaseWorker,
      staff: StaffIdentity & { readonly name: string },
      reason: string,
    ): Promise<Task> {
      const by = { id: staff.id, name: staff.name };
      const note = noteRecord(staff, task, `Handed over to ${to.name}. ${reason}`, newKey());
      const after = handedOverTo(task, to, { at: clock.now(), by });
      const signals = to.id === staff.id ? [] : [owedToStaff(after, clock.now(), `v${after.version}`)];
      return write(staff, task, after, 'task-assigned', [note], signals);
    },

    /** Whoever was handed a task has read what was promised. */
    async readHandover(task: Task, staff: StaffIdentity): Promise<Task> {
      const { handover } = task;
      if (handover === undefined || handover.readAt !== undefined || task.assignee?.id !== staff.id) return task;
      const after = { ...task, version: task.version + 1, handover: { ...handover, readAt: clock.now() } };
      return write(staff, task, after, 'handover-read');
    },

    /** A task waits, for something and until a day. */
    async wait(
      task: Task,
      {
        version,
        for: what,
        until,
        note,
      }: { version: number; for: WaitsFor; until: IsoDate; note?: string | undefined },
      staff: StaffIdentity,
    ): Promise<Task> {
      const { waiting } = task;
      if (task.status === 'open' && waiting?.for === what && waiting.until === until && waiting.by === staff.id)
        return task;
      refuseStale(task, version, staff);
      const wrong = [
        ...waitProblems(until, londonDate(clock.now())),
        ...(what === 'something-else' && !note ? [{ field: 'note', message: 'Say what it waits for' }] : []),
      ];
      if (wrong.length > 0) throw problems.invalid(wrong);
      const after = waitsUntil(task, { for: what, until, since: clock.now(), by: staff.id });
      const notes = note ? [noteRecord(staff, task, note, newKey())] : [];
      return write(staff, task, after, 'task-waits', notes);
    },

    /** A task waits no more, before the day that was named. */
    async endWait(task: Task, version: number, staff: StaffIdentity): Promise<Task> {
      if (task.status === 'open' && task.waiting === undefined) return task;
      refuseStale(task, version, staff);
      return write(staff, task, waitOver(task), 'task-wait-over');
    },

    /** Something is said beside a task, by anybody who may see it. */
    async note(task: Task, text: string, staff: StaffIdentity, key = newKey()): Promise<void> {
      const record = noteRecord(staff, task, text, key);
      const event = eventOf(deps, task, {
        actor: actorOf(staff, task),
        action: 'task-noted',
        about: task.id,
        authority: 'The council’s own records',
      });
      if (await store.commit({ records: [record], events: [event] })) return;
      // The same note, sent twice.
      if (await store.record(task.council, task.reference, 'note', record.id)) return;
      throw problems.busy();
    },
  };
};
