import { adultOutcomeKeys } from '../eligibility.ts';
import { activities } from './fragments/activities.ts';
import { ask, listAgain, page, section } from './fragments/build.ts';
import { advicePage, copiesPage, decisionPage, impactPage } from './fragments/decision-pages.ts';
import { meaningsForAdults, outcomeFoundPage } from './fragments/outcomes-found.ts';
import { anAdult, law, toldBeside } from './fragments/staff-words.ts';

/**
 * The decision on an adult's eligibility: the three conditions with their reasons, the result, what follows from it and the advice.
 *
 * What the assessment found of the ten outcomes stands there and is accepted or changed. Who decided and when comes from the session.
 *
 * @see Care Act 2014 s.13; Care and Support (Eligibility Criteria) Regulations 2015 reg 2
 */
export const decision = listAgain({
  id: 'decision',
  version: 1,
  title: 'Decision on eligibility',
  audience: 'staff',
  intro: ['All three conditions must be met. What a carer does and what the person owns do not count.'],
  copyTitle: 'Our decision',
  send: 'Record the decision',
  exits: [],
  sections: [
    section('condition-1', 'Answer condition 1', [
      page('condition-1', 'Condition 1', [
        ask.yesno(
          'condition1',
          'Condition 1',
          'Do the needs arise from or relate to a physical or mental impairment or illness?',
          {
            statutory: true,
            law: [law.confirmed('A diagnosis is not asked for.', 'Eligibility Regulations 2015 reg 2(1)(a)')],
            known: toldBeside('conditions', ...anAdult),
            meets: ['L28', 'reg 2(1)(a)'],
          },
        ),
        ask.long('condition1Reason', 'Condition 1: reason', 'Condition 1: why?', {
          statutory: true,
          known: [{ list: 'assessment', question: 'healthConditions', beside: true }],
        }),
      ]),
    ]),
    section(
      'outcomes',
      'Confirm the ten outcomes',
      activities.map(({ outcome, name }) =>
        outcomeFoundPage({
          key: adultOutcomeKeys[outcome],
          name,
          from: 'assessment',
          whose: 'person',
          meanings: meaningsForAdults,
          meets: 'L29',
        }),
      ),
    ),
    section('condition-3', 'Answer condition 3', [impactPage('person', 'reg 2(1)(c)')]),
    section('decision', 'Decide and give advice', [decisionPage('person', 'eligibility'), advicePage, copiesPage]),
  ],
});
