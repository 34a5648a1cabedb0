import type { CareCase } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { EligibilityIndication } from '../../schemas/eligibility.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import type { ApplicationFormId } from '../../schemas/forms/application-forms.ts';
import { carersAssessment } from '../../schemas/forms/carers-assessment.ts';
import { helpNow } from '../../schemas/forms/help-now.ts';
import { carersQuestions, jointAssessment } from '../../schemas/forms/joint-assessment.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { referral } from '../../schemas/forms/referral.ts';
import type { Urgency } from '../../schemas/targets.ts';
import { adultIndication } from '../eligibility/eligibility-adults.ts';
import { carerIndication } from '../eligibility/eligibility-carers.ts';
import { type Applicant, applicant } from './applicant.ts';
import { cannotGoOn, carerNeedsFrom, urgencyIn } from './carer-application.ts';
import { adultNeedsFrom, disclosesHarm, urgencyOf } from './needs-application.ts';

/** What one person asks for with a sent form: the beginning of a case. */
export type Application = Applicant & {
  readonly kind: CareCase['kind'];
  readonly urgency: Urgency;
  readonly disclosesHarm: boolean;
  /** What the answers may mean; absent where the form asks too little to say. */
  readonly indication?: EligibilityIndication;
  /** The part of the answers that belongs to this person's case. */
  readonly answers: Answers;
  /** The duty that the application sets off. */
  readonly authority: string;
};

/**
 * The applications in a sent form whose answers have been checked: one, or for two people who are assessed together the person's and then
 * the carer's. Each of them keeps what they said of themselves, so the carer's case holds nothing of the person's and the other way round.
 *
 * @param council by which it is how soon a carer is seen who cannot go on
 */
export const applicationsIn = (
  form: ApplicationFormId,
  answers: Answers,
  council: Pick<Council, 'carerCannotGoOn'> = {},
): readonly [Application, ...Application[]] => {
  const asSeen = (one: Application): Application => ({ ...one, urgency: urgencyIn(council, one.urgency) });
  const [first, ...others] = askedIn(form, answers);
  return [asSeen(first), ...others.map(asSeen)];
};

const askedIn = (form: ApplicationFormId, answers: Answers): readonly [Application, ...Application[]] => {
  switch (form) {
    case 'needs-assessment':
      return [needs(needsAssessment, answers)];
    case 'carers-assessment':
      return [carers(carersAssessment, answers)];
    case 'joint-assessment':
      return bothIn(answers);
    case 'referral':
      return [referred(answers)];
    case 'help-now':
      return [{ ...appearanceOfNeed(helpNow, answers), urgency: 'urgent', authority: 'Care Act 2014 section 19(3)' }];
  }
};

const bothIn = (answers: Answers): readonly [Application, Application] => {
  const [person, carer] = [without(answers, carersQuestions), only(answers, carersQuestions)];
  const shared = only(answers, helperQuestions(answers));
  return [
    { ...needs(jointAssessment, answers), disclosesHarm: disclosesHarm(person), answers: person },
    { ...carers(jointAssessment, answers), disclosesHarm: disclosesHarm(carer), answers: { ...shared, ...carer } },
  ];
};

/** The person is told that they were referred, and whoever did it where they may follow the case and want to. */
const referred = (answers: Answers): Application => {
  const application = appearanceOfNeed(referral, answers);
  const toHelper = application.updatesTo.includes('helper');
  return { ...application, updatesTo: ['person', ...(toHelper ? (['helper'] as const) : [])] };
};

/** The duty to assess needs no more than that a person may have needs; what was ticked gives no indication. Care Act 2014 s.9(1). */
const appearanceOfNeed = (form: Form, answers: Answers): Application => ({
  kind: 'needs',
  ...applicant(form, answers),
  urgency: urgencyOf(answers),
  disclosesHarm: disclosesHarm(answers),
  answers,
  authority: 'Care Act 2014 section 9(1)',
});

const needs = (form: Form, answers: Answers): Application => ({
  ...appearanceOfNeed(form, answers),
  indication: adultIndication(adultNeedsFrom(answers)),
  authority: 'Care Act 2014 section 9',
});

const carers = (form: Form, answers: Answers): Application => ({
  kind: 'carer',
  ...applicant(form, answers, form === jointAssessment ? 'carer' : 'subject'),
  urgency: cannotGoOn(answers) ? 'carer-breakdown' : 'standard',
  disclosesHarm: disclosesHarm(answers),
  indication: carerIndication(
    carerNeedsFrom(answers, form === jointAssessment ? 'joint-assessment' : 'carers-assessment'),
  ),
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
