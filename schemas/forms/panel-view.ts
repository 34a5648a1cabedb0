import { ask, list, page, section, when } from './fragments/build.ts';
import { sentBackQuestion } from './fragments/sent-back.ts';
import { law } from './fragments/staff-words.ts';

/** What a member of a panel says of a plan. It is no work of its own: the panel's task ends when enough of them have said theirs. */
export const panelViewForm = list({
  id: 'panel-view',
  version: 1,
  title: 'Your view of the plan',
  audience: 'staff',
  intro: [
    'One member has one view. You can change yours until the panel has decided. The person reads the reasons, without your name.',
  ],
  send: 'Record your view',
  exits: [],
  sections: [
    section('view', 'Your view', [
      page('view', 'Your view', [
        ask.choice(
          'view',
          'Your view',
          'Does the council agree to the plan?',
          [
            ['agree', 'Yes'],
            ['not-agree', 'No: it has to change'],
            ['more-needed', 'I cannot say yet: more is needed'],
          ],
          {
            law: [
              law.confirmed(
                'Panels look at large or unusual budgets. They do not rewrite plans, nor refuse for money alone.',
                'Statutory guidance 10.85',
              ),
            ],
          },
        ),
        ask.long('why', 'Reasons', 'Why?'),
        sentBackQuestion('staff', { when: when('view', 'not-agree', 'more-needed') }),
      ]),
    ]),
  ],
});
