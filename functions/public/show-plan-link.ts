import { createLinks } from '../../services/mail/links.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { deadPlanLinkPage, usePlanLinkPage } from '../../templates/pages/plan-pages.ts';

/** The page of a link to a plan: a button and the code. Whatever opens it changes nothing. GET /{council}/plan/link/{token} */
export const call: CouncilCall =
  (deps) =>
  async ({ council, params }) => {
    const token = params['token'] ?? '';
    const found = await createLinks(deps).look(council.slug, 'plan', token);
    return found.state === 'ready'
      ? page(200, usePlanLinkPage({ council, token }))
      : page(410, deadPlanLinkPage({ council, token, reason: found.state }));
  };
