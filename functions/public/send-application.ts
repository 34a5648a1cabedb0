import { randomUUID } from 'node:crypto';
import { londonDate } from '../../domain/clock-time.ts';
import { readableDate } from '../../domain/readable-date.ts';
import { readAnswers } from '../../schemas/answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { readFormBody } from '../../templates/pages/form-values.ts';
import { applicationPage, confirmationPage } from '../../templates/pages/pages.ts';
import { createApplications } from '../common/applications.ts';
import type { ProblemDetails } from '../common/errors.ts';
import { problems } from '../common/problems.ts';
import { type CouncilCall, detailsOf, expectMediaType, isTooLarge, page } from '../common/site.ts';

/** Up to this many bytes, a form that is too long is shown again; twice as much still fits into what a Lambda may answer. */
const shownAgainLimit = 2 * 1024 * 1024;

/**
 * Takes the form from a browser: the confirmation, or the same page with what is wrong and everything that was typed.
 * POST /{council}/apply
 *
 * Nothing that was typed is lost, whatever happens: our own faults too are told on the form. The confirmation is the answer
 * itself and not a page with an address, since it says how the answers look so far.
 */
export const call: CouncilCall = (deps) => async (request) => {
  const { council, body } = request;
  expectMediaType(request, 'application/x-www-form-urlencoded');
  if (Buffer.byteLength(body) > shownAgainLimit) throw problems.tooLarge();
  const { answers, submissionKey } = readFormBody(needsAssessment, body);

  const again = (status: number, rest: Partial<Parameters<typeof applicationPage>[0]>) =>
    page(
      status,
      applicationPage({ council, form: needsAssessment, values: answers, submissionKey, problems: [], ...rest }),
    );
  const told = ({ status, code, title, detail }: ProblemDetails) =>
    again(status, {
      problems: [{ field: '', message: `${title}. ${detail} What you typed is still below.` }],
      // What was changed after sending is another application: sent from this page, it is taken as one.
      ...(code === 'idempotency-key-reused' && { submissionKey: randomUUID() }),
    });

  if (isTooLarge(request)) return told(problems.tooLarge().details);
  const read = readAnswers(needsAssessment, () => londonDate(deps.clock.now()), answers);
  if (read.outcome === 'problems') return again(400, { problems: read.problems });
  if (read.outcome === 'exit') return again(422, { exits: read.exits });
  try {
    const send = createApplications(deps);
    const { application } = await send(council, 'needs-assessment', answers, submissionKey || undefined);
    const { reference, indication, outsideArea, targetOn } = application;
    return page(
      201,
      confirmationPage({
        council,
        reference,
        indication,
        outsideArea: outsideArea !== undefined,
        targetOn: readableDate(targetOn),
      }),
    );
  } catch (error) {
    return told(detailsOf(error, request));
  }
};
