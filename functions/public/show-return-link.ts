import { asksBirth, createReturns } from '../../services/apply/returns.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { deadLinkPage, useLinkPage } from '../../templates/pages/return-pages.ts';

/** The page of a link: a button. Whatever opens it, however often, changes nothing. GET /{council}/return/{token} */
export const call: CouncilCall =
  (deps) =>
  async ({ council, params }) => {
    const { links, draftsOf } = createReturns(deps);
    const token = params.token ?? '';
    const found = await links.look(council.slug, 'draft', token);
    if (found.state !== 'ready') return page(410, deadLinkPage({ council, reason: found.state }));
    const drafts = await draftsOf(council, found.link);
    if (drafts.length === 0) return page(410, deadLinkPage({ council, reason: 'gone' }));
    return page(200, useLinkPage({ council, token, asksDateOfBirth: asksBirth(drafts) }));
  };
