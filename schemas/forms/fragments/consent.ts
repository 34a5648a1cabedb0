import type { Exit, Page } from '../../form-language.ts';

/** Using and sharing what people tell us, copies, and the declaration. Care Act 2014 s.12(3); CV74: family only with consent. */
export const consentPages: Page[] = [
  {
    id: 'use-my-information',
    questions: [
      {
        id: 'useMyInformation',
        type: 'yesno',
        label: 'Can we record and use what you tell us?',
        name: 'Record and use my information',
        hint: 'We use it to look at your needs and arrange support. Our privacy notice tells you more.',
        error: 'Select yes if we can record and use what you tell us',
        easyRead: { label: 'Can we write down and use what you tell us?', picture: 'write-down' },
      },
    ],
  },
  {
    id: 'sharing',
    title: 'Sharing what you tell us',
    questions: [
      {
        id: 'shareWith',
        type: 'multi',
        label: 'Who can we contact and share this with?',
        name: 'Share with',
        error: 'Select who we can share this with, or nobody',
        options: [
          { value: 'gp', label: 'My GP', easyRead: { label: 'My doctor', picture: 'doctor' } },
          { value: 'nhs', label: 'Other NHS services', easyRead: { label: 'Other NHS services', picture: 'hospital' } },
          { value: 'carer', label: 'My carer', easyRead: { label: 'My carer', picture: 'carer' } },
          { value: 'family', label: 'My family', easyRead: { label: 'My family', picture: 'family' } },
          {
            value: 'provider',
            label: 'People who give me paid support',
            easyRead: { label: 'People who are paid to help me', picture: 'work' },
          },
          {
            value: 'housing',
            label: 'My landlord or housing service',
            easyRead: { label: 'My landlord', picture: 'landlord' },
          },
          { value: 'other', label: 'Someone else' },
          { value: 'nobody', label: 'Nobody' },
        ],
        alone: 'nobody',
        easyRead: { label: 'Who can we talk to about you?', picture: 'share' },
        meets: ['CV73', 'CV74'],
      },
      {
        id: 'shareWithOther',
        type: 'text',
        label: 'Who else can we share it with?',
        name: 'Share with someone else',
        error: 'Enter who else we can share this with',
        when: { question: 'shareWith', is: ['other'] },
        easyRead: { label: 'Who else can we talk to?', picture: 'communicate' },
      },
      {
        id: 'shareLimits',
        type: 'long',
        label: 'Is there anything we must not share with them?',
        name: 'Limits on sharing',
        error: 'Tell us what we must not share',
        optional: true,
        maxLength: 2000,
        easyRead: { label: 'Is there something we must not tell them?', picture: 'none' },
      },
      {
        id: 'doNotShareWith',
        type: 'table',
        label: 'Is there anyone we must not share it with?',
        name: 'Do not share with',
        error: 'Enter the name of anyone we must not share it with',
        optional: true,
        row: 'person',
        maxRows: 10,
        columns: [
          { id: 'name', type: 'text', label: 'Name', name: 'Name', error: 'Enter their name' },
          { id: 'why', type: 'text', label: 'Why', name: 'Why', error: 'Tell us why', optional: true },
        ],
        easyRead: { label: 'Is there someone we must not talk to?', picture: 'no' },
      },
    ],
  },
  {
    id: 'copies',
    questions: [
      {
        id: 'copyBy',
        type: 'choice',
        label: 'How should we send you your copy?',
        name: 'Copy sent by',
        hint: 'You get a copy of this form and of your assessment.',
        error: 'Select how we should send you your copy',
        options: [
          {
            value: 'account',
            label: 'In my account on this website',
            easyRead: { label: 'On this website', picture: 'computer' },
          },
          { value: 'email', label: 'Email', easyRead: { label: 'Email', picture: 'email' } },
          { value: 'post', label: 'Post', easyRead: { label: 'A letter', picture: 'letter' } },
          {
            value: 'chosen-format',
            label: 'In the format I asked for',
            easyRead: { label: 'The way I asked for', picture: 'choose' },
          },
        ],
        easyRead: { label: 'How should we send you your copy?', picture: 'paper' },
        meets: ['L26', 'CV34'],
      },
    ],
  },
  {
    id: 'declaration',
    questions: [
      {
        id: 'declaration',
        type: 'sign',
        label: 'Sign by typing your full name',
        name: 'Signature',
        hint: 'By signing you say that what you told us is true as far as you know.',
        error: 'Type your full name to sign',
        easyRead: { label: 'Type your name to sign', picture: 'sign' },
        autocomplete: 'name',
      },
    ],
  },
];

/** Nothing is recorded against a person's word: they are asked to talk to us instead. */
export const consentExit: Exit = {
  id: 'information-not-to-be-used',
  when: { question: 'useMyInformation', is: ['no'] },
  title: 'Talk to us first.',
  body: ['We cannot take this form without recording what you tell us. Call us, and we will find another way to help.'],
  action: 'contact-us',
};
