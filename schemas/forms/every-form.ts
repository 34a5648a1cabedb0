import type { Form } from '../form-language.ts';
import { carersAssessment } from './carers-assessment.ts';
import { complaint } from './complaint.ts';
import { financialAssessment } from './financial-assessment.ts';
import { helpNow } from './help-now.ts';
import { jointAssessment } from './joint-assessment.ts';
import { needsAssessment } from './needs-assessment.ts';
import { query } from './query.ts';
import { referral } from './referral.ts';
import { reviewForAnother } from './review-for-another.ts';
import { reviewRequest } from './review-request.ts';
import { change, invitation } from './tell-us.ts';

/** Every form of the public. One is found by its `id`, which is also its name in URLs. The lists of staff’s work are in `schemas/work-lists.ts`. */
export const everyForm: readonly Form[] = [
  needsAssessment,
  carersAssessment,
  jointAssessment,
  referral,
  helpNow,
  financialAssessment,
  reviewRequest,
  reviewForAnother,
  query,
  complaint,
  change,
  invitation,
];
