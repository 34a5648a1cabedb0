import { openPage } from '../../services/casework/open-case-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** The page on which a case is opened by phone, letter or in person. GET /{council}/staff/open */
export const call: StaffCall = (deps) => (request) => openPage(deps, request);
