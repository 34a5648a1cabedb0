import { stillToAsk } from '../../domain/journey/still-to-ask.ts';
import { contactBody, contactRecorded } from '../../schemas/contact.ts';
import { caseReference } from '../../schemas/scalars.ts';
import { recordContact } from '../../services/apply/contacts.ts';
import { contactSent, roleToOpen } from '../../services/casework/open-case-page.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { formOf, isForm } from '../../services/web/staff-forms.ts';

/** Records what somebody said who rang, wrote or came, with whatever is missing left for later. POST /{council}/staff/open */
export const call: StaffCall = (deps) => async (request) => {
  if (isForm(request)) return contactSent(deps, request, formOf(request));
  const role = roleToOpen(request);
  const body = jsonBody(request, contactBody);
  const reference = caseReference.parse(
    await recordContact(deps, request.council, body, { by: request.staff.id, role }),
  );
  const { person } = await deps.store.personsCase(request.council.slug, reference);
  return json(201, contactRecorded, { reference, missing: stillToAsk(person) });
};
