import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { formJourneys } from './form-journeys.ts';

formJourneys(needsAssessment);
