import { ask, listAgain, page, section, when } from './fragments/build.ts';
import { anAdult, toldBeside } from './fragments/staff-words.ts';
import { harmPage } from './fragments/staff-worries.ts';

const changes = when('changeNeeded', 'yes');

/** A contact between the first and the last day of short-term support: how the person gets on with what they want to achieve. Care Act 2014 s.2; CV32. */
export const shortTermContact = listAgain({
  id: 'short-term-contact',
  version: 1,
  title: 'How short-term support goes',
  audience: 'staff',
  intro: ['Ask the person how they get on. What helps and what does not is changed now, not on the last day.'],
  copyTitle: 'How you get on with your short-term support',
  send: 'Record the contact',
  exits: [],
  sections: [
    section('contact', 'Record the contact', [
      page('contact', 'How it is going', [
        ask.date('spokenOn', 'Day of the contact', 'When did you speak?', {
          range: 'past-or-today',
          copy: 'We talked on',
          meets: ['CV32'],
        }),
        ask.text('spokenWith', 'Who you spoke with', 'Who did you speak with?', { copy: 'We talked with' }),
        ask.long('whatTheySaid', 'What the person said', 'How does the person find it?', {
          copy: 'What you said',
        }),
        ask.long('progress', 'Progress', 'What can they do now of what they want to achieve?', {
          known: [
            { list: 'short-term-support', question: 'goals', beside: true },
            { list: 'short-term-support', question: 'services', beside: true },
          ],
          copy: 'How far you have come',
          meets: ['CV32'],
        }),
        ask.yesno('changeNeeded', 'Change needed', 'Must something change now?', { copy: 'Something changes' }),
        ask.long('whatChange', 'What was changed', 'What was changed, and from when?', {
          when: changes,
          copy: 'What changes',
        }),
      ]),
      harmPage([...toldBeside('treatedBadly', ...anAdult)]),
    ]),
  ],
});
