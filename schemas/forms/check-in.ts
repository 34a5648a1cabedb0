import { ask, listAgain, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';
import { harmPage } from './fragments/staff-worries.ts';

/** The key worker's call soon after support starts: how it goes, and whether something must change now. Care Act 2014 s.27(1). */
export const checkIn = listAgain({
  id: 'check-in',
  version: 1,
  title: 'How support is going',
  audience: 'staff',
  intro: ['Ask the person, and whoever they want to speak for them.'],
  send: 'Record the call',
  exits: [],
  sections: [
    section('call', 'Record the call', [
      page('call', 'How it is going', [
        ask.date('spokenOn', 'Day of the call', 'When did you speak?', { range: 'past-or-today', meets: ['CB30'] }),
        ask.text('spokenWith', 'Who you spoke with', 'Who did you speak with?'),
        ask.long('howItGoes', 'How it goes', 'How is support going, and is the person happy with it?', {
          meets: ['CB30'],
        }),
        ask.yesno('asPlanned', 'As the plan says', 'Is support given as the plan says?'),
        ask.yesno('needsChanged', 'Needs changed', 'Have the assessed needs changed?', {
          law: [
            law.confirmed(
              'Needs that changed in a way that affects the plan are assessed again as far as appropriate.',
              'Care Act 2014 s.27(4)',
            ),
          ],
        }),
        ask.yesno('changeNeeded', 'Change needed', 'Must something change now?', {
          law: [
            law.confirmed(
              'Plans are kept under review generally: a change is not left until the first review.',
              'Care Act 2014 s.27(1)(a)',
            ),
          ],
        }),
        ask.long('whatChange', 'What must change', 'What must change?', { when: when('changeNeeded', 'yes') }),
      ]),
      harmPage([{ list: 'plan', question: 'harmSuspected', beside: true }]),
    ]),
  ],
});
