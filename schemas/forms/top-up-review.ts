import { ask, list, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

const stops = when('outcome', 'stops');

/** A yearly look at a top-up: whether it is paid, can go on being paid, and still covers the price. SI 2014/2670. */
export const topUpReview = list({
  id: 'top-up-review',
  version: 1,
  title: 'Review of a top-up',
  audience: 'staff',
  intro: ['If a top-up is not paid any more, the council owes the home the whole fee until it arranges otherwise.'],
  send: 'Record the review',
  exits: [],
  sections: [
    section('review', 'Review the top-up', [
      page('review', 'Whether it goes on', [
        ask.date('reviewedOn', 'Date of the review', 'When was it looked at?', { range: 'past-or-today' }),
        ask.long('howPaid', 'How it is paid', 'Is it paid, can the payer go on, and has the price changed?', {
          statutory: true,
          law: [
            law.fromMemory('A top-up is looked at each year, and when it is asked for.', 'Statutory guidance, Annex A'),
          ],
          known: [
            { list: 'last', question: 'howPaid', beside: true },
            ...['topUpPayer', 'topUpPayerName', 'topUpFee', 'topUpBudgetRate'].map((question) => ({
              list: 'set-up',
              question,
              beside: true as const,
            })),
          ],
        }),
        ask.choice('outcome', 'Outcome', 'What is the outcome?', [
          ['goes-on', 'It goes on'],
          ['changes', 'The agreement is changed'],
          ['stops', 'It stops'],
        ]),
        ask.long('whatNow', 'What happens instead', 'How is the whole fee met now?', { when: stops, statutory: true }),
      ]),
    ]),
  ],
});
