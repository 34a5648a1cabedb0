import { contactOf } from '../../domain/journey/persons.ts';
import { addressConfirmed } from '../../schemas/api.ts';
import { addressChecked } from '../../schemas/forms/case-actions.ts';
import { actionAnswers } from '../../services/casework/action-answers.ts';
import { byPage } from '../../services/casework/action-pages.ts';
import { createAddressProofs } from '../../services/mail/address-proofs.ts';
import { json } from '../../services/web/site.ts';
import { caseRoles, permittedCase } from '../../services/work/permitted-case.ts';

/**
 * Staff say that they have checked an email address, so that news may be mailed to it from now on, and what was held back is. Saying it
 * twice changes nothing. POST /{council}/staff/cases/{reference}/address
 */
export const call = byPage('address', (deps) => async (request) => {
  const { whose, howChecked } = actionAnswers(deps, request, addressChecked);
  const { careCase, role } = await permittedCase(deps, request, caseRoles);
  const actor = { kind: 'staff', id: request.staff.id, role } as const;
  await createAddressProofs(deps).byStaff(careCase, whose, actor, howChecked);
  const { emailProved } = contactOf(await deps.store.personsCase(careCase.council, careCase.reference), whose) ?? {};
  return json(200, addressConfirmed, { reference: careCase.reference, whose, ...emailProved });
});
