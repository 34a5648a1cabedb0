import { otherHalf } from '../../schemas/together.ts';
import { unfinishedHere } from '../../services/apply/own-part.ts';
import { createTogether, readCode } from '../../services/apply/together.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { noCodePage, ownPartPage } from '../../templates/pages/together-pages.ts';

/** What a code opens: a button. Whatever opens it, however often, changes nothing. GET /{council}/together/{code} */
export const call: CouncilCall = (deps) => async (request) => {
  const { council, params } = request;
  const code = readCode(params.code);
  const begunBy = code && (await createTogether(deps).begunBy(council, code));
  if (code === undefined || !begunBy) return page(404, noCodePage({ council }));
  const unfinished = await unfinishedHere(deps, request);
  return page(200, ownPartPage({ council, code, half: otherHalf[begunBy], unfinished }));
};
