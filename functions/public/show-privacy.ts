import { type CouncilCall, page } from '../../services/web/site.ts';
import { privacyPage } from '../../templates/pages/information-pages.ts';

/** How the council uses what people tell it. GET /{council}/privacy */
export const call: CouncilCall =
  () =>
  async ({ council }) =>
    page(200, privacyPage({ council }));
