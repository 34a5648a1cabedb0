import { randomUUID } from 'node:crypto';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { applicationPage } from '../../templates/pages/pages.ts';
import { type CouncilCall, page } from '../common/site.ts';

/** The whole form on one page, with a key that makes a double click one application. GET /{council}/apply */
export const call: CouncilCall =
  () =>
  async ({ council }) =>
    page(
      200,
      applicationPage({ council, form: needsAssessment, values: {}, problems: [], submissionKey: randomUUID() }),
    );
