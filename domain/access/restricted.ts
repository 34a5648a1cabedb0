import type { Restriction } from '../../schemas/restriction.ts';
import type { StaffRole } from '../../schemas/staff.ts';

/** A person as far as it matters here; what is not restricted has no `restricted`. */
type Restrictable = { readonly restricted?: Restriction | undefined };

/** Whether a person's record is closed to a member of staff: it is restricted, and they are not among the named. */
export const isClosedTo = ({ restricted }: Restrictable, staffId: string): boolean =>
  restricted !== undefined && !restricted.to.includes(staffId);

/** Who may open a restricted record with a reason, and who may restrict one. */
export const mayOpenRestricted: readonly StaffRole[] = ['manager', 'safeguarding-lead'];
