import type { AnswersOf } from '../answers-of.ts';
import { ask, list, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

/** A note on a case: when something happened apart from when it is written, and facts apart from opinion. */
export const caseNote = list({
  id: 'case-note',
  version: 1,
  title: 'Write a note',
  audience: 'staff',
  intro: [
    'A finished note cannot be changed. You can add to it. A draft stays here, for you alone, until you finish it.',
  ],
  send: 'Finish the note',
  exits: [],
  sections: [
    section('note', 'The note', [
      page('about', 'What it is about', [
        ask.choice('kind', 'What it is about', 'What is it about?', [
          ['call', 'A phone call'],
          ['visit', 'A visit'],
          ['meeting', 'A meeting'],
          ['letter', 'A letter or message'],
          ['professional', 'What another professional told us'],
          ['decision', 'A decision by a manager, or what was said in supervision'],
          ['safeguarding', 'A worry about safety'],
          ['money', 'Money'],
          ['other', 'Something else'],
        ]),
        ask.date('happenedOn', 'The day', 'On which day was it?', {
          range: 'past-or-today',
          hint: 'When it happened, not when you write it.',
        }),
        ask.text('present', 'Who was there', 'Who was there, or spoke?', { optional: true }),
      ]),
      page(
        'words',
        'What was said, and what you think',
        [
          ask.long('said', 'Their words', 'What did the person say? Use their own words', { optional: true }),
          ask.long('seen', 'What you saw or were told', 'What did you see, or what were you told?', { optional: true }),
          ask.long('view', 'Your view', 'What do you think of it?', {
            optional: true,
            hint: 'Your opinion, apart from the facts.',
          }),
        ],
        { oneNeeded: { of: ['said', 'seen', 'view'], error: 'Write what was said, what you saw, or what you think' } },
      ),
      page('decision', 'The decision', [
        ask.long('question', 'The question', 'What was to be decided?', { when: when('kind', 'decision') }),
        ask.long('decided', 'The decision', 'What was decided, and why?', { when: when('kind', 'decision') }),
      ]),
      page('next', 'What is next', [
        ask.long('next', 'The next step', 'What is the next step?', { optional: true }),
        ask.yesno('shown', 'whether the person may see it', 'May the person see this note?', {
          hint: 'They may ask for all that we hold about them.',
          law: [
            law.fromMemory(
              'What would harm somebody’s health, or is about someone else who has not agreed, may be kept back from a copy.',
              'Data Protection Act 2018 Schedule 2 paragraph 16 and Schedule 3 Part 3',
            ),
          ],
        }),
        ask.long('whyNot', 'Why not', 'Why may they not see it?', { when: when('shown', 'no') }),
      ]),
    ]),
  ],
});

export type CaseNoteAnswers = AnswersOf<typeof caseNote>;
