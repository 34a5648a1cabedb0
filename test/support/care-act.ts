import type { EligibilityDecision } from '../../domain/eligibility/decision-record.ts';
import type { AdultNeeds, CarerNeeds } from '../../domain/eligibility/needs.ts';
import type { PlanNeed } from '../../domain/plan/plan-answers.ts';
import { readAnswers } from '../../schemas/answers.ts';
import type { AnswersOf } from '../../schemas/answers-of.ts';
import {
  type AdultMeaningCode,
  type AdultOutcomeCode,
  adultOutcomeCode,
  type CarerOutcomeCode,
  carerOutcomeCode,
} from '../../schemas/eligibility.ts';
import type { Form } from '../../schemas/form-language.ts';
import { type PlanAnswers, plan } from '../../schemas/forms/plan.ts';

/** Adult answers with all ten outcomes considered; those named cannot be achieved for the meanings given. */
export const adultAnswers = (
  unable: Partial<Record<AdultOutcomeCode, readonly AdultMeaningCode[]>>,
  rest: Partial<Pick<AdultNeeds, 'impairmentOrIllness' | 'significantImpact'>> = {},
): AdultNeeds => ({
  outcomes: adultOutcomeCode.options.map((outcome) => ({
    outcome,
    applies: true,
    meanings: [...(unable[outcome] ?? [])],
  })),
  ...rest,
});

/** Carer answers with all eight outcomes considered; those named cannot be achieved without assistance. */
export const carerAnswers = (
  unable: readonly CarerOutcomeCode[],
  rest: Omit<CarerNeeds, 'outcomes'> = {},
): CarerNeeds => ({
  outcomes: carerOutcomeCode.options.map((outcome) => ({
    outcome,
    applies: true,
    meanings: unable.includes(outcome) ? ['a-assistance'] : [],
  })),
  ...rest,
});

/** Written advice, as it goes with a decision or a plan. */
export const someAdvice = {
  meetOrReduce: 'A lunch club meets on Tuesdays.',
  preventOrDelay: 'Strength classes prevent falls.',
  links: [{ title: 'Keeping well', url: 'https://example.org/keeping-well' }],
};

type AdultDecision = Extract<EligibilityDecision, { about: 'adult' }>;
type CarerDecision = Extract<EligibilityDecision, { about: 'carer' }>;

const eligible = { result: 'eligible', ordinaryResidence: 'in-area', advice: false } as const;

/** An adult's decision that breaks no rule; each test says what it changes. */
export const anAdultDecision = (changes: Partial<AdultDecision> = {}): AdultDecision => ({
  about: 'adult',
  needs: adultAnswers(
    { nutrition: ['a-assistance'], hygiene: ['b-pain'] },
    { impairmentOrIllness: 'yes', significantImpact: 'yes' },
  ),
  wantsCouncilToMeetNeeds: 'yes',
  ...eligible,
  ...changes,
});

/** A carer's decision that breaks no rule. */
export const aCarerDecision = (changes: Partial<CarerDecision> = {}): CarerDecision => ({
  about: 'carer',
  needs: carerAnswers([], { necessaryCare: 'yes', health: 'at-risk', significantImpact: 'yes' }),
  ...eligible,
  ...changes,
});

/** Answers that passed their list, in its types. @throws where they do not, with what is wrong */
const passed = <List extends Form>(list: List, answers: object, today = '2027-12-31'): AnswersOf<List> => {
  const read = readAnswers(list, () => today, answers);
  if (read.outcome !== 'complete') throw new Error(JSON.stringify(read));
  return read.answers as AnswersOf<List>;
};

/** One need that the council meets by home care for GBP 192.00 a week. */
export const aNeed = (changes: Record<string, unknown> = {}) =>
  ({
    need: 'Help to wash and dress in the morning',
    outcome: 'hygiene',
    eligible: 'yes',
    councilMeets: 'yes',
    supportType: 'home-care',
    howMet: 'A home care worker helps for 30 minutes.',
    provider: 'Example Care',
    when: 'Every morning at 08:00',
    weeklyCost: 19200,
    outcomeWanted: 'To be washed and dressed before my granddaughter visits',
    wellbeing: ['dignity'],
    ...changes,
  }) as PlanNeed;

/** What is posted of a plan that breaks no rule: cost 192.00, of which the person pays 41.55 and the council 150.45. */
export const planPosted = (changes: Record<string, unknown> = {}) => ({
  about: 'adult',
  writtenBy: 'person',
  substantialDifficulty: ['none'],
  consulted: [{ name: 'Ada Example', role: 'person', askedForBy: 'law' }],
  whatMatters: 'My garden, my church on Sundays.',
  howSupported: 'Tea before talking.',
  needs: [aNeed()],
  risks: [{ risk: 'Falling in the bath', agreed: 'I keep my bath and use the seat.' }],
  contingency: 'If the worker does not come, call the office; my niece has a key.',
  harmSuspected: 'no',
  adviceMeetOrReduce: someAdvice.meetOrReduce,
  advicePreventOrDelay: someAdvice.preventOrDelay,
  budgetStage: 'final',
  budgetCost: 19200,
  budgetPerson: 4155,
  budgetCouncil: 15045,
  paymentRoutes: ['council-managed'],
  managedWeekly: 19200,
  supportStartsOn: '2026-12-01',
  ...changes,
});

/** A plan that breaks no rule. */
export const aPlan = (changes: Record<string, unknown> = {}): PlanAnswers => passed(plan, planPosted(changes));

/** What is posted of a light-touch review that changes nothing, signed by both sides. */
export const reviewPosted = (changes: Record<string, unknown> = {}) => ({
  type: 'light-touch',
  heldOn: '2027-01-04',
  method: 'face-to-face',
  place: 'home',
  people: [
    { name: 'Ada Example', role: 'The person', attended: 'yes' },
    { name: 'Sam Worker', role: 'Key worker', attended: 'yes' },
  ],
  substantialDifficulty: ['none'],
  needsChanged: 'no',
  whatChanged: 'Nothing',
  whatWorks: 'Mornings work; Sundays do not',
  outcomesAchieved: 'Yes',
  improvements: 'A later visit on Sundays',
  budgetEnough: 'Yes',
  networkChanges: 'A new neighbour helps',
  personSatisfied: 'yes',
  carerSatisfied: 'none',
  advocateSatisfied: 'none',
  supportAppropriate: 'yes',
  directPayment: 'none',
  technologyConsidered: 'A key safe',
  moneyChanged: 'no',
  harmSuspected: 'no',
  outcome: 'no-change',
  reasons: 'It works well.',
  personSigns: 'Ada Example',
  personSignedOn: '2027-01-04',
  workerSigns: 'Sam Worker',
  workerSignedOn: '2027-01-04',
  ...changes,
});
