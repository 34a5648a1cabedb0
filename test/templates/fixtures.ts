import leicestershire from '../../councils/leicestershire/council.json' with { type: 'json' };
import { timeForForm, timeInWords } from '../../domain/forms/time-needed.ts';
import { council as councilSchema } from '../../schemas/council.ts';
import { type EligibilityIndication, eligibilityIndication } from '../../schemas/eligibility.ts';
import { type Form, form } from '../../schemas/form-language.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { referral } from '../../schemas/forms/referral.ts';
import type { PersonMail, StaffMail } from '../../schemas/mail.ts';
import { caseFormPage } from '../../templates/pages/case-pages.ts';

export const council = councilSchema.parse(leicestershire);

/** A form on one page, as the forms of a case are. */
export const formPage = (
  of: Pick<Parameters<typeof caseFormPage>[0], 'form' | 'values' | 'problems' | 'exits' | 'submissionKey'>,
) => caseFormPage({ council, reference: 'K7M-29QX-T4F', csrf: '', part: 'ask/query', ...of });

/** A form with a question of every kind, conditions of every kind, and words that would break HTML if they were not escaped. */
export const everyKind: Form = form.parse({
  id: 'every-kind',
  version: 1,
  title: 'Every kind of question',
  audience: 'public',
  intro: [],
  send: 'Send it',
  answering: { question: 'who', subject: { is: ['me'], unnamed: 'the person', name: 'name' } },
  exits: [
    {
      id: 'danger',
      when: { question: 'danger', is: ['yes'] },
      title: 'Get help now',
      body: ['Do not send this form.'],
      action: 'call-999',
    },
  ],
  sections: [
    {
      id: 'first',
      title: 'First things',
      hint: 'Start here.',
      pages: [
        { id: 'danger', questions: [asked('danger', 'yesno', 'Is anyone in danger?')] },
        {
          id: 'who',
          questions: [
            {
              ...asked('who', 'choice', 'Who is this for?'),
              options: [
                { value: 'me', label: 'Me <b>myself</b>' },
                { value: 'helper', label: 'Someone else', hint: 'Say who & how.' },
              ],
            },
          ],
        },
        {
          id: 'words',
          title: 'Your words',
          guidance: ['Write as you like.'],
          questions: [
            asked('name', 'text', 'What is {your} name?'),
            { ...asked('story', 'long', 'What happened?'), hint: 'Take "your" time.' },
          ],
        },
        {
          id: 'numbers',
          title: 'Numbers',
          when: { question: 'who', is: ['me', 'helper'] },
          questions: [
            asked('born', 'date', 'When were you born?'),
            { ...asked('hours', 'num', 'How many hours?'), min: 0, max: 168, unit: 'hours' },
            { ...asked('rent', 'money', 'What is your rent?'), per: 'week' },
          ],
        },
        {
          id: 'contact',
          title: 'Contact',
          questions: [
            { ...asked('email', 'email', 'What is your email?'), optional: true },
            asked('phone', 'phone', 'What is your phone?'),
            asked('postcode', 'postcode', 'What is your postcode?'),
            asked('nhs', 'nhsno', 'What is your NHS number?'),
            asked('nino', 'nino', 'What is your National Insurance number?'),
          ],
        },
        {
          id: 'many',
          questions: [
            {
              ...asked('meals', 'multi', 'Which meals?'),
              options: [
                { value: 'lunch', label: 'Lunch' },
                { value: 'supper', label: 'Supper' },
                { value: 'none', label: 'None of these' },
              ],
              alone: 'none',
            },
          ],
        },
      ],
    },
    {
      id: 'second',
      title: 'Second things',
      pages: [
        {
          id: 'people',
          when: {
            any: [
              { question: 'danger', is: ['no'] },
              { question: 'meals', is: ['lunch'] },
            ],
          },
          questions: [
            {
              ...asked('people', 'table', 'Who helps you?'),
              hint: 'Family and friends.',
              row: 'person',
              maxRows: 5,
              columns: [
                asked('name', 'text', 'Their name'),
                asked('since', 'date', 'Since when'),
                { ...asked('near', 'yesno', 'Do they live near?'), optional: true },
                {
                  ...asked('kind', 'choice', 'What kind?'),
                  optional: true,
                  options: [
                    { value: 'kin', label: 'Relative' },
                    { value: 'friend', label: 'Friend' },
                  ],
                },
                { ...asked('does', 'long', 'What do they do?'), optional: true },
                { ...asked('paid', 'money', 'What are they paid?'), optional: true },
              ],
            },
          ],
        },
        {
          id: 'last',
          title: 'Last',
          when: {
            all: [
              { question: 'hours', atLeast: 10 },
              { question: 'who', is: ['helper'] },
            ],
          },
          questions: [
            { ...asked('proof', 'file', 'Upload proof'), optional: true },
            asked('signed', 'sign', 'Type your name to sign'),
          ],
        },
      ],
    },
  ],
});

function asked(id: string, type: string, label: string) {
  return { id, type, label, name: `${id.charAt(0).toUpperCase()}${id.slice(1)}`, error: `Answer this: ${label}` };
}

export const anIndication = (possibility: EligibilityIndication['possibility']): EligibilityIndication =>
  eligibilityIndication.parse({
    kind: 'indication',
    possibility,
    heading: 'You may be eligible for support from the council',
    explanation: 'marker-explanation',
    conditions: [
      { condition: 1, answer: 'met', source: 'reg 2(1)(a)', explanation: 'marker-1' },
      { condition: 2, answer: 'not-known', source: 'reg 2(1)(b)', explanation: 'marker-2' },
      { condition: 3, answer: 'not-met', source: 'reg 2(1)(c)', explanation: 'marker-3' },
    ],
    missing: [],
  });

export const personMail: PersonMail = {
  firstName: 'Rose',
  reference: 'K7M-29QX-T4F',
  asked: 'care and support assessment',
  council: {
    name: 'Leicestershire County Council',
    worker: 'Adult Social Care worker',
    keyWorker: 'Key Worker',
    assessment: 'care and support assessment',
    firstBudget: 'estimated budget',
    contactName: 'Adult Social Care',
    phone: '01632 960 001',
    hours: 'Monday to Friday, 9am to 5pm',
    textRelay: '18001 01632 960 001',
    email: 'care@council.example',
    complaintsRole: 'the Customer Relations Manager',
  },
  statusUrl: 'https://careway.example/leicestershire/requests/K7M-29QX-T4F',
  caseUrl: 'https://careway.example/leicestershire/case/sign-in',
  supportUrl: 'https://careway.example/leicestershire/support',
  reviewRequestUrl: 'https://careway.example/leicestershire/review-request',
  carerFormUrl: 'https://careway.example/leicestershire/forms/carers-assessment',
  form: {
    list: 'needs-assessment',
    title: 'Ask for a care and support needs assessment',
    sentOn: 'Monday 5 January 2026',
  },
  targetOn: 'Monday 16 February 2026',
  hearBy: 'Monday 23 February 2026',
  keyWorker: { name: 'Kwame Nowak', word: 'Adult Social Care worker', since: 'Monday 5 January 2026' },
  support: { startsOn: 'Monday 9 March 2026', hasStarted: false },
  review: { kind: 'first', dueOn: 'Tuesday 17 March 2026' },
  waiting: ['application-received', 'decision-made', 'review-coming'],
};

export const staffMail: StaffMail = {
  to: 'Priya',
  councilName: 'Leicestershire County Council',
  tasks: [
    {
      title: 'Triage a request',
      reference: 'K7M-29QX-T4F',
      dueOn: 'Monday 16 February 2026',
      url: 'https://careway.example/leicestershire/staff/tasks/K7M-29QX-T4F.assessment-1.triage-request',
    },
    {
      title: 'Agree a plan',
      reference: 'M3V-8RTC-2WN',
      dueOn: 'Friday 13 February 2026',
      url: 'https://careway.example/leicestershire/staff/tasks/M3V-8RTC-2WN.assessment-1.agree-plan',
    },
  ],
};

/** What a council's start page says of the form besides the council's own words. */
export const startWords = {
  title: needsAssessment.title,
  time: timeInWords(timeForForm(needsAssessment)),
  referralTime: timeInWords(timeForForm(referral)),
};
