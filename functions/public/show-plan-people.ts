import { forReaders } from '../../services/follow/case-access.ts';
import { invitePage } from '../../services/follow/plan-people-page.ts';

/** Asks whom the person wants to invite to help with the plan. GET /{council}/case/{reference}/plan/people */
export const call = forReaders(() => async (request, reader) => invitePage(request, reader));
