import { ask, list, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

/** Whose plan a request without a case is about, once someone has looked. Care Act 2014 s.27(1)(b). */
export const personSearch = list({
  id: 'person-search',
  version: 1,
  title: 'Find the person for whom a review was asked',
  audience: 'staff',
  intro: ['Tell whoever asked nothing about the person, not even whether we know them.'],
  send: 'Record the search',
  exits: [],
  sections: [
    section('search', 'Record the search', [
      page('search', 'What was found', [
        ask.yesno('found', 'Person found', 'Did you find the person?', {
          law: [law.design('No case is opened by somebody else’s request.', 'Our own choice')],
          known: [
            { list: 'review-for-another', question: 'personName', beside: true },
            { list: 'review-for-another', question: 'knowsDateOfBirth', beside: true },
            { list: 'review-for-another', question: 'personDateOfBirth', beside: true },
            { list: 'review-for-another', question: 'personAddress', beside: true },
            { list: 'review-for-another', question: 'caseReference', beside: true },
          ],
        }),
        ask.text('reference', 'Case reference', 'What is the reference of their case?', {
          when: when('found', 'yes'),
          maxLength: 20,
        }),
        ask.long('howYouKnow', 'How you know', 'How do you know that it is this person?', {
          when: when('found', 'yes'),
        }),
        ask.long('whereLooked', 'Where you looked', 'Where did you look, and what did you tell whoever asked?', {
          when: when('found', 'no'),
        }),
      ]),
    ]),
  ],
});
