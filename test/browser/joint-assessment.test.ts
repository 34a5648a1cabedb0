import { carersAssessment } from '../../schemas/forms/carers-assessment.ts';
import { jointAssessment } from '../../schemas/forms/joint-assessment.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { formJourneys } from './form-journeys.ts';

formJourneys(jointAssessment, [needsAssessment, carersAssessment]);
