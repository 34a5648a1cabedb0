import { type Form, questionsOf } from '../../schemas/form-language.ts';
import { carerDecision } from '../../schemas/forms/carer-decision.ts';
import { decision } from '../../schemas/forms/decision.ts';
import { assessmentAnswers } from './assessment-answers.ts';

/** What the assessment found, so far as the decision asks about it: nobody types a need twice. */
const foundIn = (list: Form, answers: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const asked = new Set(questionsOf(list).map(({ question }) => question.id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)));
};

const advice = {
  adviceGiven: 'yes',
  adviceMeetOrReduce: 'A grab rail by the bath and a perching stool in the kitchen.',
  advicePreventOrDelay: 'The balance class at the community centre on Tuesdays.',
  adviceLinks: [{ title: 'NHS: falls', address: 'https://www.nhs.uk/conditions/falls/' }],
};

/** The example council's finance officer has the circular of each year on the desk; a real one looks these figures up. */
const lookedUp = ['2025-26', '2026-27', '2027-28'].flatMap((year) =>
  ['capital-upper-limit', 'capital-lower-limit', 'mig-single-pension-age'].map((rate) => ({
    field: `${year}.${rate}`,
    source: `Example: the circular for ${year}`,
  })),
);

/**
 * What staff decide in the example, from eligibility to the charge: one good set of answers for each kind of work.
 *
 * @param today the day on which the work is done, `YYYY-MM-DD`
 */
export const decisionAnswers = (today: string) => ({
  'decide-eligibility': {
    ...foundIn(decision, assessmentAnswers(today)['assess-needs']),
    condition1: 'yes',
    condition1Reason: 'Rheumatoid arthritis.',
    condition3: 'yes',
    condition3Areas: ['dignity', 'health'],
    condition3Reason: 'She goes without washing on bad days.',
    result: 'eligible',
    decisionReasons: 'You cannot wash and dress without help, and this has a big effect on your health and dignity.',
    withoutCareAndSupport: 'A perching stool helps, but is not enough.',
    wantsCouncilToMeetNeeds: 'yes',
    ordinaryResidence: 'in-area',
    ...advice,
  },
  'decide-carer-eligibility': {
    ...foundIn(carerDecision, assessmentAnswers(today)['assess-carer']),
    condition1: 'yes',
    condition1Reason: 'She washes and dresses her mother, who could not do it alone.',
    carerHealth: 'at-risk',
    carerHealthReason: 'She sleeps five hours a night.',
    condition3: 'likely',
    condition3Areas: ['health'],
    condition3Reason: 'She is worn out, and it is getting worse.',
    result: 'eligible',
    decisionReasons: 'Your caring puts your health at risk, and you have no time for yourself.',
    withoutCareAndSupport: 'The carers’ group helps, but is not enough.',
    ordinaryResidence: 'in-area',
    ...advice,
  },
  'estimate-budget': {
    support: [{ what: 'Help to wash and dress each morning', times: 7, minutes: 45, per: 'hour', rate: 3600 }],
    basis: '5 hours 15 minutes a week at £36.00 an hour',
    toldPersonOn: today,
  },
  'assess-finances': {
    setting: 'home',
    weekOf: today,
    assessmentReason: 'first',
    financialChoice: 'full',
    representative: 'nobody',
    service: 'care',
    weeklyCost: 18_900,
    dateOfBirth: '1948-03-02',
    household: 'single',
    childrenInHousehold: 0,
    premiums: ['none'],
    hasBenefits: 'yes',
    benefits: [
      { kind: 'state-pension', weekly: 23_025 },
      { kind: 'attendance-allowance', weekly: 7390 },
    ],
    hasOtherIncome: 'no',
    hasCapital: 'yes',
    capital: [{ kind: 'savings-account', owners: 1, value: 900_000 }],
    gaveAway: 'no',
    ownsProperty: 'no',
    housingCosts: [{ kind: 'council-tax', weekly: 2000, metByBenefit: 0 }],
    hasDisabilityCosts: 'yes',
    disabilityCosts: [
      { kind: 'laundry', need: 'Sheets and clothes each day', cost: 1000, every: 'week', decision: 'accepted' },
    ],
    confirmed: lookedUp,
    toldPersonOn: today,
  },
});
