import type { Page } from '../../form-language.ts';
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

/** What of a carer's answers the person cared for may be told: some of it is said because they do not hear it. */
export const tellPersonCaredFor = ask.long(
  'tellPersonCaredFor',
  'What the person cared for may be told',
  'What may we tell {cared:them}?',
  {
    hint: 'Leave it blank if we may tell them all of it. Answers about safety are never told.',
    error: 'Tell us what the person cared for may be told',
    optional: true,
    when: when('shareWith', 'person-cared-for'),
    maxLength: 2000,
    easyRead: { label: 'What can we tell {cared:them}?', picture: 'share' },
  },
);

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

/**
 * What everybody is told before they sign. It is not asked: the law gives us the task, so nobody is made to agree to it. UK GDPR art
 * 6(1)(c) and (e), 9(2)(h).
 */
export const howWeUseIt = [
  'We keep what this form says. We use it to look at needs and to arrange support. That is our task by law. Our privacy notice says more.',
];

export const declaration = ask.sign('declaration', 'Signature', 'Sign by typing your own full name', {
  hint: 'By signing you say that {signing}.',
  error: 'Type the full name to sign',
  about: 'typist',
  easyRead: { label: 'Type your name to sign', picture: 'sign' },
  autocomplete: 'name',
});

/** Copies and the signature of whoever types, in their role: nobody signs as another. Care Act 2014 s.12(3). */
export const signPage: Page = page('sign', 'Sign', [copyBy, declaration], { guidance: howWeUseIt });
