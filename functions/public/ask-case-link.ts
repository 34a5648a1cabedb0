import { kindSchema, tidied } from '../../schemas/answer-kinds.ts';
import { expectOwnPage, todayIn } from '../../services/apply/draft-calls.ts';
import { casesToFollow } from '../../services/follow/case-access.ts';
import { createLinks } from '../../services/mail/links.ts';
import { writtenFor } from '../../services/mail/reading.ts';
import { expectOneLeft } from '../../services/web/limits.ts';
import { type CouncilCall, expectMediaType, page, sentenceOf } from '../../services/web/site.ts';
import { caseLinkAskedPage, caseSignInPage } from '../../templates/pages/case-pages.ts';
import { readFields } from '../../templates/pages/form-values.ts';
import { emailQuestion } from '../../templates/pages/return-pages.ts';

/** Sends a link to follow a case, if the address is known; the answer is the same if it is not. POST /{council}/case/sign-in */
export const call: CouncilCall = (deps) => async (request) => {
  const { council, body } = request;
  expectMediaType(request, 'application/x-www-form-urlencoded');
  expectOwnPage(deps, request);
  const { email } = readFields([emailQuestion], new URLSearchParams(body));
  const read = kindSchema(emailQuestion, todayIn(deps)).safeParse(tidied(emailQuestion, email));
  if (!read.success) {
    const error = read.error.issues[0]?.message ?? emailQuestion.error;
    return page(400, caseSignInPage({ council, value: email, error }));
  }
  const address = String(read.data);
  try {
    await expectOneLeft(deps, council, 'link', request.sender);
  } catch (error) {
    return page(429, caseSignInPage({ council, value: email, error: sentenceOf(error, request) }));
  }
  const found = await casesToFollow(deps, council.slug, address);
  const [latest] = found;
  await createLinks(deps).send(council, {
    address,
    purpose: 'case',
    path: `/${council.slug}/case/sign-in`,
    subjects: found.map(({ careCase }) => careCase.reference),
    ...(latest && { readAs: (write) => writtenFor(deps, latest, latest.as, write) }),
  });
  return page(200, caseLinkAskedPage({ council, address }));
};
