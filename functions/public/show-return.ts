import { type CouncilCall, page } from '../../services/web/site.ts';
import { returnPage } from '../../templates/pages/return-pages.ts';

/** Asks which address to send a link to. GET /{council}/return */
export const call: CouncilCall =
  () =>
  async ({ council }) =>
    page(200, returnPage({ council }));
