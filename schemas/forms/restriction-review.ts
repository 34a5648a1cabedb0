import { ask, list, page, section } from './fragments/build.ts';

/** Whether a record is still for named staff alone, on the day that was set when it was restricted. Data Protection Act 2018 s.40. */
export const restrictionReview = list({
  id: 'restriction-review',
  version: 1,
  title: 'Look again at who may open the record',
  audience: 'staff',
  intro: [
    'Open “Restrict the record to named staff” on the case first. Save who may open it with a new day, or end it there.',
    'Then say here what you decided, and why.',
  ],
  send: 'Record the decision',
  exits: [],
  sections: [
    section('restriction', 'Look at it again', [
      page('restriction', 'What was decided', [
        ask.choice('restrictionNow', 'What was decided', 'What did you decide?', [
          ['goes-on', 'The record stays restricted, and has a new day'],
          ['ended', 'It is not restricted any more'],
        ]),
        ask.long('whyNow', 'Why', 'Why?', {
          maxLength: 500,
          known: [{ list: 'last', question: 'whyNow', beside: true }],
        }),
      ]),
    ]),
  ],
});
