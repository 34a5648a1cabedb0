import { returnPage } from '../../templates/pages/return-pages.ts';
import { type CouncilCall, page } from '../common/site.ts';

/** Asks which address to send a link to. GET /{council}/return */
export const call: CouncilCall =
  () =>
  async ({ council }) =>
    page(200, returnPage({ council }));
