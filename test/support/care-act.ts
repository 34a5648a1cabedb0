import {
  type AdultMeaningCode,
  type AdultNeeds,
  type AdultOutcomeCode,
  adultOutcomeCode,
  type CarerNeeds,
  type CarerOutcomeCode,
  carerOutcomeCode,
  type EligibilityDecision,
  eligibilityDecision,
} from '../../schemas/eligibility.ts';
import { type PlanDraft, planDraft, type ReviewRecord, reviewRecord } from '../../schemas/plan.ts';

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

const common = {
  significantImpact: { answer: 'yes', areas: ['health'], reason: 'Losing weight and rarely leaves home.' },
  result: 'eligible',
  reasons: 'You cannot eat or wash without help, and this harms your health.',
  withoutCareAndSupport: 'A meal delivery and a bath seat were tried and are not enough.',
  wantsCouncilToMeetNeeds: 'yes',
  ordinaryResidence: 'in-area',
};

/** Written advice, as it goes with a decision or a plan. */
export const someAdvice = {
  meetOrReduce: 'A lunch club meets on Tuesdays.',
  preventOrDelay: 'Strength classes prevent falls.',
  links: [{ title: 'Keeping well', url: 'https://example.org/keeping-well' }],
};

/** An adult's decision that breaks no rule; each test says what it changes. */
export const anAdultDecision = (
  changes: Record<string, unknown> = {},
): Extract<EligibilityDecision, { about: 'adult' }> => {
  const decision = eligibilityDecision.parse({
    about: 'adult',
    impairmentOrIllness: { answer: 'yes', reason: 'A stroke in March.' },
    outcomes: adultAnswers({ nutrition: ['a-assistance'], hygiene: ['b-pain'] }).outcomes.map((one) => ({
      ...one,
      ...(one.meanings.length > 0 ? { description: 'Cannot use the right arm.' } : {}),
    })),
    ...common,
    ...changes,
  });
  if (decision.about !== 'adult') throw new Error('changed into a decision about a carer');
  return decision;
};

/** A carer's decision that breaks no rule. */
export const aCarerDecision = (
  changes: Record<string, unknown> = {},
): Extract<EligibilityDecision, { about: 'carer' }> => {
  const { wantsCouncilToMeetNeeds: _notAskedOfCarers, ...carerCommon } = common;
  const decision = eligibilityDecision.parse({
    about: 'carer',
    necessaryCare: { answer: 'yes', reason: 'Washes and feeds her husband.' },
    health: { answer: 'at-risk', reason: 'Sleeps three hours a night.' },
    outcomes: carerAnswers([]).outcomes,
    ...carerCommon,
    ...changes,
  });
  if (decision.about !== 'carer') throw new Error('changed into a decision about an adult');
  return decision;
};

/** One need that the council meets by home care for GBP 192.00 a week. */
export const aNeed = (changes: Record<string, unknown> = {}) => ({
  need: 'Help to wash and dress in the morning',
  outcome: 'hygiene',
  eligible: true,
  councilMeets: true,
  supportType: 'home-care',
  howMet: 'A home care worker helps for 30 minutes.',
  provider: 'Example Care',
  when: 'Every morning at 08:00',
  weeklyCost: 19200,
  outcomeWanted: 'To be washed and dressed before my granddaughter visits',
  wellbeingAreas: ['dignity'],
  ...changes,
});

/** A plan that breaks no rule: cost 192.00, of which the person pays 41.55 and the council 150.45. */
export const aPlanDraft = (changes: Record<string, unknown> = {}): PlanDraft =>
  planDraft.parse({
    about: 'adult',
    writtenBy: 'person-with-help',
    needs: [aNeed()],
    preferences: 'My garden, my church on Sundays, tea before talking.',
    risks: [{ risk: 'Falling in the bath', whatWeAgreed: 'I keep my bath and use the seat.' }],
    contingency: 'If the worker does not come, call the office; my niece has a key.',
    advice: someAdvice,
    budget: { stage: 'final', cost: 19200, personPays: 4155, councilPays: 15045 },
    paymentRoutes: [{ route: 'council-managed', weekly: 19200 }],
    consulted: [{ name: 'Ada Example', role: 'person', askedForBy: 'law' }],
    ...changes,
  });

/** A light-touch review that changes nothing, signed by both sides. */
export const aReview = (changes: Record<string, unknown> = {}): ReviewRecord =>
  reviewRecord.parse({
    heldOn: '2027-01-04',
    type: 'light-touch',
    method: 'home',
    attended: ['Ada Example', 'Sam Worker'],
    questions: {
      changedCircumstances: 'No',
      worksAndDoesNot: 'Mornings work; Sundays do not',
      outcomesAchieved: 'Yes',
      improvements: 'A later visit on Sundays',
      budgetEnough: 'Yes',
      networkChanges: 'A new neighbour helps',
      satisfied: { person: 'satisfied', carer: 'none', advocate: 'none' },
    },
    moneyChanged: false,
    outcome: 'no-change',
    details: ['no-change'],
    changes: [],
    signatures: {
      person: { name: 'Ada Example', signedOn: '2027-01-04' },
      council: { name: 'Sam Worker', signedOn: '2027-01-04' },
    },
    ...changes,
  });
