/**
 * The determination under Care Act 2014 s.13: what staff answer, and whether its result follows from it.
 *
 * That every outcome, reason and consequence is answered is asked by the lists themselves (`schemas/forms/decision.ts`,
 * `schemas/forms/carer-decision.ts`), whose questions of law nobody can leave out. Section numbers without a name are the Care Act 2014.
 */
import type { AnswersOf } from '../../schemas/answers-of.ts';
import { adultOutcomeKeys, carerOutcomeKeys, type Determination } from '../../schemas/eligibility.ts';
import type { carerDecision } from '../../schemas/forms/carer-decision.ts';
import type { decision } from '../../schemas/forms/decision.ts';
import {
  meaningsForAdults,
  meaningsForCarers,
  type OutcomeFound,
  outcomesFound,
} from '../../schemas/forms/fragments/outcomes-found.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';
import { adultEligibility } from './eligibility-adults.ts';
import { carerEligibility } from './eligibility-carers.ts';
import type { EligibilityResult } from './eligibility-result.ts';
import type { AdultNeeds, CarerNeeds, ConsideredOutcome } from './needs.ts';

type Consequences = {
  readonly result: 'eligible' | 'not-eligible';
  readonly ordinaryResidence?: 'in-area' | 'no-settled-residence' | 'elsewhere' | 'not-established' | undefined;
  readonly advice: boolean;
};

/** A decision as its rules read it: what the test takes, the result that staff chose, and what follows from it. */
export type EligibilityDecision =
  | (Consequences & {
      readonly about: 'adult';
      readonly needs: AdultNeeds;
      readonly wantsCouncilToMeetNeeds?: 'yes' | 'no' | undefined;
    })
  | (Consequences & { readonly about: 'carer'; readonly needs: CarerNeeds });

type Given = Partial<AnswersOf<typeof decision>>;
type GivenOfCarer = Partial<AnswersOf<typeof carerDecision>>;

/** The part of an outcome that the test reads: who meets a need now stays behind, since the test is carer-blind. */
const considered = <Code extends string, Meaning extends string>({
  outcome,
  applies,
  meanings,
  fluctuates,
  pattern,
  period,
}: OutcomeFound<Code, Meaning>): ConsideredOutcome<Code, Meaning> => ({
  outcome,
  applies,
  meanings,
  ...(fluctuates && { fluctuation: { pattern, periodConsidered: period } }),
});

/** What the test for adults takes from the answers so far. */
export const adultNeedsFrom = (answers: Given): AdultNeeds => ({
  impairmentOrIllness: answers.condition1,
  outcomes: outcomesFound(answers, adultOutcomeKeys, meaningsForAdults).map(considered),
  significantImpact: answers.condition3,
});

/** What the test for carers takes from the answers so far. */
export const carerNeedsFrom = (answers: GivenOfCarer): CarerNeeds => ({
  necessaryCare: answers.condition1,
  health: answers.carerHealth,
  outcomes: outcomesFound(answers, carerOutcomeKeys, meaningsForCarers).map(considered),
  significantImpact: answers.condition3,
});

/** The decision that a member of staff answered about an adult. */
export const decisionFrom = (answers: AnswersOf<typeof decision>): EligibilityDecision => ({
  about: 'adult',
  needs: adultNeedsFrom(answers),
  result: answers.result,
  wantsCouncilToMeetNeeds: answers.wantsCouncilToMeetNeeds,
  ordinaryResidence: answers.ordinaryResidence,
  advice: answers.adviceGiven === 'yes',
});

/** The decision that a member of staff answered about a carer. */
export const carerDecisionFrom = (answers: AnswersOf<typeof carerDecision>): EligibilityDecision => ({
  about: 'carer',
  needs: carerNeedsFrom(answers),
  result: answers.result,
  ordinaryResidence: answers.ordinaryResidence,
  advice: answers.adviceGiven === 'yes',
});

/** What the test says to the answers in a decision, before anybody's result is believed. */
export const testOf = (given: EligibilityDecision): EligibilityResult =>
  given.about === 'adult' ? adultEligibility(given.needs) : carerEligibility(given.needs);

/** Every rule that a decision breaks; an empty list means that it may be recorded. */
export const decisionProblems = (given: EligibilityDecision): readonly BrokenRule[] => {
  const test = testOf(given);
  const rule = given.about === 'adult' ? 'Eligibility Regs reg 2(1)' : 'Eligibility Regs reg 3(1)';
  if (test.result !== 'eligible' && test.result !== 'not-eligible') {
    return test.missing.map(({ field, message }) => ({ field, rule, message }));
  }
  const problems: BrokenRule[] = [];
  if (test.result !== given.result) {
    problems.push({
      field: 'result',
      rule,
      message: `The answers to the three conditions say "${test.result}": change the result, or the answer that is wrong`,
    });
  }
  if (given.result === 'not-eligible' && !given.advice) {
    problems.push({
      field: 'adviceGiven',
      rule: 's.13(5)',
      message: 'Write the advice that goes with a decision of no eligible needs',
    });
  }
  return problems;
};

/** Who decided and on which day (Europe/London); from the signed-in session, never from the answers. */
export type Decided = { readonly author: Determination['author']; readonly decidedOn: IsoDate };

/** The only way from a decision of staff to a determination: it passes every check, or the problems come back. */
export const determine = (
  given: EligibilityDecision,
  { author, decidedOn }: Decided,
):
  | { readonly ok: true; readonly determination: Determination }
  | { readonly ok: false; readonly problems: readonly BrokenRule[] } => {
  const problems = decisionProblems(given);
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    determination: {
      kind: 'determination',
      conditions: [...testOf(given).conditions],
      author: { id: author.id, name: author.name },
      decidedOn,
    },
  };
};
