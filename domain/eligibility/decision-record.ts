/**
 * The determination under Care Act 2014 s.13: what staff must record, what must be given to whom, and what follows.
 *
 * Section numbers without a name are the Care Act 2014.
 */
import {
  type AdultNeeds,
  adultOutcomeCode,
  type CarerNeeds,
  carerOutcomeCode,
  type EligibilityDecision,
  type EligibilityDetermination,
} from '../../schemas/eligibility.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';
import { adultEligibility } from './eligibility-adults.ts';
import { carerEligibility } from './eligibility-carers.ts';
import { type EligibilityResult, missingPeriods, unansweredOutcomes } from './eligibility-result.ts';

type AdultDecision = Extract<EligibilityDecision, { about: 'adult' }>;
type CarerDecision = Extract<EligibilityDecision, { about: 'carer' }>;

/** The part of an adult's decision that the test reads: who meets a need now stays behind, since the test is carer-blind. */
export const adultNeedsIn = (decision: AdultDecision): AdultNeeds => ({
  impairmentOrIllness: decision.impairmentOrIllness.answer,
  outcomes: decision.outcomes.map(({ outcome, applies, meanings, fluctuation }) => ({
    outcome,
    applies,
    meanings,
    fluctuation,
  })),
  significantImpact: decision.significantImpact.answer,
});

/** The part of a carer's decision that the test reads. */
export const carerNeedsIn = (decision: CarerDecision): CarerNeeds => ({
  necessaryCare: decision.necessaryCare.answer,
  health: decision.health.answer,
  outcomes: decision.outcomes.map(({ outcome, applies, meanings, fluctuation }) => ({
    outcome,
    applies,
    meanings,
    fluctuation,
  })),
  significantImpact: decision.significantImpact.answer,
});

/** What the test says to the answers in a decision, before anybody's result is believed. */
export const testOf = (decision: EligibilityDecision): EligibilityResult =>
  decision.about === 'adult' ? adultEligibility(adultNeedsIn(decision)) : carerEligibility(carerNeedsIn(decision));

const outcomeProblems = (decision: EligibilityDecision): readonly BrokenRule[] => {
  const unanswered =
    decision.about === 'adult'
      ? unansweredOutcomes(adultOutcomeCode.options, decision.outcomes)
      : unansweredOutcomes(carerOutcomeCode.options, decision.outcomes);
  const rule = decision.about === 'adult' ? 'Eligibility Regs reg 2(2)' : 'Eligibility Regs reg 3(2)';
  const codes: readonly string[] = decision.outcomes.map(({ outcome }) => outcome);
  return [
    ...unanswered.map((code) => ({
      field: `outcomes.${code}`,
      rule: `${rule}; all outcomes are considered`,
      message: 'Say whether the person can achieve this outcome, or that it does not apply',
    })),
    ...codes
      .filter((code, index) => codes.indexOf(code) !== index)
      .map((code) => ({ field: `outcomes.${code}`, rule, message: 'Answer each outcome once' })),
    ...decision.outcomes
      .filter(({ applies, meanings, description }) => applies && meanings.length > 0 && description === undefined)
      .map(({ outcome }) => ({
        field: `outcomes.${outcome}.description`,
        rule: 's.13(2): reasons for the determination',
        message: 'Describe what is hard for the person, since the record gives the reasons for each outcome',
      })),
  ];
};

const resultProblems = (decision: EligibilityDecision): readonly BrokenRule[] => {
  const test = testOf(decision);
  const fluctuationRule = decision.about === 'adult' ? 'reg 2(4)' : 'reg 3(4)';
  const periods = missingPeriods(decision.outcomes, fluctuationRule).map((missing) => ({
    ...missing,
    rule: `Eligibility Regs ${fluctuationRule}`,
  }));
  const decided = test.result === 'eligible' || test.result === 'not-eligible';
  return !decided || test.result === decision.result
    ? periods
    : [
        {
          field: 'result',
          rule: decision.about === 'adult' ? 'Eligibility Regs reg 2(1)' : 'Eligibility Regs reg 3(1)',
          message: `The answers to the three conditions say "${test.result}": change the result, or the answer that is wrong`,
        },
      ];
};

const consequenceProblems = (decision: EligibilityDecision): readonly BrokenRule[] => {
  const problems: BrokenRule[] = [];
  const want = (missing: boolean, field: string, rule: string, message: string) => {
    if (missing) problems.push({ field, rule, message });
  };
  const eligible = decision.result === 'eligible';
  want(
    decision.significantImpact.answer !== 'no' && decision.significantImpact.areas.length === 0,
    'significantImpact.areas',
    's.1(2)',
    'Choose at least one area of well-being that is affected',
  );
  want(
    eligible && decision.about === 'adult' && decision.wantsCouncilToMeetNeeds === undefined,
    'wantsCouncilToMeetNeeds',
    's.13(3)(b)',
    'Ask whether the person wants the council to meet the eligible needs',
  );
  want(
    eligible && decision.ordinaryResidence === undefined,
    'ordinaryResidence',
    decision.about === 'adult' ? 's.13(3)(c)' : 's.13(4)',
    'Record where the adult needing care is ordinarily resident, or that it is not established yet',
  );
  want(
    !eligible && decision.advice === undefined,
    'advice',
    's.13(5)',
    'Write the advice that goes with a decision of no eligible needs',
  );
  return problems;
};

/** Every rule that a decision breaks, all at once; an empty list means that it may be recorded. */
export const decisionProblems = (decision: EligibilityDecision): readonly BrokenRule[] => [
  ...outcomeProblems(decision),
  ...resultProblems(decision),
  ...consequenceProblems(decision),
];

/** Who decided and on which day (Europe/London); from the signed-in session, never from the posted decision. */
export type Decided = { readonly author: EligibilityDetermination['author']; readonly decidedOn: IsoDate };

/** The only way from a decision of staff to a stored determination: it passes every check, or the problems come back. */
export const determine = (
  decision: EligibilityDecision,
  { author, decidedOn }: Decided,
):
  | { readonly ok: true; readonly determination: EligibilityDetermination }
  | { readonly ok: false; readonly problems: readonly BrokenRule[] } => {
  const problems = decisionProblems(decision);
  return problems.length > 0
    ? { ok: false, problems }
    : {
        ok: true,
        determination: {
          kind: 'determination',
          decision,
          conditions: [...testOf(decision).conditions],
          author: { id: author.id, name: author.name },
          decidedOn,
        },
      };
};
