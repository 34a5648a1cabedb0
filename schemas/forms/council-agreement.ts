import type { AnswersOf } from '../answers-of.ts';
import { moneyBehindPlan, needsBehindPlan, wishesBehindPlan } from './fragments/behind-plan.ts';
import { ask, list, page, section, when } from './fragments/build.ts';
import { notPassedQuestions, saysWhatToChange } from './fragments/plan-not-passed.ts';
import { law } from './fragments/staff-words.ts';

/** The council's own agreement to a plan that somebody else has checked; never its author's. Care Act 2014 s.25(5). */
export const councilAgreement = list({
  id: 'council-agreement',
  version: 1,
  title: 'Agreement of the council to a plan',
  audience: 'staff',
  intro: ['Whoever wrote the plan cannot agree it for the council. The person reads the reasons.'],
  send: 'Record the agreement',
  exits: [],
  sections: [
    section('agreement', 'Agree for the council', [
      page(
        'agreement',
        'Agreement',
        [
          ask.yesno('agreed', 'The council agrees', 'Does the council agree to the plan?', {
            statutory: true,
            known: [{ list: 'plan-checks', question: 'affordableWhy', beside: true }, ...moneyBehindPlan],
            law: [
              law.confirmed(
                'Agreed when the outcomes are met, risks were thought of, and it is reasonable for the budget. Money alone is no reason to refuse.',
                'Statutory guidance 10.85; Cambridgeshire, creating a care and support plan',
              ),
            ],
          }),
          ask.long('why', 'Reasons', 'Why?', {
            statutory: true,
            known: [
              ...['moneyDiffers', 'needsDiffer'].map((question) => ({ list: 'plan', question, beside: true as const })),
              ...needsBehindPlan,
              ...wishesBehindPlan,
            ],
          }),
          ...notPassedQuestions(when('agreed', 'no'), ['lawfulWhy'], ['effectiveWhy']),
        ],
        { oneNeeded: saysWhatToChange },
      ),
    ]),
  ],
});

/** What the council says to a plan. */
export type CouncilAgreement = AnswersOf<typeof councilAgreement>;
