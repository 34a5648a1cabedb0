import { showHeld } from '../../services/casework/held-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** What the record of a death has held back, for whoever may send it anew. GET /{council}/staff/cases/{reference}/held */
export const call: StaffCall = (deps) => (request) => showHeld(deps, request);
