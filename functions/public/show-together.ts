import { unfinishedHere } from '../../services/apply/own-part.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { togetherPage } from '../../templates/pages/together-pages.ts';

/** Two people may each fill in a part of their own. GET /{council}/together */
export const call: CouncilCall = (deps) => async (request) =>
  page(200, togetherPage({ council: request.council, unfinished: await unfinishedHere(deps, request) }));
