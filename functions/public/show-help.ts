import { type CouncilCall, page } from '../../services/web/site.ts';
import { helpPage } from '../../templates/pages/information-pages.ts';

/** Questions and answers, with a search that needs no script, and how to reach the council. GET /{council}/help?q= */
export const call: CouncilCall =
  () =>
  async ({ council, query }) =>
    page(200, helpPage({ council, search: query['q'] }));
