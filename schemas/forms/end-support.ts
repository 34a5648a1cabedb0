import type { Form } from '../form-language.ts';
import { ask, page } from './fragments/build.ts';

/** A wish that support ends, told to the key worker, who speaks with the person first: it ends nothing by itself. Care Act 2014 s.11(2). */
export const endSupport: Form = {
  id: 'end-support',
  version: 1,
  title: 'Ask for your support to end',
  audience: 'public',
  intro: ['Your support goes on for now. We talk with you first.', 'You can change your mind at any time.'],
  send: 'Send this to us',
  exits: [],
  sections: [
    {
      id: 'the-wish',
      title: 'Tell us what you want',
      pages: [
        page('wish', 'What you want', [
          ask.long('endWhy', 'Why', 'Why do you want your support to end?', {
            hint: 'You do not have to say why.',
            optional: true,
          }),
        ]),
      ],
    },
  ],
};
