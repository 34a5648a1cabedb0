import type { StaffCall } from '../../services/web/site.ts';
import { timeLeftResponse } from '../../services/web/time-left.ts';

/** How long this browser stays signed in, for the script of our pages. Asking gains no time. GET /{council}/staff/time-left */
export const call: StaffCall =
  (deps) =>
  async ({ staff }) =>
    timeLeftResponse(deps, staff.session);
