/**
 * Whether a carer has eligible needs for support in England.
 *
 * Care and Support (Eligibility Criteria) Regulations 2015 (SI 2015/313) reg 3. It differs from the test for adults: one
 * outcome is enough, health at risk is enough by itself, and taking longer is no meaning of "unable". It does not depend on the
 * adult who is cared for having an assessment or eligible needs.
 */
import {
  type CarerOutcomeCode,
  type ConditionAnswer,
  carerOutcomeCode,
  carerOutcomeTerms,
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
import type { CarerNeeds } from './needs.ts';

/** The outcomes that the carer cannot achieve, each counted once, in the order of reg 3(2)(b). */
export const carerUnableOutcomes = ({ outcomes }: CarerNeeds): readonly CarerOutcomeCode[] =>
  unableOutcomes(carerOutcomeCode.options, outcomes);

const necessaryCare = ({ necessaryCare: answer }: CarerNeeds): ConditionAnswer => ({
  condition: 1,
  source: 'Eligibility Regs reg 3(1)(a)',
  ...(answer === undefined
    ? { answer: 'not-known', explanation: 'It is not known yet whether the needs come from providing necessary care.' }
    : answer === 'yes'
      ? { answer: 'met', explanation: 'The needs come from providing necessary care for an adult.' }
      : { answer: 'not-met', explanation: 'The needs do not come from providing necessary care for an adult.' }),
});

/** Health or any one outcome: so an unanswered question matters only while nothing found is enough. Reg 3(2). */
const circumstances = (needs: CarerNeeds): ConditionAnswer => {
  const unable = carerUnableOutcomes(needs);
  const unanswered = unansweredOutcomes(carerOutcomeCode.options, needs.outcomes);
  const source = 'Eligibility Regs reg 3(1)(b), (2) and (3)';
  const healthFound = {
    deteriorating: "The carer's physical or mental health is deteriorating.",
    'at-risk': "The carer's physical or mental health is at risk of deteriorating.",
    no: '',
    unknown: '',
  }[needs.health ?? 'unknown'];
  const terms = unable.map((code) => carerOutcomeTerms[code].term).join('; ');
  const outcomesFound =
    unable.length === 0 ? '' : `Unable to achieve ${unable.length} of the eight outcomes: ${terms}.`;
  const found = [healthFound, outcomesFound].filter((sentence) => sentence !== '').join(' ');
  if (found !== '') {
    return { condition: 2, source, answer: 'met', explanation: found };
  }
  if (needs.health === undefined || unanswered.length > 0) {
    return {
      condition: 2,
      source,
      answer: 'not-known',
      explanation: `Health at risk or one outcome is enough. Not answered yet: ${needs.health === undefined ? 'health and ' : ''}${unanswered.length} of the eight outcomes.`,
    };
  }
  return {
    condition: 2,
    source,
    answer: 'not-met',
    explanation: "The carer's health is not at risk, and the carer can achieve all eight outcomes.",
  };
};

const significantImpact = ({ significantImpact: impact }: CarerNeeds): ConditionAnswer => ({
  condition: 3,
  source: 'Eligibility Regs reg 3(1)(c)',
  ...(impact === undefined
    ? { answer: 'not-known', explanation: "The effect on the carer's well-being is not known yet." }
    : {
        yes: {
          answer: 'met' as const,
          explanation: "As a consequence there is a significant impact on the carer's well-being.",
        },
        likely: {
          answer: 'met' as const,
          explanation: "As a consequence there is likely to be a significant impact on the carer's well-being.",
        },
        no: {
          answer: 'not-met' as const,
          explanation: "There is no significant impact on the carer's well-being, and none is likely.",
        },
      }[impact]),
});

/** The three conditions for carers, each with its answer. Reg 3(1). */
export const carerConditions = (needs: CarerNeeds): ThreeConditions => [
  necessaryCare(needs),
  circumstances(needs),
  significantImpact(needs),
];

const missingAnswers = (needs: CarerNeeds, conditions: ThreeConditions): readonly MissingAnswer[] => {
  const missing: MissingAnswer[] = [];
  if (needs.necessaryCare === undefined) {
    missing.push({ field: 'necessaryCare', message: 'Say whether the needs come from providing necessary care' });
  }
  if (conditions[1].answer === 'not-known') {
    if (needs.health === undefined) {
      missing.push({ field: 'health', message: "Say whether the carer's health is getting worse or is at risk" });
    }
    for (const code of unansweredOutcomes(carerOutcomeCode.options, needs.outcomes)) {
      missing.push({
        field: `outcomes.${code}`,
        message: `Say how this is managed: ${carerOutcomeTerms[code].term}`,
      });
    }
  }
  if (needs.significantImpact === undefined) {
    missing.push({ field: 'significantImpact', message: "Say how this affects the carer's well-being" });
  }
  return missing;
};

/** Whether the carer's needs meet the criteria: all three conditions of reg 3(1). For staff; it decides nothing by itself. */
export const carerEligibility = (input: CarerNeeds): EligibilityResult => {
  const conditions = carerConditions(input);
  return resultOf(conditions, missingAnswers(input, conditions), missingPeriods(input.outcomes, 'reg 3(4)'));
};

/** What the public site may tell a carer from their own answers: a possibility, in words that say it is no decision. */
export const carerIndication = (answers: CarerNeeds): EligibilityIndication => {
  const conditions = carerConditions(answers);
  return indicationOf(conditions, missingAnswers(answers, conditions));
};
