import { readableDate } from '../../domain/time/readable-date.ts';
import { readAnswers } from '../../schemas/answers.ts';
import { reviewForAnother } from '../../schemas/forms/review-for-another.ts';
import { expectOwnPage, todayIn } from '../../services/apply/draft-calls.ts';
import type { ProblemDetails } from '../../services/runtime/errors.ts';
import { expectOneLeft } from '../../services/web/limits.ts';
import { type CouncilCall, detailsOf, expectMediaType, page } from '../../services/web/site.ts';
import { createReviewRequests, readBy } from '../../services/work/review-requests.ts';
import { readFormBody } from '../../templates/pages/form-values.ts';
import { reviewRequestedPage, reviewRequestPage } from '../../templates/pages/review-request-pages.ts';

/**
 * Takes a request for a review of someone's plan: the confirmation, which is the same whoever it is about, or the page again with what is
 * wrong and everything that was typed. POST /{council}/review-request
 *
 * A field that no person sees is filled in by machines alone: they are told what people are told, and nothing is kept.
 */
export const call: CouncilCall = (deps) => async (request) => {
  const { council, body, sender } = request;
  expectMediaType(request, 'application/x-www-form-urlencoded');
  expectOwnPage(deps, request);
  const { answers, submissionKey } = readFormBody(reviewForAnother, body);
  const again = (status: number, rest: Partial<Parameters<typeof reviewRequestPage>[0]>) =>
    page(status, reviewRequestPage({ council, values: answers, problems: [], submissionKey, ...rest }));
  const told = ({ status, title, detail }: ProblemDetails) =>
    again(status, { problems: [{ field: '', message: `${title}. ${detail} What you typed is still below.` }] });

  const read = readAnswers(reviewForAnother, todayIn(deps), answers);
  if (read.outcome === 'problems') return again(400, { problems: read.problems });
  if (read.outcome === 'exit') return again(422, { exits: read.exits });
  const done = page(
    200,
    reviewRequestedPage({
      council,
      readBy: readableDate(readBy(deps, read.answers)),
      replyBy: String(read.answers['replyBy']),
    }),
  );
  if (new URLSearchParams(body).get('website')) return done;
  try {
    await expectOneLeft(deps, council, 'review-request', sender);
    await createReviewRequests(deps).take(council, read.answers, submissionKey);
    return done;
  } catch (error) {
    return told(detailsOf(error, request));
  }
};
