import { linkPosted } from '../../services/apply/link-posted.ts';
import { createContactDetails } from '../../services/follow/contact-details.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { deadUndoPage, undoChangePage, undoneChangePage } from '../../templates/pages/address-pages.ts';
import { wrongBirth } from '../../templates/pages/return-pages.ts';

/** Puts contact details back as they were, from the address that they had. POST /{council}/case/undo-change/{token} */
export const call: CouncilCall = (deps) => async (request) => {
  const { council } = request;
  const { token, born } = linkPosted(deps, request);
  const used = await createContactDetails(deps).undo(council.slug, token, born);
  if (used.state === 'refused' || used.state === 'unclear') {
    return page(400, undoChangePage({ council, token, value: born.typed, error: wrongBirth(used) }));
  }
  if (used.state !== 'opened') return page(410, deadUndoPage({ council, reason: used.state }));
  if (used.judged === 'overtaken') return page(410, deadUndoPage({ council, reason: 'overtaken' }));
  return page(200, undoneChangePage({ council }));
};
