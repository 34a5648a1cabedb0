import { carerOutcomeKeys } from '../eligibility.ts';
import { ask, listAgain, page, section } from './fragments/build.ts';
import { carerActivities } from './fragments/carer-activities.ts';
import { advicePage, copiesPage, decisionPage, impactPage } from './fragments/decision-pages.ts';
import { meaningsForCarers, outcomeFoundPage } from './fragments/outcomes-found.ts';
import { law } from './fragments/staff-words.ts';

/**
 * The decision on a carer's eligibility: one outcome is enough, or health that is getting worse or may do so.
 *
 * @see Care Act 2014 ss.13 and 20; Care and Support (Eligibility Criteria) Regulations 2015 reg 3
 */
export const carerDecision = listAgain({
  id: 'carer-decision',
  version: 1,
  title: 'Decision on a carer’s eligibility',
  audience: 'staff',
  intro: [
    'One outcome is enough for a carer, or health that is getting worse or may do so. Taking longer does not count.',
  ],
  copyTitle: 'Our decision',
  send: 'Record the decision',
  exits: [],
  sections: [
    section('condition-1', 'Answer condition 1', [
      page('condition-1', 'Condition 1', [
        ask.yesno('condition1', 'Condition 1', 'Do the needs arise from providing necessary care for an adult?', {
          statutory: true,
          law: [
            law.confirmed(
              'It does not depend on the adult having an assessment or eligible needs.',
              'Eligibility Regulations 2015 reg 3(1)(a); SCIE',
            ),
          ],
          known: [{ list: 'carer-assessment', question: 'necessaryCare' }],
          meets: ['reg 3(1)(a)'],
        }),
        ask.long('condition1Reason', 'Condition 1: reason', 'Condition 1: why?', { statutory: true }),
      ]),
    ]),
    section('condition-2', 'Answer condition 2', [
      page('carer-health', 'Health', [
        ask.choice(
          'carerHealth',
          'Carer’s health',
          'Is the carer’s health getting worse, or at risk of it?',
          [
            ['deteriorating', 'It is getting worse'],
            ['at-risk', 'It is at risk of getting worse'],
            ['no', 'Neither'],
          ],
          {
            statutory: true,
            law: [law.confirmed('It is enough by itself for condition 2.', 'Eligibility Regulations 2015 reg 3(2)(a)')],
            known: [{ list: 'carer-assessment', question: 'carerHealth' }],
            meets: ['reg 3(2)(a)'],
          },
        ),
        ask.long('carerHealthReason', 'Carer’s health: reason', 'Carer’s health: why?', {
          statutory: true,
          known: [{ list: 'carer-assessment', question: 'carerHealthDetail' }],
        }),
      ]),
      ...carerActivities.map(({ outcome, name }) =>
        outcomeFoundPage({
          key: carerOutcomeKeys[outcome],
          name,
          from: 'carer-assessment',
          whose: 'carer',
          meanings: meaningsForCarers,
          meets: 'reg 3(2)(b)',
        }),
      ),
    ]),
    section('condition-3', 'Answer condition 3', [impactPage('carer', 'reg 3(1)(c)')]),
    section('decision', 'Decide and give advice', [decisionPage('carer', 'carer-eligibility'), advicePage, copiesPage]),
  ],
});
