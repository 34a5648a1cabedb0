import type { Form } from '../form-language.ts';
import { ask, page, when } from './fragments/build.ts';

/**
 * What the complaints manager records about a complaint, up to the signed answer. SI 2009/309 regs 13 and 14.
 *
 * The days by which to acknowledge and to answer are worked out from the day of receipt, not asked.
 */
export const complaintResponse: Form = {
  id: 'complaint-response',
  version: 1,
  title: 'Answer to a complaint',
  audience: 'staff',
  minutes: 30,
  intro: ['Say how the complaint was looked at, what was found and what is done about it.'],
  send: 'Record the answer',
  exits: [],
  sections: [
    {
      id: 'handling',
      title: 'Record how it was handled',
      pages: [
        page('acknowledgement', 'Acknowledgement', [
          ask.date('complaintReceivedOn', 'Date received', 'When was it received?', { range: 'past-or-today' }),
          ask.date('acknowledgedOn', 'Date acknowledged', 'When was it acknowledged?', { range: 'past-or-today' }),
          ask.yesno('handlingDiscussed', 'Talk offered', 'Was a talk about handling and time offered?'),
          ask.date('agreedAnswerOn', 'Agreed date for the answer', 'By when was the answer agreed?', {
            optional: true,
          }),
        ]),
        page('late', 'Time limits', [
          ask.yesno(
            'complaintLate',
            'Made late',
            'Was it made more than 12 months after the event or after noticing it?',
          ),
          ask.choice(
            'complaintLateDecision',
            'If made late',
            'Is it looked at all the same?',
            [
              ['looked-at', 'Yes: there is good reason, and it is still fair'],
              ['not-looked-at', 'No'],
            ],
            { when: when('complaintLate', 'yes'), meets: ['SI 2009/309 reg 12'] },
          ),
        ]),
      ],
    },
    {
      id: 'response',
      title: 'Write the answer',
      pages: [
        page('findings', 'Findings', [
          ask.choice('complaintOutcome', 'Outcome', 'What is the outcome?', [
            ['upheld', 'Upheld'],
            ['partly-upheld', 'Partly upheld'],
            ['not-upheld', 'Not upheld'],
          ]),
          ask.long('complaintConsidered', 'How it was considered', 'How was it considered?'),
          ask.long('complaintFindings', 'Findings', 'What was found?'),
          ask.long('complaintRemedy', 'Remedy', 'What is done to put it right?', {
            when: when('complaintOutcome', 'upheld', 'partly-upheld'),
          }),
          ask.yesno('ombudsmanExplained', 'Ombudsman explained', 'Does the answer say how to go to the ombudsman?'),
          ask.sign('responsibleSigns', 'Signature', 'The responsible person signs by typing their full name'),
        ]),
      ],
    },
  ],
};
