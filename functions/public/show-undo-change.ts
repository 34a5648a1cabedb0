import { createLinks } from '../../services/mail/links.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { deadUndoPage, undoChangePage } from '../../templates/pages/address-pages.ts';

/** The page of a link that undoes a change of contact details: a button and a question. GET /{council}/case/undo-change/{token} */
export const call: CouncilCall =
  (deps) =>
  async ({ council, params }) => {
    const token = params['token'] ?? '';
    const found = await createLinks(deps).look(council.slug, 'undo', token);
    if (found.state !== 'ready') return page(410, deadUndoPage({ council, reason: found.state }));
    return page(200, undoChangePage({ council, token }));
  };
