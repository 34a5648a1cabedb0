import { type CouncilCall, page } from '../../services/web/site.ts';
import { caseSignInPage } from '../../templates/pages/case-pages.ts';

/** Asks which address to send a link to. `?ended=yes` where a sign-in has ended, `?ended=kept` where what was typed last is kept. GET /{council}/case/sign-in */
export const call: CouncilCall =
  () =>
  async ({ council, query }) =>
    page(200, caseSignInPage({ council, ended: (['yes', 'kept'] as const).find((one) => one === query['ended']) }));
