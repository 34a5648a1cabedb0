import { ask, list, page, section } from './fragments/build.ts';

/** What was done about a fault that had stopped a case, before it goes on. */
export const restart = list({
  id: 'restart',
  version: 1,
  title: 'Restart a case',
  audience: 'staff',
  intro: ['A fault has stopped the case. It goes on from where it stood as soon as you send this.'],
  send: 'Restart the case',
  exits: [],
  sections: [
    section('fault', 'Record the fault', [
      page('fault', 'The fault', [
        ask.long('whatWasDone', 'What was done', 'What was done about the fault, and about anything that was missed?', {
          known: [{ list: 'last', question: 'whatWasDone', beside: true }],
        }),
      ]),
    ]),
  ],
});
