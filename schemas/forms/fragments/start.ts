import type { Exit, Page } from '../../form-language.ts';
import { ask, page, when } from './build.ts';

/** The question before every public form: danger and abuse are never handled by a form (Care Act 2014 s.42; L23). */
export const startPages: Page[] = [
  page(
    'start-check',
    'Danger and abuse',
    [
      ask.choice(
        'reportAbuse',
        'Danger, abuse or neglect',
        'Is anyone in danger, or being hurt or neglected?',
        [
          ['no', 'No', 'no'],
          ['danger', 'Yes, someone is in danger now', 'danger'],
          ['yes', 'Yes, and we should be told about it', 'worried-person'],
        ],
        {
          hint: 'Abuse can be hurting someone, taking their money, making them do what they do not want, or not giving them the care they need.',
          error: 'Select whether anyone is in danger, or being hurt or neglected',
          about: 'typist',
          easyRead: { label: 'Is someone in danger, or being hurt?', picture: 'danger' },
          meets: ['L23'],
        },
      ),
    ],
    { sensitive: true },
  ),
];

/** Where that question leads. */
export const startExits: Exit[] = [
  {
    id: 'immediate-danger',
    when: when('reportAbuse', 'danger'),
    title: 'Call 999 now.',
    body: ['Ask for the police or an ambulance. You can come back to this form when everyone is safe.'],
    action: 'call-999',
  },
  {
    id: 'report-abuse',
    when: when('reportAbuse', 'yes'),
    title: 'Call our safeguarding team about it now.',
    body: [
      'You need not be sure. Tell them what you saw or heard, and they will tell you what happens next.',
      'We ask you to call since it is quicker than this form. You can come back to the form afterwards.',
    ],
    action: 'report-abuse',
  },
];

/** What cannot wait for an assessment, in nobody’s name. Care Act 2014 s.19(3). */
export const urgentOptions = [
  ['carer-cannot-continue', 'A carer cannot go on', 'carer'],
  ['no-food-heat-or-medicine', 'No food, heat or medicine', 'meal'],
  [
    'leaving-hospital',
    'Leaving hospital in the next 48 hours',
    'hospital',
    { easy: 'Leaving hospital in the next 2 days' },
  ],
  ['other', 'Something else is urgent', 'alarm'],
] as const;

/** What makes an application urgent. */
export const urgentQuestion = ask.multi(
  'urgent',
  'Urgent',
  'Is any of this happening now?',
  [...urgentOptions, ['none', 'None of these', 'none']],
  {
    error: 'Select what is happening now, or none of these',
    alone: 'none',
    easyRead: { label: 'Is any of this happening now?', picture: 'clock' },
    meets: ['s.19(3)'],
  },
);

/** The same with the shorter way to ask for help now. */
export const urgentPage: Page = page(
  'urgent',
  'Anything urgent',
  [
    urgentQuestion,
    ask.text('urgentDetail', 'What is urgent', 'What is urgent?', {
      when: when('urgent', 'other'),
      error: 'Tell us what is urgent',
      easyRead: { label: 'What must happen soon?', picture: 'alarm' },
    }),
  ],
  { links: [{ path: 'forms/help-now', text: 'Ask for help now, in a few minutes' }] },
);
