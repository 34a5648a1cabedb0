import { savePersonBody } from '../../schemas/api.ts';
import { staffMember } from '../../schemas/staff.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';

/** Adds a member of staff to the council's directory, or changes them. Managers only. PUT /{council}/staff/people/{id} */
export const call: StaffCall =
  ({ store, clock, newId }) =>
  async (request) => {
    const { council, staff, params } = request;
    if (!staff.roles.includes('manager')) throw problems.notYours();
    const body = jsonBody(request, savePersonBody);
    const parsed = staffMember.safeParse({ id: params['id'], ...body });
    if (!parsed.success) throw problems.invalid([{ field: 'id', message: 'Give the id of the person’s sign-in' }]);
    await store.saveStaff(council.slug, parsed.data, {
      council: council.slug,
      at: clock.now(),
      id: newId(),
      actor: { kind: 'staff', id: staff.id, role: 'manager' },
      action: 'staff-saved',
      about: parsed.data.id,
      authority: 'The council’s own division of work',
    });
    return json(200, staffMember, parsed.data);
  };
