import { documentAddress } from '../../schemas/api.ts';
import { givenDocuments } from '../../services/documents/sent-documents.ts';
import { documentLink } from '../../services/follow/case-documents.ts';
import { problems } from '../../services/runtime/problems.ts';
import { eventOf } from '../../services/store/audit.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { seeOther, wantsPage } from '../../services/web/staff-forms.ts';
import { documentRoles, permittedCase } from '../../services/work/permitted-case.ts';

/**
 * An address at which a document can be had for a minute; from a page, the way there. Each time is written into the case's history before it is given.
 * GET /{council}/staff/cases/{reference}/documents/{id}
 */
export const call: StaffCall = (deps) => async (request) => {
  const { careCase, role } = await permittedCase(deps, request, documentRoles);
  const all = givenDocuments(await deps.store.records(careCase.council, careCase.reference, 'document'));
  const found = all.find(({ id }) => id === request.params['id']);
  if (found === undefined) throw problems.notYours();
  const url = await documentLink(deps, found, all);
  const actor = { kind: 'staff', id: request.staff.id, role } as const;
  await deps.store.commit({
    events: [
      eventOf(deps, careCase, {
        actor,
        action: 'document-read',
        about: found.id,
        authority: 'Care Act 2014 sections 9 and 10; UK GDPR Article 6(1)(e)',
      }),
    ],
  });
  if (wantsPage(request)) return seeOther(url);
  const { id, name, size, type } = found;
  return json(200, documentAddress, { id, name, size, type, url });
};
