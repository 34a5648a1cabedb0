import { cookiesPage } from '../../templates/pages/information-pages.ts';
import { type CouncilCall, page } from '../common/site.ts';

/** The cookies of this service. GET /{council}/cookies */
export const call: CouncilCall =
  () =>
  async ({ council }) =>
    page(200, cookiesPage({ council }));
