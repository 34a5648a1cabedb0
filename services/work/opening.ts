import { createHash } from 'node:crypto';
import { newTask } from '../../domain/journey/tasks.ts';
import { recordId } from '../../domain/journey/work-outcome.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import type { OpenableWork } from '../../schemas/forms/case-actions.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { Task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { owedToStaff } from '../mail/owed-to-staff.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import { holderOf } from './case-workers.ts';

type Wanted = {
  readonly kind: OpenableWork;
  readonly reason: string;
  readonly why?: string;
  /** Who did the work that is sent back to them. */
  readonly holder?: Awaited<ReturnType<typeof holderOf>>;
};

/**
 * What is written where a piece of work is opened on a case by hand: the task, what was said with it, and the history. What was said may be
 * personal, so it stands in a note beside the task and in no mail.
 *
 * @param what.why what the task says of it, in words without personal data
 * @param key marks one sending
 */
export const openedByHand = (
  { clock, newId }: Pick<Deps, 'clock' | 'newId'>,
  careCase: CareCase,
  { kind, reason, why = 'A member of staff has asked for this', holder }: Wanted,
  key: string,
  actor: Actor,
) => {
  const { council, reference } = careCase;
  const mark = createHash('sha256').update(key).digest('hex').slice(0, 12);
  const now = clock.now();
  const task = newTask(
    careCase,
    { thread: 'case', step: `${kind}-by-hand-${mark}`, kind, reason: why, ...(holder && { holder }) },
    now,
  );
  const note: CaseRecord = {
    ...{ council, reference, version: 1, at: now, by: actor, kind: 'note', content: { text: reason } },
    id: recordId(task),
  };
  const { authority } = kindsOfWork[kind];
  const event = eventOf({ clock, newId }, careCase, { actor, action: 'task-created', about: task.id, authority });
  return {
    task,
    note,
    change: { tasks: [task], records: [note], signals: [owedToStaff(task, now)], events: [event] as const },
  };
};

/** Finances that are wrong go back to whoever worked them out, while they are there; the charge is worked out again from the day that they enter. */
const sentBackTo = async (
  { store }: Pick<Deps, 'store'>,
  { council, reference }: CareCase,
  kind: OpenableWork,
): Promise<Pick<Wanted, 'why' | 'holder'>> => {
  if (kind !== 'assess-finances') return {};
  const [last] = (await store.tasks(council, reference))
    .filter((task) => task.kind === kind && task.status === 'completed')
    .toSorted((a, b) => (b.closed?.at ?? '').localeCompare(a.closed?.at ?? ''));
  const isOpen = (await store.tasks(council, reference)).some((task) => task.kind === kind && task.status === 'open');
  if (last === undefined || isOpen) {
    const message = isOpen
      ? 'The money is being worked out already: write a note for whoever does it'
      : 'There are no finished finances to send back';
    throw problems.invalid([{ field: 'kind', message }]);
  }
  const holderId = last.assignee?.id;
  const holder = await holderOf({ store }, council, { kind, step: kind, ...(holderId && { holderId }) });
  return { holder, why: 'Sent back to be put right. The reason stands in the note beside this' };
};

/**
 * Opens a piece of work on a case by hand, once for a key: the same again finds the task.
 *
 * @throws Problem 409 where the key opened it for another reason, 503
 */
export const openByHand = async (
  deps: Deps,
  careCase: CareCase,
  wanted: Wanted,
  key: string,
  actor: Actor,
): Promise<Task> => {
  const { store } = deps;
  const { council, reference } = careCase;
  const { task, note, change } = openedByHand(
    deps,
    careCase,
    { ...wanted, ...(await sentBackTo(deps, careCase, wanted.kind)) },
    key,
    actor,
  );
  const written = await store.commit(change);
  const opened = written ? task : await store.task(council, task.id);
  if (opened === undefined) throw problems.busy();
  const said = await store.record(council, reference, 'note', note.id);
  if (said?.kind === 'note' && said.content.text !== wanted.reason) throw problems.keyReused();
  if (written) await deps.workflows.trySend(change.signals);
  return opened;
};
