import { copiesOf } from '../../services/follow/case-copies.ts';
import { problems } from '../../services/runtime/problems.ts';
import { eventOf } from '../../services/store/audit.ts';
import { file, type StaffCall } from '../../services/web/site.ts';
import { documentRoles, permittedCase } from '../../services/work/permitted-case.ts';

/**
 * A copy as the person has it, to print: as tagged PDF, with `?print=large` in large print. Each time is written into the case's history before
 * it is given. GET /{council}/staff/cases/{reference}/copies/{id}
 */
export const call: StaffCall = (deps) => async (request) => {
  const { council, params, query, staff } = request;
  const { careCase, role } = await permittedCase(deps, request, documentRoles);
  const records = await deps.store.records(council.slug, careCase.reference);
  const copy = copiesOf(council, records).find(({ id }) => id === params['id']);
  if (copy === undefined) throw problems.notYours();
  await deps.store.commit({
    events: [
      eventOf(deps, careCase, {
        actor: { kind: 'staff', id: staff.id, role },
        action: 'copy-printed',
        about: copy.id,
        authority: 'Care Act 2014 sections 12(3), 13(2) and 25(9)',
      }),
    ],
  });
  const { copyPdf } = await import('../../templates/documents/pdf.ts');
  const pdf = await copyPdf(copy, new Date(deps.clock.now()), query['print'] === 'large' ? 'large' : 'ordinary');
  return file('application/pdf', pdf, `${careCase.reference}-${copy.id.replaceAll('.', '-')}.pdf`);
};
