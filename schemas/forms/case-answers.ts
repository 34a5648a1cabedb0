import type { Form } from '../form-language.ts';
import { ask, page } from './fragments/build.ts';

const onCase = { version: 1, audience: 'public', intro: [], exits: [] } as const;

/** The person's signature under the record of a review. CB39. */
export const reviewSignature: Form = {
  ...onCase,
  id: 'review-signature',
  title: 'Sign the review',
  intro: [],
  exits: [],
  send: 'Sign the review',
  sections: [
    {
      id: 'signature',
      title: 'Your signature',
      pages: [
        page('signature', 'Your signature', [
          ask.sign('signature', 'Signature', 'Sign by typing your full name', {
            hint: 'If something in it is wrong, do not sign. Ask us about it instead.',
          }),
        ]),
      ],
    },
  ],
};

const phone = {
  id: 'phone',
  type: 'phone',
  label: 'Phone number',
  name: 'Phone number',
  error: 'Enter your phone number',
  optional: true,
  autocomplete: 'tel',
} as const;
const email = {
  id: 'email',
  type: 'email',
  label: 'Email address',
  name: 'Email address',
  hint: 'If you change it, we send a link to the new address. It counts once you have opened the link.',
  error: 'Enter your email address',
  optional: true,
  autocomplete: 'email',
} as const;

/** How to reach the person, and how they want to be told of news. */
export const personDetails: Form = {
  ...onCase,
  id: 'details',
  title: 'Your contact details',
  intro: ['What you change here counts at once. Staff see it.'],
  exits: [],
  send: 'Save',
  sections: [
    {
      id: 'details',
      title: 'How to reach you',
      pages: [
        page('reach', 'How to reach you', [
          ask.text('preferredName', 'Preferred name', 'What do you like to be called?', {
            optional: true,
            autocomplete: 'nickname',
          }),
          phone,
          email,
          ask.long('address', 'Address', 'Address, without the postcode', {
            error: 'Enter your address',
            maxLength: 1000,
            autocomplete: 'street-address',
          }),
          {
            id: 'postcode',
            type: 'postcode',
            label: 'Postcode',
            name: 'Postcode',
            error: 'Enter your postcode',
            autocomplete: 'postal-code',
          },
        ]),
      ],
    },
    {
      id: 'told',
      title: 'How to tell you',
      pages: [
        page('told', 'How to tell you', [
          ask.choice(
            'contactBy',
            'How to be contacted',
            'How do you want to be told when there is news?',
            [
              ['email', 'By email'],
              ['phone', 'By phone'],
              ['post', 'By post'],
            ],
            { error: 'Select how you want to be told', meets: ['CB1'] },
          ),
          ask.multi(
            'formats',
            'Formats',
            'How do you want us to write to you?',
            [
              ['large-print', 'Large print'],
              ['easy-read', 'Easy Read'],
              ['braille', 'Braille'],
              ['audio', 'Audio'],
              ['text-relay', 'Text relay'],
              ['other', 'Another format'],
            ],
            { hint: 'Leave it blank for ordinary letters and emails.', optional: true, meets: ['CB1', 'CV90'] },
          ),
          ask.text('language', 'Language', 'Another language than English', { optional: true, maxLength: 100 }),
        ]),
      ],
    },
  ],
};

/** How to reach whoever helps the person. */
export const helperDetails: Form = {
  ...onCase,
  id: 'details',
  title: 'Your contact details',
  intro: ['These are your own details. The person whom you help changes theirs.'],
  exits: [],
  send: 'Save',
  sections: [{ id: 'details', title: 'How to reach you', pages: [page('reach', 'How to reach you', [phone, email])] }],
};
