import { createLinks } from '../../services/mail/links.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { confirmAddressPage, deadAddressLinkPage } from '../../templates/pages/address-pages.ts';

/** The page of a first contact's link: a button and a question. Opening it changes nothing. GET /{council}/confirm-email/{token} */
export const call: CouncilCall =
  (deps) =>
  async ({ council, params }) => {
    const token = params['token'] ?? '';
    const found = await createLinks(deps).look(council.slug, 'contact', token);
    if (found.state !== 'ready') return page(410, deadAddressLinkPage({ council, reason: found.state }));
    return page(200, confirmAddressPage({ council, token }));
  };
