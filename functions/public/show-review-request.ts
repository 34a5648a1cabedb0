import { randomUUID } from 'node:crypto';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { reviewRequestPage } from '../../templates/pages/review-request-pages.ts';

/** The form with which anyone asks for a review of someone's plan, without signing in. GET /{council}/review-request */
export const call: CouncilCall =
  () =>
  async ({ council }) =>
    page(200, reviewRequestPage({ council, values: {}, problems: [], submissionKey: randomUUID() }));
