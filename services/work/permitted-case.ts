import type { CareCase } from '../../schemas/case.ts';
import { caseReference } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { StaffRequest } from '../web/site.ts';

/** The roles that work on cases as a whole. */
export const caseRoles: readonly StaffRole[] = ['contact-officer', 'assessor', 'key-worker', 'manager'];

/** The roles that may read the documents of a case: those who work on it as a whole, and whoever works out the money. */
export const documentRoles: readonly StaffRole[] = [...caseRoles, 'finance-officer'];

/**
 * The case that a request names, if the caller has one of these roles, and the role they act in.
 *
 * @throws Problem 403 alike where the role is missing and where there is no such case
 */
export const permittedCase = async (
  { store }: Pick<Deps, 'store'>,
  { council, staff, params }: StaffRequest,
  roles: readonly StaffRole[],
): Promise<{ careCase: CareCase; role: StaffRole }> => {
  const role = roles.find((one) => staff.roles.includes(one));
  const reference = caseReference.safeParse(params['reference']);
  const careCase = role && reference.success ? await store.case(council.slug, reference.data) : undefined;
  if (role === undefined || careCase === undefined) throw problems.notYours();
  return { careCase, role };
};
