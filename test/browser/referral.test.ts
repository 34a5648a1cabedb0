import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { referral } from '../../schemas/forms/referral.ts';
import { formJourneys } from './form-journeys.ts';

formJourneys(referral, [needsAssessment]);
