import { type CouncilCall, page } from '../../services/web/site.ts';
import { caseSignInPage } from '../../templates/pages/case-pages.ts';

/** Asks which address to send a link to. `?ended=yes` where a sign-in has ended. GET /{council}/case/sign-in */
export const call: CouncilCall =
  () =>
  async ({ council, query }) =>
    page(200, caseSignInPage({ council, ended: query['ended'] === 'yes' }));
