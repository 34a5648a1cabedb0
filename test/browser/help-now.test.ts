import { helpNow } from '../../schemas/forms/help-now.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { formJourneys } from './form-journeys.ts';

formJourneys(helpNow, [needsAssessment]);
