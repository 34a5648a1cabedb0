import { createHash } from 'node:crypto';
import { newTask } from '../../domain/journey/tasks.ts';
import { recordId } from '../../domain/journey/work-outcome.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import type { OpenableWork } from '../../schemas/forms/case-actions.ts';
import type { Task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { owedToStaff } from '../mail/owed-to-staff.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';

/**
 * Opens a piece of work on a case by hand, once for a key: the task, what was said with it and the history in one transaction. What was said
 * may be personal, so it stands in a note beside the task and in no mail.
 *
 * @param what.why what the task says of it, in words without personal data
 * @param key marks one sending; the same again finds the task
 * @throws Problem 409 where the key opened it for another reason, 503
 */
export const openByHand = async (
  deps: Deps,
  careCase: CareCase,
  { kind, reason, why = 'A member of staff has asked for this' }: { kind: OpenableWork; reason: string; why?: string },
  key: string,
  actor: Actor,
): Promise<Task> => {
  const { store, clock } = deps;
  const { council, reference } = careCase;
  const mark = createHash('sha256').update(key).digest('hex').slice(0, 12);
  const now = clock.now();
  const task = newTask(careCase, { thread: 'case', step: `${kind}-by-hand-${mark}`, kind, reason: why }, now);
  const id = recordId(task);
  const signals = [owedToStaff(task, now)];
  const written = await store.commit({
    tasks: [task],
    records: [{ council, reference, id, version: 1, at: now, by: actor, kind: 'note', content: { text: reason } }],
    signals,
    events: [
      eventOf(deps, careCase, {
        actor,
        action: 'task-created',
        about: task.id,
        authority: kindsOfWork[kind].authority,
      }),
    ],
  });
  const opened = written ? task : await store.task(council, task.id);
  if (opened === undefined) throw problems.busy();
  const said = await store.record(council, reference, 'note', id);
  if (said?.kind === 'note' && said.content.text !== reason) throw problems.keyReused();
  if (written) await deps.workflows.trySend(signals);
  return opened;
};
