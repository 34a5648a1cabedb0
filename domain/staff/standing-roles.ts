import type { StaffMember, StaffRole } from '../../schemas/staff.ts';

/**
 * The roles that somebody has at this moment: those of their sign-in, less what the council's own directory has taken from them since. Who has
 * left has none, whatever their sign-in still says; who was never in the directory, such as a council's first manager, has those of the sign-in.
 */
export const standingRoles = (
  claimed: readonly StaffRole[],
  { member, hasLeft }: { member: Pick<StaffMember, 'roles'> | undefined; hasLeft: boolean },
): readonly StaffRole[] => {
  if (member === undefined) return hasLeft ? [] : claimed;
  return claimed.filter((role) => member.roles.includes(role));
};
