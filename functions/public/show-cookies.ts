import { type CouncilCall, page } from '../../services/web/site.ts';
import { cookiesPage } from '../../templates/pages/information-pages.ts';

/** The cookies of this service. GET /{council}/cookies */
export const call: CouncilCall =
  () =>
  async ({ council }) =>
    page(200, cookiesPage({ council }));
