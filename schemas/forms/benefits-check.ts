import { ask, listAgain, page, section, when } from './fragments/build.ts';

const arranged = when('arrangement', 'arranged');

/** A benefits check that the person, or their carer, wants: who makes it, and when. Care Act 2014 s.4. */
export const benefitsCheck = listAgain({
  id: 'benefits-check',
  version: 1,
  title: 'A benefits check',
  audience: 'staff',
  intro: ['The check is free, and independent of what we decide.'],
  copyTitle: 'Your benefits check',
  send: 'Record what was arranged',
  exits: [],
  sections: [
    section('check', 'Arrange the check', [
      page('check', 'The check', [
        ask.choice(
          'arrangement',
          'What was arranged',
          'What was arranged?',
          [
            ['arranged', 'A check is arranged'],
            ['not-wanted', 'It is not wanted any more'],
          ],
          { notInCopy: true },
        ),
        ask.text('checkedBy', 'Who makes it', 'Who makes the check, and how are they reached?', {
          when: arranged,
          known: [{ list: 'assessment', question: 'benefitsCheck', beside: true }],
        }),
        ask.date('checkOn', 'When', 'When is it?', { when: arranged }),
      ]),
    ]),
  ],
});
