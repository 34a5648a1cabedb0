import { ask, list, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

const ends = when('outcome', 'ends');

/** A look at how a direct payment is managed: within six months of the first, then at least every 12 months. SI 2014/2871 reg 7. */
export const directPaymentReview = list({
  id: 'direct-payment-review',
  version: 1,
  title: 'Review of a direct payment',
  audience: 'staff',
  intro: ['Look at it together with the plan where both are due.'],
  copyTitle: 'Review of your direct payment',
  send: 'Record the review',
  exits: [],
  sections: [
    section('review', 'Review the direct payment', [
      page('review', 'How it is managed', [
        ask.date('reviewedOn', 'Date of the review', 'When was it looked at?', {
          range: 'past-or-today',
          copy: 'Looked at on',
        }),
        ask.long('howManaged', 'How it is managed', 'How is it managed, and do the conditions still hold?', {
          statutory: true,
          law: [
            law.confirmed(
              'It must stop where a condition is not met any more, and may stop where it is not used as agreed.',
              'Care Act 2014 s.33(4) and (5)',
            ),
          ],
          known: [
            { list: 'last', question: 'howManaged', beside: true },
            { list: 'plan', question: 'directPayments', beside: true },
            ...['separateAccount', 'accountOpensOn', 'supportService', 'helpToManage', 'firstPaidOn'].map(
              (question) => ({
                list: 'set-up',
                question,
                beside: true as const,
              }),
            ),
          ],
          copy: 'How it is managed',
        }),
        ask.choice(
          'outcome',
          'Outcome',
          'What is the outcome?',
          [
            ['goes-on', 'It goes on as it is'],
            ['changes', 'Something about it changes'],
            ['ends', 'It ends'],
          ],
          { copy: 'The outcome' },
        ),
        ask.long('why', 'Reasons', 'What changes or ends, and why?', {
          when: when('outcome', 'changes', 'ends'),
          copy: 'Why',
        }),
        ask.date('endsOn', 'Last day', 'On which day does it end?', { when: ends, copy: 'It ends on' }),
        ask.date('replacedFrom', 'Replaced from', 'From which day are the needs met in another way?', {
          when: ends,
          statutory: true,
          law: [law.secondary('Ending a direct payment with nothing in its place was fault.', 'LGSCO, Cornwall 2020')],
          copy: 'Your needs are met in another way from',
        }),
        ask.long('replacedBy', 'Replaced by', 'How are they met then?', { when: ends, statutory: true, copy: 'How' }),
      ]),
    ]),
  ],
});
