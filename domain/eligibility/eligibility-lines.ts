import type { Answers } from '../../schemas/form-conditions.ts';
import { adultNeedsFrom, carerNeedsFrom } from './decision-record.ts';
import { adultEligibility } from './eligibility-adults.ts';
import { carerEligibility } from './eligibility-carers.ts';
import type { EligibilityResult } from './eligibility-result.ts';

const words: Readonly<Record<EligibilityResult['result'], string>> = {
  eligible: 'Eligible needs',
  'not-eligible': 'No eligible needs',
  'not-enough-information': 'Not known yet',
  'cannot-be-finalised': 'Not known until the period of a changing need is recorded',
};

const lines = ({ result, conditions }: EligibilityResult): string[] => [
  words[result],
  ...conditions.map(({ condition, explanation }) => `Condition ${condition}: ${explanation}`),
];

/** What the test says to the answers so far about an adult. Eligibility Regs reg 2. */
export const eligibilityLine = (answers: Answers): string[] => lines(adultEligibility(adultNeedsFrom(answers)));

/** What the test says to the answers so far about a carer. Eligibility Regs reg 3. */
export const carerEligibilityLine = (answers: Answers): string[] => lines(carerEligibility(carerNeedsFrom(answers)));
