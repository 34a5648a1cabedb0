import { tourPage } from '../../services/casework/tour-pages.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** The tour of the site: a part for each role, and an example case in each state. GET /{council}/staff/tour */
export const call: StaffCall = (deps) => async (request) => tourPage(deps, request);
