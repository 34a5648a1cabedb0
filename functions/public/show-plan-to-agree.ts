import { forReaders } from '../../services/follow/case-access.ts';
import { planPage } from '../../services/follow/plan-page.ts';

/** The plan that waits for the person's answer, with the way to the questions about it. GET /{council}/case/{reference}/plan */
export const call = forReaders((deps) => (request, reader) => planPage(deps, request, reader));
