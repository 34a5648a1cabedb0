import type { ConditionAnswer, EligibilityIndication, MissingAnswer } from '../../schemas/eligibility.ts';
import { msg } from '../../schemas/say.ts';
import type { ConsideredOutcome } from './needs.ts';

/** The three conditions in their order; all must be met. Eligibility Regs reg 2(1) and reg 3(1). */
export type ThreeConditions = readonly [ConditionAnswer, ConditionAnswer, ConditionAnswer];

/**
 * What the eligibility test answers, for staff.
 *
 * "Not enough information" is a result of its own: what nobody asked never counts against a person. "Cannot be finalised" says
 * that every condition has an answer but a need goes up and down and nobody wrote over which period it was looked at.
 */
export type EligibilityResult =
  | { readonly result: 'eligible'; readonly conditions: ThreeConditions }
  | {
      readonly result: 'not-eligible';
      readonly conditions: ThreeConditions;
      readonly reasons: readonly ConditionAnswer[];
    }
  | {
      readonly result: 'not-enough-information' | 'cannot-be-finalised';
      readonly conditions: ThreeConditions;
      readonly missing: readonly MissingAnswer[];
    };

/**
 * The distinct outcomes that cannot be achieved, in the order of the regulation: each has at least one meaning and applies.
 *
 * An outcome that does not apply, such as child care without a child, is not counted (design inference, not in the Regulations).
 */
export const unableOutcomes = <Outcome extends string>(
  inOrder: readonly Outcome[],
  considered: readonly ConsideredOutcome<Outcome>[],
): readonly Outcome[] =>
  inOrder.filter((code) =>
    considered.some(({ outcome, applies, meanings }) => outcome === code && applies && meanings.length > 0),
  );

/** The outcomes that nobody has answered yet, in the order of the regulation. */
export const unansweredOutcomes = <Outcome extends string>(
  inOrder: readonly Outcome[],
  considered: readonly ConsideredOutcome<Outcome>[],
): readonly Outcome[] => inOrder.filter((code) => !considered.some(({ outcome }) => outcome === code));

/** The fluctuating outcomes without the period considered: their level is not yet established. Regs 2(4) and 3(4). */
export const missingPeriods = (
  considered: readonly ConsideredOutcome<string>[],
  rule: 'reg 2(4)' | 'reg 3(4)',
): readonly MissingAnswer[] =>
  considered
    .filter(({ applies, fluctuation }) => applies && fluctuation !== undefined && !fluctuation.periodConsidered?.trim())
    .map(({ outcome }) => ({
      field: `outcomes.${outcome}.fluctuation.periodConsidered`,
      message: `Say over what period the changing need was considered (${rule})`,
    }));

/**
 * The result that follows from three answered or unanswered conditions.
 *
 * @param missing what would answer the conditions that are not known
 * @param periods fluctuating needs whose period nobody recorded
 */
export const resultOf = (
  conditions: ThreeConditions,
  missing: readonly MissingAnswer[],
  periods: readonly MissingAnswer[],
): EligibilityResult => {
  if (conditions.some(({ answer }) => answer === 'not-known')) {
    return { result: 'not-enough-information', conditions, missing: [...missing, ...periods] };
  }
  if (periods.length > 0) {
    return { result: 'cannot-be-finalised', conditions, missing: periods };
  }
  const reasons = conditions.filter(({ answer }) => answer === 'not-met');
  return reasons.length > 0 ? { result: 'not-eligible', conditions, reasons } : { result: 'eligible', conditions };
};

const notADecision =
  'This is only what the answers suggest. It is not a decision: a member of staff decides after an assessment made together with you.';

const wording: Readonly<Record<EligibilityIndication['possibility'], { heading: string; explanation: string }>> = {
  'may-be-eligible': { heading: msg`You may be eligible for support from the council`, explanation: notADecision },
  'may-not-be-eligible': {
    heading: msg`You may not be eligible for support from the council`,
    explanation: `${notADecision} You can still send the form and ask for an assessment, and you can get information and advice.`,
  },
  'not-enough-information': {
    heading: msg`We cannot tell yet whether you may be eligible`,
    explanation: `${notADecision} You can answer more questions, or send the form as it is.`,
  },
};

/** Says a condition's explanation as what the answers suggest, since a form establishes nothing. */
const asSuggested = (condition: ConditionAnswer): ConditionAnswer => ({
  ...condition,
  explanation: `From your answers: ${condition.explanation.charAt(0).toLowerCase()}${condition.explanation.slice(1)}`,
});

/** The indication for the public: a period that is still missing does not hold it up, since it decides nothing. */
export const indicationOf = (conditions: ThreeConditions, missing: readonly MissingAnswer[]): EligibilityIndication => {
  const answers = conditions.map(({ answer }) => answer);
  const possibility = answers.includes('not-known')
    ? 'not-enough-information'
    : answers.includes('not-met')
      ? 'may-not-be-eligible'
      : 'may-be-eligible';
  return {
    kind: 'indication',
    possibility,
    ...wording[possibility],
    conditions: conditions.map(asSuggested),
    missing: [...missing],
  };
};
