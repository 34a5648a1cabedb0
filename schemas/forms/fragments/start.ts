import type { Exit, Page } from '../../form-language.ts';

/** The two questions before every public form: danger and abuse are never handled by a form (Care Act 2014 s.42; L23). */
export const startPages: Page[] = [
  {
    id: 'immediate-danger',
    sensitive: true,
    questions: [
      {
        id: 'immediateDanger',
        type: 'yesno',
        label: 'Is anyone in immediate danger?',
        name: 'Immediate danger',
        error: 'Select yes if anyone is in immediate danger',
        easyRead: { label: 'Is anyone in danger now?', picture: 'danger' },
        meets: ['L23'],
      },
    ],
  },
  {
    id: 'report-abuse',
    sensitive: true,
    questions: [
      {
        id: 'reportAbuse',
        type: 'yesno',
        label: 'Do you want to report abuse or neglect?',
        name: 'Report abuse or neglect',
        hint: 'Abuse can be hurting someone, taking their money, or not giving them the care they need.',
        error: 'Select yes if you want to report abuse or neglect',
        easyRead: { label: 'Do you want to tell us that someone is being hurt?', picture: 'worried-person' },
        meets: ['L23', 'CB47'],
      },
    ],
  },
];

/** Where those two questions lead. */
export const startExits: Exit[] = [
  {
    id: 'immediate-danger',
    when: { question: 'immediateDanger', is: ['yes'] },
    title: 'Call 999 now.',
    body: ['Ask for the police or an ambulance. You can come back to this form when everyone is safe.'],
    action: 'call-999',
  },
  {
    id: 'report-abuse',
    when: { question: 'reportAbuse', is: ['yes'] },
    title: 'Report abuse or neglect to our safeguarding team.',
    body: [
      'Do not use this form to report it. Tell our safeguarding team, so that someone looks at it at once.',
      'You can come back to this form afterwards.',
    ],
    action: 'report-abuse',
  },
];
