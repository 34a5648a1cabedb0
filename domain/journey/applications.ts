import type { CareCase } from '../../schemas/case.ts';
import type { EligibilityIndication } from '../../schemas/eligibility.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { ApplicationFormId } from '../../schemas/forms/application-forms.ts';
import { carersQuestions } from '../../schemas/forms/joint-assessment.ts';
import type { Urgency } from '../../schemas/targets.ts';
import { adultIndication } from '../eligibility/eligibility-adults.ts';
import { carerIndication } from '../eligibility/eligibility-carers.ts';
import { carerNeedsFrom, inJointForm } from './carer-application.ts';
import { type Applicant, applicant, disclosesHarm, needsApplication } from './needs-application.ts';

/** What one person asks for with a sent form: the beginning of a case. */
export type Application = Applicant & {
  readonly kind: CareCase['kind'];
  readonly urgency: Urgency;
  readonly disclosesHarm: boolean;
  readonly indication: EligibilityIndication;
  /** The part of the answers that belongs to this person's case. */
  readonly answers: Answers;
  /** The duty that the application sets off. */
  readonly authority: string;
};

/**
 * The applications in a sent form whose answers have been checked: one, or for two people who are assessed together the person's and then
 * the carer's. Each of them keeps what they said of themselves, so the carer's case holds nothing of the person's and the other way round.
 */
export const applicationsIn = (form: ApplicationFormId, answers: Answers): readonly [Application, ...Application[]] => {
  if (form === 'carers-assessment') return [carers(answers, form)];
  if (form === 'needs-assessment') return [needs(answers)];
  const [person, carer] = [without(answers, carersQuestions), only(answers, carersQuestions)];
  const shared = only(answers, helperQuestions(answers));
  return [needs(person), carers({ ...shared, ...carer }, form)];
};

const needs = (answers: Answers): Application => {
  const { urgentBecause: _because, wantsJoint: _joint, adultNeeds, ...read } = needsApplication(answers);
  return {
    kind: 'needs',
    ...read,
    indication: adultIndication(adultNeeds),
    answers,
    authority: 'Care Act 2014 section 9',
  };
};

const carers = (answers: Answers, form: 'carers-assessment' | 'joint-assessment'): Application => ({
  kind: 'carer',
  ...applicant(answers, form === 'joint-assessment' ? inJointForm : undefined),
  // Carers are not asked what is urgent; staff see when the care is about to break down.
  urgency: 'standard',
  disclosesHarm: disclosesHarm(answers),
  indication: carerIndication(carerNeedsFrom(answers, form)),
  answers,
  authority: 'Care Act 2014 section 10',
});

/** Who filled a joint form in belongs to both cases. */
const helperQuestions = (answers: Answers): ReadonlySet<string> =>
  new Set(Object.keys(answers).filter((id) => /^(filledInBy|helper[A-Z]|updatesTo|personAgrees$)/.test(id)));

const only = (answers: Answers, ids: ReadonlySet<string>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
const without = (answers: Answers, ids: ReadonlySet<string>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.has(id)));
