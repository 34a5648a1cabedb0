import { privacyPage } from '../../templates/pages/information-pages.ts';
import { type CouncilCall, page } from '../common/site.ts';

/** How the council uses what people tell it. GET /{council}/privacy */
export const call: CouncilCall =
  () =>
  async ({ council }) =>
    page(200, privacyPage({ council }));
