import { linkPosted } from '../../services/apply/link-posted.ts';
import { createAddressProofs } from '../../services/mail/address-proofs.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { confirmAddressPage, confirmedAddressPage, deadAddressLinkPage } from '../../templates/pages/address-pages.ts';
import { wrongBirth } from '../../templates/pages/return-pages.ts';

/**
 * Proves an address that a form was sent with, and tells at once what was held back for it. It shows nothing of the case and signs nobody
 * in: the link is good for long, and what it opened would be too. POST /{council}/confirm-email/{token}
 */
export const call: CouncilCall = (deps) => async (request) => {
  const { council } = request;
  const { token, born } = linkPosted(deps, request);
  const used = await createAddressProofs(deps).byLink(council.slug, token, born);
  if (used.state === 'refused' || used.state === 'unclear') {
    return page(400, confirmAddressPage({ council, token, value: born.typed, error: wrongBirth(used) }));
  }
  if (used.state !== 'opened') return page(410, deadAddressLinkPage({ council, reason: used.state }));
  return page(200, confirmedAddressPage({ council }));
};
