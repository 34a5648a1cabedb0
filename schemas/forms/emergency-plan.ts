import { ask, column, listAgain, page, section, when } from './fragments/build.ts';
import { asLastTime, carerToldBeside, law } from './fragments/staff-words.ts';

const made = when('planMade', 'made');

/**
 * What is done when a carer suddenly cannot care: who steps in, what must not stop, and which service knows of it. Care and support statutory
 * guidance 6.18 and 10.44.
 */
export const emergencyPlan = listAgain({
  id: 'emergency-plan',
  version: 1,
  title: 'An emergency plan for a carer',
  audience: 'staff',
  intro: ['Write it with the carer. Who steps in has to agree, and so has the person who is looked after.'],
  copyTitle: 'Your emergency plan',
  send: 'Record the emergency plan',
  exits: [],
  sections: [
    section('emergency', 'Write the emergency plan', [
      page('emergency', 'The plan', [
        ask.choice(
          'planMade',
          'Emergency plan',
          'Is the plan made?',
          [
            ['made', 'Yes'],
            ['not-wanted', 'It is not wanted any more'],
          ],
          {
            notInCopy: true,
            known: [
              { list: 'carer-assessment', question: 'emergencyPlan', beside: true },
              ...carerToldBeside('emergencyPlan'),
            ],
          },
        ),
        ask.table(
          'stepIn',
          'Who steps in',
          'Who steps in, in which order?',
          'person',
          [
            column.text('name', 'Name'),
            column.text('contact', 'Phone or email'),
            column.yesno('agrees', 'They agree'),
            column.yesno('key', 'They can get in', true),
          ],
          {
            when: made,
            known: [
              { list: 'carer-assessment', question: 'emergencyContacts', beside: true },
              ...carerToldBeside('stepIn'),
              asLastTime('stepIn'),
            ],
            copy: 'Who steps in',
          },
        ),
        ask.long('mustNotStop', 'What must be done', 'What must be done, and when, if the carer cannot?', {
          when: made,
          hint: 'Meals, medicines, moving, nights, pets. What must be known about the person.',
          known: [{ list: 'carer-assessment', question: 'ifCannotGoOn', beside: true }, asLastTime('mustNotStop')],
          copy: 'What must be done',
        }),
        ask.text('service', 'Service', 'Which service keeps the plan, and how is it called, day and night?', {
          when: made,
          known: [asLastTime('service')],
          copy: 'Who to call in an emergency',
          meets: ['CV16'],
        }),
        ask.date('lookAgainOn', 'Looked at again', 'When is the plan looked at again?', {
          when: made,
          range: 'today-or-future',
          hint: 'A task opens on that day.',
          law: [law.design('A plan with an old number helps nobody.', 'Our own rule')],
          copy: 'We look at it again on',
        }),
      ]),
    ]),
  ],
});
