/** The test of eligibility while a decision is being written: its result, each outcome, what is missing and what follows. */
import { adultOutcomeKeys, carerOutcomeKeys } from '../../schemas/eligibility.ts';
import {
  meaningsForAdults,
  meaningsForCarers,
  type OutcomeFound,
  outcomesFound,
} from '../../schemas/forms/fragments/outcomes-found.ts';
import { afterDetermination } from './after-decision.ts';
import { adultNeedsFrom, carerNeedsFrom, type EligibilityDecision } from './decision-record.ts';
import { adultEligibility } from './eligibility-adults.ts';
import { carerEligibility } from './eligibility-carers.ts';
import type { EligibilityResult } from './eligibility-result.ts';

type Given = Readonly<Record<string, unknown>>;

/** One outcome of the test: whether the person is unable to achieve it and why, or that nobody has answered it yet. */
export type OutcomeWorking = {
  readonly outcome: string;
  readonly found: 'unable' | 'able' | 'does-not-apply' | 'not-answered';
  readonly because: readonly string[];
  readonly need?: string | undefined;
};

/** The test as it stands. `staff` is the result that they have chosen, which must be the same. */
export type DecisionWorking = {
  readonly test: EligibilityResult;
  readonly outcomes: readonly OutcomeWorking[];
  readonly staff?: string | undefined;
  /** What happens next, with its source, once there is a result. */
  readonly follows?: { readonly reason: string; readonly next: string; readonly source: string } | undefined;
};

const workingOf = <Code extends string, Meaning extends string>(
  answers: Given,
  keys: Readonly<Record<Code, string>>,
  meanings: readonly (readonly [Meaning, string])[],
): OutcomeWorking[] => {
  const found: readonly OutcomeFound<Code, Meaning>[] = outcomesFound(answers, keys, meanings);
  return (Object.keys(keys) as Code[]).map((outcome) => {
    const one = found.find((each) => each.outcome === outcome);
    const said = answers[`${keys[outcome]}Meanings`];
    if (one === undefined || (one.applies && one.meanings.length === 0 && said === undefined)) {
      return { outcome, found: 'not-answered', because: [] };
    }
    if (!one.applies) return { outcome, found: 'does-not-apply', because: [] };
    return {
      outcome,
      found: one.meanings.length > 0 ? 'unable' : 'able',
      because: meanings.flatMap(([value, words]) => (one.meanings.includes(value) ? [words] : [])),
      need: one.need,
    };
  });
};

/** The test on the answers so far, about an adult or a carer. */
export const decisionWorking = (about: 'adult' | 'carer', answers: Given): DecisionWorking => {
  const given = answers as Parameters<typeof adultNeedsFrom>[0];
  const ofCarer = answers as Parameters<typeof carerNeedsFrom>[0];
  const test = about === 'adult' ? adultEligibility(adultNeedsFrom(given)) : carerEligibility(carerNeedsFrom(ofCarer));
  const { result } = test;
  const consequences = {
    ordinaryResidence: given.ordinaryResidence,
    wantsCouncilToMeetNeeds: given.wantsCouncilToMeetNeeds,
    advice: answers['adviceGiven'] === 'yes',
  };
  const decided: EligibilityDecision | undefined =
    result !== 'eligible' && result !== 'not-eligible'
      ? undefined
      : about === 'adult'
        ? { about, needs: adultNeedsFrom(given), result, ...consequences }
        : { about, needs: carerNeedsFrom(ofCarer), result, ...consequences };
  return {
    test,
    outcomes:
      about === 'adult'
        ? workingOf(answers, adultOutcomeKeys, meaningsForAdults)
        : workingOf(answers, carerOutcomeKeys, meaningsForCarers),
    staff: typeof answers['result'] === 'string' ? answers['result'] : undefined,
    follows: decided && afterDetermination(decided),
  };
};
