import type { Exit, Page } from '../../form-language.ts';
import { ask, type Pairs, page, when } from './build.ts';

const others = {
  carer: ['carer', 'The carer', 'carer'],
  'person-cared-for': ['person-cared-for', 'The person cared for', 'person'],
} as const;

/** @param other who else is named, beside those that everybody is asked about */
export const shareWith = (other: keyof typeof others) => {
  const pairs: Pairs = [
    ['gp', 'GP', 'doctor', { easy: 'The doctor' }],
    ['nhs', 'Other NHS services', 'hospital'],
    others[other],
    ['family', 'Family', 'family'],
    ['provider', 'Paid support workers', 'work'],
    ['housing', 'Landlord or housing service', 'landlord'],
    ['other', 'Someone else', 'friends'],
    ['nobody', 'Nobody', 'none'],
  ];
  return ask.multi('shareWith', 'Share with', 'Who can we share this with?', pairs, {
    error: 'Select who we can share this with, or nobody',
    alone: 'nobody',
    easyRead: { label: 'Who can we talk to about it?', picture: 'share' },
  });
};

export const shareLimits = ask.long(
  'shareLimits',
  'Limits on sharing',
  'Is there anything we must not share, or anyone we must not tell?',
  {
    error: 'Tell us what we must not share',
    optional: true,
    maxLength: 2000,
    easyRead: { label: 'What must we not say? Who must we not tell?', picture: 'no' },
  },
);

export const sharingPage = (other: keyof typeof others): Page =>
  page('sharing', 'Sharing', [shareWith(other), shareLimits]);

export const copyBy = ask.choice(
  'copyBy',
  'Copy sent by',
  'How should we send {your} copy?',
  [
    ['account', 'On this website, after signing in', 'computer'],
    ['email', 'Email', 'email'],
    ['post', 'Post', 'letter'],
    ['chosen-format', 'In the format that was asked for', 'choose'],
  ],
  {
    hint: 'A copy of this form, and of the assessment.',
    error: 'Select how we should send the copy',
    easyRead: { label: 'How should we send {your} copy?', picture: 'paper' },
  },
);

export const useMyInformation = ask.yesno(
  'useMyInformation',
  'Record and use the information',
  'Can we record and use what you tell us?',
  {
    hint: 'We use it to look at needs and arrange support. Our privacy notice says more.',
    error: 'Select yes if we can record and use the information',
    about: 'typist',
    easyRead: { label: 'Can we write down and use what you tell us?', picture: 'write-down' },
  },
);

export const declaration = ask.sign('declaration', 'Signature', 'Sign by typing your full name', {
  hint: 'By signing you say that {signing}.',
  error: 'Type the full name to sign',
  about: 'typist',
  easyRead: { label: 'Type your name to sign', picture: 'sign' },
  autocomplete: 'name',
});

/** Copies and the signature of whoever types, in their role: nobody signs as another. Care Act 2014 s.12(3). */
export const signPage: Page = page('sign', 'Sign', [copyBy, useMyInformation, declaration]);

/** Nothing is recorded against a person's word: they are asked to talk to us instead. */
export const consentExit: Exit = {
  id: 'information-not-to-be-used',
  when: when('useMyInformation', 'no'),
  title: 'Talk to us first.',
  body: ['We cannot take this form without recording what you tell us. Call us, and we will find another way to help.'],
  action: 'contact-us',
};
