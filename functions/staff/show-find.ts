import { findPage } from '../../services/casework/find-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** The page on which people are looked for. GET /{council}/staff/find */
export const call: StaffCall = (deps) => (request) => findPage(deps, request);
