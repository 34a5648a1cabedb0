import { casePage, openCase } from '../../services/casework/case-frame.ts';
import { staffCasePath } from '../../services/casework/case-sections.ts';
import { copiesOf } from '../../services/follow/case-copies.ts';
import { problems } from '../../services/runtime/problems.ts';
import { eventOf } from '../../services/store/audit.ts';
import type { StaffCall } from '../../services/web/site.ts';
import { documentRoles, permittedCase } from '../../services/work/permitted-case.ts';

/**
 * A copy as the person has it, as a page. Each time is written into the case's history before it is shown.
 * GET /{council}/staff/cases/{reference}/copies/{id}/read
 */
export const call: StaffCall = (deps) => async (request) => {
  const { council, params, staff } = request;
  const { careCase, role } = await permittedCase(deps, request, documentRoles);
  const opened = await openCase(deps, request, 'documents');
  const copy = copiesOf(council, opened.records).find(({ id }) => id === params['id']);
  if (copy === undefined) throw problems.notYours();
  await deps.store.commit({
    events: [
      eventOf(deps, careCase, {
        actor: { kind: 'staff', id: staff.id, role },
        action: 'copy-read',
        about: copy.id,
        authority: 'Care Act 2014 sections 12(3), 13(2) and 25(9)',
      }),
    ],
  });
  const view = { copy, back: staffCasePath(careCase, 'documents'), pdf: staffCasePath(careCase, `copies/${copy.id}`) };
  return casePage(deps, request, 'documents', 'staff/case-copy.njk', view, { opened, title: copy.title });
};
