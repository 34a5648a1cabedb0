import { otherHalf } from '../../schemas/together.ts';
import { expectOwnPage, seeOther } from '../../services/apply/draft-calls.ts';
import { beginPart } from '../../services/apply/own-part.ts';
import { createTogether, readCode } from '../../services/apply/together.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { draftUrl } from '../../templates/pages/draft-pages.ts';
import { noCodePage } from '../../templates/pages/together-pages.ts';

/** Begins the other of the two parts, empty and in this browser alone. POST /{council}/together/{code} */
export const call: CouncilCall = (deps) => async (request) => {
  const { council, params } = request;
  expectOwnPage(deps, request);
  const code = readCode(params.code);
  const begunBy = code && (await createTogether(deps).begunBy(council, code));
  if (code === undefined || !begunBy) return page(404, noCodePage({ council }));
  const half = otherHalf[begunBy];
  return seeOther(draftUrl(council), await beginPart(deps, request, half, async () => ({ code, half })));
};
