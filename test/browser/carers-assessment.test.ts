import { carersAssessment } from '../../schemas/forms/carers-assessment.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { formJourneys } from './form-journeys.ts';

formJourneys(carersAssessment, [needsAssessment]);
