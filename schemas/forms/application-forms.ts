import type { Form } from '../form-language.ts';
import { carersAssessment } from './carers-assessment.ts';
import { helpNow } from './help-now.ts';
import { jointAssessment } from './joint-assessment.ts';
import { needsAssessment } from './needs-assessment.ts';
import { referral } from './referral.ts';

/** The forms with which the public opens a case. */
export const applicationFormIds = [
  'needs-assessment',
  'carers-assessment',
  'joint-assessment',
  'referral',
  'help-now',
] as const;
export type ApplicationFormId = (typeof applicationFormIds)[number];

/** Those forms by their ids, which are their names in URLs. */
export const applicationForms: ReadonlyMap<string, Form> = new Map(
  [needsAssessment, carersAssessment, jointAssessment, referral, helpNow].map((form) => [form.id, form]),
);
