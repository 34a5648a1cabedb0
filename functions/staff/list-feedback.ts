import { feedbackReadPage } from '../../services/casework/feedback-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** What people said of the council's pages, for whoever looks after them. GET /{council}/staff/feedback */
export const call: StaffCall = (deps) => async (request) => feedbackReadPage(deps, request);
