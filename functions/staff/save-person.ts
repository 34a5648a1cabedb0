import { savePersonBody } from '../../schemas/api.ts';
import { staffMember } from '../../schemas/staff.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { createDirectory } from '../../services/work/directory.ts';

/** Adds a member of staff to the council's directory, or changes them. Managers only. PUT /{council}/staff/people/{id} */
export const call: StaffCall = (deps) => async (request) => {
  const { council, staff, params } = request;
  if (!staff.roles.includes('manager')) throw problems.notYours();
  const body = jsonBody(request, savePersonBody);
  const { member } = await createDirectory(deps).save(council, staff, params['id'] ?? '', body);
  return json(200, staffMember, member);
};
