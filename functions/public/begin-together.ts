import { said, say } from '../../schemas/say.ts';
import { half } from '../../schemas/together.ts';
import { expectOwnPage, seeOther } from '../../services/apply/draft-calls.ts';
import { beginPart } from '../../services/apply/own-part.ts';
import { createTogether, readCode } from '../../services/apply/together.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { draftUrl } from '../../templates/pages/draft-pages.ts';
import { codeQuestion, togetherPage } from '../../templates/pages/together-pages.ts';

/** Begins the first of two parts, or leads on with a code that was given. POST /{council}/together */
export const call: CouncilCall = (deps) => async (request) => {
  const { council } = request;
  expectOwnPage(deps, request);
  const fields = new URLSearchParams(request.body);
  const own = half.safeParse(fields.get('half')).data;
  if (own === undefined) {
    const value = fields.get(codeQuestion.id) ?? '';
    const code = readCode(value);
    if (code === undefined) {
      return page(
        400,
        togetherPage({
          council,
          value,
          error: value.trim() === '' ? said(codeQuestion.error) : say`Code must have 16 letters and numbers`,
        }),
      );
    }
    return seeOther(`/${council.slug}/together/${code}`);
  }
  const begin = async () => ({
    code: await createTogether(deps).open(council, own),
    half: own,
    invites: true as const,
  });
  return seeOther(draftUrl(council, '/together'), await beginPart(deps, request, own, begin));
};
