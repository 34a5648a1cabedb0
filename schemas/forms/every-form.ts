import type { Form } from '../form-language.ts';
import { carersAssessment } from './carers-assessment.ts';
import { complaint } from './complaint.ts';
import { complaintResponse } from './complaint-response.ts';
import { financialAssessment } from './financial-assessment.ts';
import { jointAssessment } from './joint-assessment.ts';
import { needsAssessment } from './needs-assessment.ts';
import { plan } from './plan.ts';
import { query } from './query.ts';
import { review } from './review.ts';
import { reviewForAnother } from './review-for-another.ts';
import { reviewRequest } from './review-request.ts';
import { reviewRequestDecision } from './review-request-decision.ts';
import { change, invitation } from './tell-us.ts';

/** Every question list of the platform. A form is found by its `id`, which is also its name in URLs. */
export const everyForm: readonly Form[] = [
  needsAssessment,
  carersAssessment,
  jointAssessment,
  financialAssessment,
  plan,
  review,
  reviewRequest,
  reviewForAnother,
  reviewRequestDecision,
  query,
  complaint,
  complaintResponse,
  change,
  invitation,
];
