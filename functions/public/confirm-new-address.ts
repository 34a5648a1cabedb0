import { linkPosted } from '../../services/apply/link-posted.ts';
import { createContactDetails } from '../../services/follow/contact-details.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { deadCaseLinkPage, doneOnCasePage, useCaseLinkPage } from '../../templates/pages/case-pages.ts';
import { wrongBirth } from '../../templates/pages/return-pages.ts';

/** Proves a new address, which the case has from now on. POST /{council}/case/confirm-email/{token} */
export const call: CouncilCall = (deps) => async (request) => {
  const { council } = request;
  const { token, born } = linkPosted(deps, request);
  const used = await createContactDetails(deps).prove(council.slug, token, born);
  if (used.state === 'refused' || used.state === 'unclear') {
    const error = wrongBirth(used);
    const action = `/${council.slug}/case/confirm-email/${token}`;
    const words = { heading: 'Use this email address', button: 'Use this email address' };
    return page(400, useCaseLinkPage({ council, action, ...words, value: born.typed, error }));
  }
  if (used.state !== 'opened') return page(410, deadCaseLinkPage({ council, reason: used.state }));
  const lines = ['We write to this address from now on. Sign in with it from now on too.'];
  return page(
    200,
    doneOnCasePage({ council, reference: used.judged, heading: 'We use your new email address', lines }),
  );
};
