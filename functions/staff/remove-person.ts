import { backToTeam } from '../../domain/journey/key-worker.ts';
import { leaveBody, personLeft } from '../../schemas/api.ts';
import type { Task } from '../../schemas/task.ts';
import { createNotices } from '../../services/mail/notices.ts';
import { problems } from '../../services/runtime/problems.ts';
import { eventOf } from '../../services/store/audit.ts';
import { holderPart } from '../../services/store/task-keys.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';

/**
 * Takes a member of staff out of the council's directory. Their open work goes back to their teams, which are written to; what opens from then on
 * on their cases goes to the team, until another is named. Managers only. POST /{council}/staff/people/{id}/leave
 */
export const call: StaffCall = (deps) => async (request) => {
  const { store, clock, newId } = deps;
  const { council, staff, params } = request;
  jsonBody(request, leaveBody);
  const member = staff.roles.includes('manager') ? await store.staff(council.slug, params['id'] ?? '') : undefined;
  if (member === undefined) throw problems.notYours();
  const { id } = member;
  const actor = { kind: 'staff', id: staff.id, role: 'manager' } as const;
  const authority = 'The council’s own division of work';
  // First the directory: what opens at this moment is then nobody's of theirs.
  await store.removeStaff(council.slug, id, {
    ...{ council: council.slug, at: clock.now(), id: newId(), actor, authority },
    action: 'staff-removed',
    about: id,
  });
  const returned: Task['id'][] = [];
  const theirs = (['todo', 'waiting'] as const).map((list) => holderPart(council.slug, id, list));
  for (const part of theirs) {
    for await (const tasks of store.taskPages.inParts(part)) {
      for (const task of tasks) {
        const back = backToTeam(task);
        const event = eventOf(deps, task, { actor, action: 'task-returned', about: task.id, authority });
        // Where it was changed meanwhile, it is done or somebody else has it.
        if (!(await store.commit({ tasks: [back], events: [event] }))) continue;
        returned.push(task.id);
        await createNotices(deps).tellStaff(task, back, `v${back.version}`);
      }
    }
  }
  return json(200, personLeft, { id, tasks: returned });
};
