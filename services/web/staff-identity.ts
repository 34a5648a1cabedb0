import type { StaffRole } from '../../schemas/staff.ts';

/** A signed-in member of staff, as far as one council is concerned. */
export type StaffIdentity = {
  readonly id: string;
  readonly roles: readonly StaffRole[];
  /** As the staff directory or the sign-in names them, where that is known already. */
  readonly name?: string;
  /** There for whoever came with a cookie, and not with a bearer token. */
  readonly session?: {
    /** Stands in every form that they are shown. */
    readonly csrf: string;
    /** When they are signed out unless they do something, in epoch milliseconds. */
    readonly endsAt: number;
  };
};
