import { type CouncilCall, page } from '../../services/web/site.ts';
import { togetherPage } from '../../templates/pages/together-pages.ts';

/** Two people may each fill in a part of their own. GET /{council}/together */
export const call: CouncilCall =
  () =>
  async ({ council }) =>
    page(200, togetherPage({ council }));
