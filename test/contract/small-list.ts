import { done, type TaskOutcome, type TaskRefusal, type TaskSituation } from '../../domain/journey/work-outcome.ts';
import type { AnswersOf } from '../../schemas/answers-of.ts';
import { ask, column, list, page, section, when } from '../../schemas/forms/fragments/build.ts';
import { type Overlay, overlays } from '../../schemas/overlay.ts';

/** A piece of work as small as one can be that uses all that a list may have. */
export const visit = list({
  id: 'visit',
  version: 3,
  title: 'A visit',
  audience: 'staff',
  intro: ['Record the visit the same day.'],
  copyTitle: 'Our visit to you',
  send: 'Record the visit',
  exits: [],
  sections: [
    section('visit', 'The visit', [
      page(
        'how',
        'How it went',
        [
          ask.date('visitedOn', 'Day of the visit', 'When was it?', {
            range: 'past-or-today',
            statutory: true,
            law: [{ says: 'A record says when.', source: 'An example', status: 'design' }],
          }),
          ask.long('strengths', 'Strengths', 'What can the person do?', {
            copy: 'What you can do',
            known: [
              { list: 'last', question: 'strengths' },
              { list: 'needs-assessment', question: 'strengths' },
            ],
          }),
          ask.choice('safe', 'Safe', 'Is the person safe?', [
            ['yes', 'Yes, as far as one can see'],
            ['no', 'No, there is a worry'],
          ]),
          ask.text('dog', 'Dog', 'Is there a dog?', { optional: true, notInCopy: true }),
        ],
        {
          law: [{ says: 'A visit is proportionate.', source: 'SI 2014/2827 regulation 3', status: 'confirmed' }],
          opens: [{ work: 'look-into-safety', when: when('safe', 'no'), reason: 'A visit found a worry.' }],
        },
      ),
    ]),
    section('costs', 'The costs', [
      page(
        'costs',
        'Costs',
        [
          ask.table('costs', 'Costs', 'What does it cost?', 'cost', [
            column.text('what', 'What'),
            column.money('weekly', 'Weekly cost'),
          ]),
        ],
        {
          computed: [
            { id: 'total', label: 'Weekly total', sum: ['costs.weekly'] },
            { id: 'dear', label: 'Dear', rule: 'dear' },
          ],
        },
      ),
    ]),
  ],
});

/** What a council makes of it: other words, one question less, one of its own. */
export const ownVisit: Overlay = overlays.parse({
  visit: {
    version: 2,
    reword: { strengths: { label: 'What is the person good at?' } },
    hide: ['dog'],
    add: [
      {
        page: 'how',
        shownIn: 'draft-plan',
        question: {
          id: 'councilParking',
          type: 'text',
          label: 'Where can one park?',
          name: 'Parking',
          error: 'Enter where one can park',
        },
      },
    ],
  },
})['visit'] as Overlay;

/** Its rule: typed by the list. */
export const visitRule = (answers: AnswersOf<typeof visit>, { now }: TaskSituation): TaskOutcome | TaskRefusal =>
  done(answers.safe === 'yes' ? 'well' : 'worried', {
    output: { visitedOn: answers.visitedOn, costs: `${answers.costs.length}`, at: now },
  });
