/**
 * Whether an adult has eligible needs for care and support in England.
 *
 * Care and Support (Eligibility Criteria) Regulations 2015 (SI 2015/313) reg 2. Neither what a carer does nor money is an
 * input: the need is judged as if no carer met it (statutory guidance 6.119, from memory; to be checked) and whatever the
 * person's means (s.9(3)).
 */
import {
  type AdultOutcomeCode,
  adultOutcomeCode,
  adultOutcomeTerms,
  type ConditionAnswer,
  type EligibilityIndication,
  type MissingAnswer,
} from '../../schemas/eligibility.ts';
import {
  type EligibilityResult,
  indicationOf,
  missingPeriods,
  resultOf,
  type ThreeConditions,
  unableOutcomes,
  unansweredOutcomes,
} from './eligibility-result.ts';
import type { AdultNeeds } from './needs.ts';

/** How many outcomes an adult must be unable to achieve. Eligibility Regs reg 2(1)(b). */
export const outcomesNeededByAdults = 2;

/** The outcomes that the adult cannot achieve, each counted once, in the order of reg 2(2). */
export const adultUnableOutcomes = ({ outcomes }: AdultNeeds): readonly AdultOutcomeCode[] =>
  unableOutcomes(adultOutcomeCode.options, outcomes);

const impairment = ({ impairmentOrIllness }: AdultNeeds): ConditionAnswer => ({
  condition: 1,
  source: 'Eligibility Regs reg 2(1)(a)',
  ...(impairmentOrIllness === undefined
    ? {
        answer: 'not-known',
        explanation: 'It is not known yet whether the needs come from a physical or mental impairment or illness.',
      }
    : impairmentOrIllness === 'yes'
      ? { answer: 'met', explanation: 'The needs come from or relate to a physical or mental impairment or illness.' }
      : { answer: 'not-met', explanation: 'The needs do not come from a physical or mental impairment or illness.' }),
});

/** All ten outcomes must be considered (SCIE, eligibility criteria for adults), so "not met" waits for the last of them. */
const twoOutcomes = (needs: AdultNeeds): ConditionAnswer => {
  const unable = adultUnableOutcomes(needs);
  const unanswered = unansweredOutcomes(adultOutcomeCode.options, needs.outcomes);
  const terms = unable.map((code) => adultOutcomeTerms[code].term).join('; ');
  const found = `Unable to achieve ${unable.length} of the ten outcomes${terms === '' ? '' : `: ${terms}`}.`;
  const answer = unable.length >= outcomesNeededByAdults ? 'met' : unanswered.length > 0 ? 'not-known' : 'not-met';
  const explanation = {
    met: found,
    'not-met': `${found} Two or more are needed.`,
    'not-known': `${found} Two or more are needed, and ${unanswered.length} of the ten are not answered yet.`,
  }[answer];
  return { condition: 2, source: 'Eligibility Regs reg 2(1)(b), (2) and (3)', answer, explanation };
};

const significantImpact = ({ significantImpact: impact }: AdultNeeds): ConditionAnswer => ({
  condition: 3,
  source: 'Eligibility Regs reg 2(1)(c)',
  ...(impact === undefined
    ? { answer: 'not-known', explanation: 'The effect on well-being is not known yet.' }
    : {
        yes: { answer: 'met' as const, explanation: 'As a consequence there is a significant impact on well-being.' },
        likely: {
          answer: 'met' as const,
          explanation: 'As a consequence there is likely to be a significant impact on well-being.',
        },
        no: {
          answer: 'not-met' as const,
          explanation: 'There is no significant impact on well-being, and none is likely.',
        },
      }[impact]),
});

/** The three conditions, each with its answer, so that a page, an email or the record can show them. Reg 2(1). */
export const adultConditions = (needs: AdultNeeds): ThreeConditions => [
  impairment(needs),
  twoOutcomes(needs),
  significantImpact(needs),
];

const missingAnswers = (needs: AdultNeeds, conditions: ThreeConditions): readonly MissingAnswer[] => [
  ...(needs.impairmentOrIllness === undefined
    ? [
        {
          field: 'impairmentOrIllness',
          message: 'Say whether the needs come from a physical or mental impairment or illness',
        },
      ]
    : []),
  ...(conditions[1].answer === 'not-known' ? unansweredOutcomes(adultOutcomeCode.options, needs.outcomes) : []).map(
    (code) => ({ field: `outcomes.${code}`, message: `Say how this is managed: ${adultOutcomeTerms[code].term}` }),
  ),
  ...(needs.significantImpact === undefined
    ? [{ field: 'significantImpact', message: 'Say how this affects well-being' }]
    : []),
];

/**
 * Whether the adult's needs meet the criteria: all three conditions of reg 2(1).
 *
 * For staff. It decides nothing by itself: the s.13 determination is recorded by `determine` in `decision-record.ts`.
 */
export const adultEligibility = (input: AdultNeeds): EligibilityResult => {
  const conditions = adultConditions(input);
  return resultOf(conditions, missingAnswers(input, conditions), missingPeriods(input.outcomes, 'reg 2(4)'));
};

/** What the public site may tell an adult from their own answers: a possibility, in words that say it is no decision. */
export const adultIndication = (answers: AdultNeeds): EligibilityIndication => {
  const conditions = adultConditions(answers);
  return indicationOf(conditions, missingAnswers(answers, conditions));
};
