import { maySign } from '../../domain/journey/case-following.ts';
import { isLeftToSign } from '../../domain/review/review-signing.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readAnswers } from '../../schemas/answers.ts';
import { reviewSignature } from '../../schemas/forms/case-answers.ts';
import type { ReviewAnswers } from '../../schemas/forms/review.ts';
import { seeOther } from '../../services/apply/draft-calls.ts';
import { casePath, forPosts } from '../../services/follow/case-access.ts';
import { createKeptCaseForms, keepTyped } from '../../services/follow/kept-case-forms.ts';
import { problems } from '../../services/runtime/problems.ts';
import { changedMeanwhile } from '../../services/runtime/try-again.ts';
import { eventOf } from '../../services/store/audit.ts';
import { page } from '../../services/web/site.ts';
import { doneOnCasePage } from '../../templates/pages/case-pages.ts';
import { readFormBody } from '../../templates/pages/form-values.ts';

/** The person's signature under the record of a review; signing twice is signing once. POST /{council}/case/{reference}/sign/{id} */
export const call = forPosts((deps) => async (request, reader) => {
  const { careCase, as, helper, actor } = reader;
  if (!maySign(as, helper)) throw problems.notYours();
  const { council, reference } = careCase;
  const of = request.params['id'] ?? '';
  const now = deps.clock.now();
  const signedOn = londonDate(now);
  const review = await deps.store.record(council, reference, 'work', of);
  if (review?.kind !== 'work' || review.work !== 'review-plan') throw problems.notFound();
  // What was signed at the review, or is not theirs to sign, is only read.
  if (!isLeftToSign(review.answers as ReviewAnswers)) return seeOther(casePath(careCase, `sign/${of}`));
  const { answers } = readFormBody(reviewSignature, request.body);
  const read = readAnswers(reviewSignature, () => signedOn, answers);
  if (read.outcome === 'problems') {
    await keepTyped(deps, reader, reviewSignature, { about: of, page: of, typed: answers });
    return seeOther(casePath(careCase, `sign/${of}?wrong=yes`));
  }
  const name = String(answers['signature']);
  const content = { name, signedOn };
  const written = await deps.store.commit({
    records: [{ council, reference, id: of, version: 1, at: now, by: actor, kind: 'signature', of, content }],
    events: [
      eventOf(deps, careCase, { actor, action: 'review-signed', about: of, authority: 'Care Act 2014 section 27(5)' }),
    ],
  });
  // Signed twice is signed once; anything else that refused it is not told as signed.
  if (!written && !(await deps.store.record(council, reference, 'signature', of)))
    throw changedMeanwhile(`Case ${reference}`);
  await createKeptCaseForms(deps).drop(reader, reviewSignature.id);
  const lines = ['Thank you. Both sides have signed it now.'];
  return page(
    200,
    doneOnCasePage({ council: request.council, reference, heading: 'You have signed the review', lines }),
  );
});
