import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { startPage } from '../../templates/pages/pages.ts';

/** A council's start page. GET /{council} */
export const call: CouncilCall =
  () =>
  async ({ council }) =>
    page(200, startPage({ council, form: needsAssessment }));
