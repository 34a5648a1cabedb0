import { leaveBody, personLeft } from '../../schemas/api.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { createDirectory } from '../../services/work/directory.ts';

/** Takes a member of staff out of the council's directory. Managers only. POST /{council}/staff/people/{id}/leave */
export const call: StaffCall = (deps) => async (request) => {
  const { council, staff, params } = request;
  if (!staff.roles.includes('manager')) throw problems.notYours();
  jsonBody(request, leaveBody);
  const { member, moved } = await createDirectory(deps).leave(council, staff, params['id'] ?? '');
  return json(200, personLeft, { id: member.id, tasks: moved.map(({ id }) => id) });
};
