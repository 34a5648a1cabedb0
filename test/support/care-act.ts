import type { EligibilityDecision } from '../../domain/eligibility/decision-record.ts';
import type { AdultNeeds, CarerNeeds } from '../../domain/eligibility/needs.ts';
import {
  type AdultMeaningCode,
  type AdultOutcomeCode,
  adultOutcomeCode,
  type CarerOutcomeCode,
  carerOutcomeCode,
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
