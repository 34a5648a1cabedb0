import { ask, column, listAgain, page, section } from './fragments/build.ts';
import { asLastTime, carerToldBeside, law } from './fragments/staff-words.ts';

/**
 * Help from the support catalogue that somebody wants and can have without a plan: what became of each. A carer's wish for training, a group or a
 * counsellor; equipment, telecare or advice that prevents needs. Care Act 2014 ss.2 and 4.
 */
export const wantedHelp = listAgain({
  id: 'wanted-help',
  version: 1,
  title: 'Help that is wanted',
  audience: 'staff',
  intro: ['Say what became of each thing that is wanted. The person reads it, with whom to ask.'],
  copyTitle: 'Help that we found for you',
  send: 'Record what was arranged',
  exits: [],
  sections: [
    section('help', 'Arrange the help', [
      page('help', 'The help', [
        ask.table(
          'help',
          'Help',
          'What became of each thing that is wanted?',
          'kind of help',
          [
            column.text('what', 'What is wanted'),
            column.text('support', 'Entry in the support catalogue', true),
            column.choice('done', 'What was done', [
              ['referred', 'They were referred, and agreed to it'],
              ['ordered', 'It was ordered'],
              ['told', 'They were told how to get it'],
              ['none', 'There is none here'],
              ['not-wanted', 'It is not wanted any more'],
            ]),
            column.text('who', 'Who gives it, and how they are reached', true),
            column.text('callers', 'Who is called when an alarm goes off', true),
          ],
          {
            hint: 'Telecare that calls for help needs somebody to call: name them, with their agreement.',
            known: [
              { list: 'triage', question: 'helpOffered', beside: true },
              { list: 'set-up', question: 'supportService', beside: true },
              { list: 'assessment', question: 'telecare', beside: true },
              { list: 'assessment', question: 'telecareContacts', beside: true },
              { list: 'carer-assessment', question: 'supportWanted', beside: true },
              ...carerToldBeside('supportWanted'),
              { ...asLastTime('help'), beside: true },
            ],
            law: [law.confirmed('What prevents, reduces or delays needs is offered.', 'Care Act 2014 s.2(1)')],
            copy: 'What you wanted, and what we did',
            meets: ['CV12', 'CV13', 'CV14', 'CV15', 'CV26', 'CV27', 'CV28'],
          },
        ),
      ]),
    ]),
  ],
});
