/** What the tests of eligibility read, whoever answered: a person on the public form, or a member of staff who decides. */
import type {
  AdultMeaningCode,
  AdultOutcomeCode,
  CarerMeaningCode,
  CarerOutcomeCode,
} from '../../schemas/eligibility.ts';

/**
 * That a need goes up and down, and how. Its presence says that the need fluctuates; the decision cannot be finalised until
 * `periodConsidered` says over what time it was looked at. Eligibility Regs regs 2(4) and 3(4).
 */
export type Fluctuation = {
  readonly pattern?: string | undefined;
  readonly goodDay?: string | undefined;
  readonly badDay?: string | undefined;
  readonly periodConsidered?: string | undefined;
};

/** An outcome as it was considered: an empty list of meanings says that the person can achieve it. */
export type ConsideredOutcome<Outcome extends string, Meaning extends string = string> = {
  readonly outcome: Outcome;
  readonly applies: boolean;
  readonly meanings: readonly Meaning[];
  readonly fluctuation?: Fluctuation | undefined;
};

/**
 * All that the test for adults reads; a key or an outcome left out was not answered yet.
 *
 * There is no place for what a carer does, nor for money: the need is judged as if no carer met it (statutory guidance 6.119,
 * from memory of the guidance; to be checked), and the duty to assess does not depend on means (s.9(3)).
 */
export type AdultNeeds = {
  readonly impairmentOrIllness?: 'yes' | 'no' | undefined;
  readonly outcomes: readonly ConsideredOutcome<AdultOutcomeCode, AdultMeaningCode>[];
  readonly significantImpact?: 'yes' | 'likely' | 'no' | undefined;
};

/** All that the test for carers reads; a key or an outcome left out was not answered yet. Eligibility Regs reg 3(1). */
export type CarerNeeds = {
  readonly necessaryCare?: 'yes' | 'no' | undefined;
  readonly health?: 'deteriorating' | 'at-risk' | 'no' | undefined;
  readonly outcomes: readonly ConsideredOutcome<CarerOutcomeCode, CarerMeaningCode>[];
  readonly significantImpact?: 'yes' | 'likely' | 'no' | undefined;
};
