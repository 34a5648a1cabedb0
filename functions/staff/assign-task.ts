import { givenTo } from '../../domain/journey/task-holding.ts';
import { assignTaskBody, taskView as schema } from '../../schemas/api.ts';
import { createRestricting } from '../../services/access/restricting.ts';
import { refuseOthers } from '../../services/casework/task-holding.ts';
import { owedToStaff } from '../../services/mail/owed-to-staff.ts';
import { problems } from '../../services/runtime/problems.ts';
import { changedMeanwhile } from '../../services/runtime/try-again.ts';
import { eventOf } from '../../services/store/audit.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { permittedTask, taskView } from '../../services/work/task-views.ts';

/**
 * Gives a task to a member of staff who has its role, and writes to them. POST /{council}/staff/tasks/{id}/assign
 *
 * Anyone with the role may take a task that nobody has; a manager may give it to anyone.
 */
export const call: StaffCall = (deps) => async (request) => {
  const { store } = deps;
  const { council, staff } = request;
  const { to, givesAccess = false } = jsonBody(request, assignTaskBody);
  const task = await permittedTask(deps, request, { managerToo: true, unopened: true });
  if (to !== staff.id && !staff.roles.includes('manager')) throw problems.notYours();
  const member = await store.staff(council.slug, to);
  if (member === undefined || !member.roles.includes(task.role)) {
    throw problems.invalid([
      { field: 'to', message: 'Choose someone in your staff directory who has the role for this task' },
    ]);
  }
  if (task.status !== 'open') throw problems.alreadyDone(task);
  refuseOthers(task, staff);
  // Given to who has it, as by a second press: nothing changes, and nobody is written to again.
  if (task.assignee?.id === to) return json(200, schema, taskView(task));
  const careCase = await store.case(council.slug, task.reference);
  if (careCase) {
    const { person } = await store.personOf(careCase);
    await createRestricting(deps).letIn(request, person, to, givesAccess);
  }
  const now = deps.clock.now();
  // Where they are away it goes on to their cover, and that is what is answered.
  const assigned = await store.heldNow(givenTo(task, member, now), now);
  const signals = to === staff.id ? [] : [owedToStaff(assigned, now, `v${assigned.version}`)];
  const written = await store.commit({
    tasks: [assigned],
    signals,
    events: [
      eventOf(deps, task, {
        actor: { kind: 'staff', id: staff.id, role: staff.roles.includes('manager') ? 'manager' : task.role },
        action: 'task-assigned',
        about: task.id,
        authority: 'The council’s own division of work',
      }),
    ],
  });
  if (!written) throw changedMeanwhile(`Task ${task.id}`);
  await deps.workflows.trySend(signals);
  return json(200, schema, taskView(assigned));
};
