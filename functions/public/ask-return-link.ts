import { kindSchema, tidied } from '../../schemas/answer-kinds.ts';
import { expectOwnPage, todayIn } from '../../services/apply/draft-calls.ts';
import { createReturns } from '../../services/apply/returns.ts';
import { expectOneLeft } from '../../services/web/limits.ts';
import { type CouncilCall, page, sentenceOf } from '../../services/web/site.ts';
import { readFields } from '../../templates/pages/form-values.ts';
import { emailQuestion, linkAskedPage, returnPage } from '../../templates/pages/return-pages.ts';

/** Sends a link, if the address is known; the answer is the same if it is not. POST /{council}/return */
export const call: CouncilCall = (deps) => async (request) => {
  const { council, body } = request;
  expectOwnPage(deps, request);
  const { email } = readFields([emailQuestion], new URLSearchParams(body));
  const read = kindSchema(emailQuestion, todayIn(deps)).safeParse(tidied(emailQuestion, email));
  if (!read.success) {
    return page(400, returnPage({ council, value: email, error: read.error.issues[0]?.message ?? '' }));
  }
  const address = String(read.data);
  try {
    await expectOneLeft(deps, council, 'link', request.sender);
  } catch (error) {
    return page(429, returnPage({ council, value: email, error: sentenceOf(error, request) }));
  }
  await createReturns(deps).sendLink(council, address);
  return page(200, linkAskedPage({ council, address }));
};
