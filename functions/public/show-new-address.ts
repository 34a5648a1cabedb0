import { createLinks } from '../../services/mail/links.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { deadCaseLinkPage, useCaseLinkPage } from '../../templates/pages/case-pages.ts';

/** The page of a link that proves a new address: a button and a question. GET /{council}/case/confirm-email/{token} */
export const call: CouncilCall =
  (deps) =>
  async ({ council, params }) => {
    const token = params['token'] ?? '';
    const found = await createLinks(deps).look(council.slug, 'address', token);
    if (found.state !== 'ready') return page(410, deadCaseLinkPage({ council, reason: found.state }));
    const action = `/${council.slug}/case/confirm-email/${token}`;
    return page(
      200,
      useCaseLinkPage({ council, action, heading: 'Use this email address', button: 'Use this email address' }),
    );
  };
