import { londonDate } from '../../domain/clock-time.ts';
import { readableDate } from '../../domain/readable-date.ts';
import { readAnswers } from '../../schemas/answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { readFormBody } from '../../templates/pages/form-values.ts';
import { applicationPage, confirmationPage } from '../../templates/pages/pages.ts';
import { createApplications } from '../common/applications.ts';
import { problems } from '../common/problems.ts';
import { type CouncilCall, page } from '../common/site.ts';

/**
 * Takes the form from a browser: the confirmation, or the same page with what is wrong and everything that was typed.
 * POST /{council}/apply
 *
 * The confirmation is the answer itself and not a page with an address, since it says how the answers look so far.
 */
export const call: CouncilCall =
  (deps) =>
  async ({ council, headers, body }) => {
    const [mediaType] = (headers['content-type'] ?? '').split(';');
    if (mediaType?.trim().toLowerCase() !== 'application/x-www-form-urlencoded') {
      throw problems.wrongMediaType('application/x-www-form-urlencoded');
    }
    const { answers, submissionKey } = readFormBody(needsAssessment, body);
    const read = readAnswers(needsAssessment, () => londonDate(deps.clock.now()), answers);
    if (read.outcome !== 'complete') {
      const form = { council, form: needsAssessment, values: answers, submissionKey };
      return read.outcome === 'problems'
        ? page(400, applicationPage({ ...form, problems: read.problems }))
        : page(422, applicationPage({ ...form, problems: [], exits: read.exits }));
    }
    const { application } = await createApplications(deps)(
      council,
      'needs-assessment',
      answers,
      submissionKey || undefined,
    );
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
  };
