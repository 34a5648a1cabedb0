import { maySign } from '../../domain/journey/case-following.ts';
import { isLeftToSign, signedAtReview } from '../../domain/review/review-signing.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { readAnswers } from '../../schemas/answers.ts';
import { reviewSignature } from '../../schemas/forms/case-answers.ts';
import type { ReviewAnswers } from '../../schemas/forms/review.ts';
import { answerCopyPage } from '../../templates/pages/case-pages.ts';
import { todayIn } from '../apply/draft-calls.ts';
import type { Deps } from '../deps.ts';
import { problems as refusals } from '../runtime/problems.ts';
import { type CouncilRequest, page, type SiteResponse } from '../web/site.ts';
import { type CaseReader, noteRead } from './case-access.ts';
import { readCopy } from './case-copies.ts';
import { createKeptCaseForms } from './kept-case-forms.ts';

/** What is said where there is nothing to sign, or nothing for this reader. */
const unsigned = {
  signed: 'It is signed. There is nothing that you need to do.',
  'not-theirs': 'Nobody is asked to sign it. If something in it is not right, tell us.',
  open: 'You can read it. The person signs it themselves.',
} as const;

/** The record of a review with the place to sign under it, and with what was typed there and is wrong. */
export const signingPage = async (
  deps: Deps,
  { council, params, query }: CouncilRequest,
  reader: CaseReader,
): Promise<SiteResponse> => {
  const { reference } = reader.careCase;
  const id = params['id'] ?? '';
  const copy = await readCopy(deps, council, reference, `work.${id}`);
  await noteRead(deps, reader, 'copy-read', copy.id);
  const [review, signature] = await Promise.all([
    deps.store.record(council.slug, reference, 'work', id),
    deps.store.record(council.slug, reference, 'signature', id),
  ]);
  if (review?.kind !== 'work' || review.work !== 'review-plan') throw refusals.notFound();
  const held = review.answers as ReviewAnswers;
  const state = signature || signedAtReview(held) ? 'signed' : isLeftToSign(held) ? 'open' : 'not-theirs';
  const mayAnswer = state === 'open' && maySign(reader.as, reader.helper);
  const values = (await createKeptCaseForms(deps).of(reader, reviewSignature, id)).unfinished?.[id] ?? {};
  const read = query['wrong'] === 'yes' && readAnswers(reviewSignature, todayIn(deps), values);
  const problems = read && read.outcome === 'problems' ? read.problems : [];
  return page(
    problems.length > 0 ? 400 : 200,
    answerCopyPage({
      council,
      reference,
      csrf: reader.session.csrf,
      title: `${mayAnswer ? 'Read and sign your review' : 'Your review'} of ${readableDate(held.heldOn)}`,
      copy,
      ...(mayAnswer && { asked: { part: `sign/${id}`, form: reviewSignature, values, problems } }),
      lines: mayAnswer
        ? [
            council.reviewSignatures?.by.includes('person')
              ? 'You and we both sign the review.'
              : 'You do not have to sign it. Signing says that you agree with it.',
            'If you do not agree with it, do not sign. Go back to your case, and choose “Say that you do not agree with a review”.',
          ]
        : [unsigned[state]],
    }),
  );
};
