import { say } from '../../schemas/say.ts';
import { createLinks } from '../../services/mail/links.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { deadCaseLinkPage, useCaseLinkPage } from '../../templates/pages/case-pages.ts';

/** The page of a link: a button and a question. Whatever opens it changes nothing. GET /{council}/case/sign-in/{token} */
export const call: CouncilCall =
  (deps) =>
  async ({ council, params }) => {
    const token = params['token'] ?? '';
    const found = await createLinks(deps).look(council.slug, 'case', token);
    if (found.state !== 'ready') return page(410, deadCaseLinkPage({ council, reason: found.state }));
    const action = `/${council.slug}/case/sign-in/${token}`;
    return page(200, useCaseLinkPage({ council, action, heading: say`Open your case`, button: say`Open my case` }));
  };
