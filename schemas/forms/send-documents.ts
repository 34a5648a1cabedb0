import type { Form } from '../form-language.ts';
import { ask } from './fragments/build.ts';

/** Documents that somebody sends while their case runs, with no question asked. */
export const sendDocuments: Form = {
  id: 'send-documents',
  version: 1,
  title: 'Send us documents',
  audience: 'public',
  intro: ['You can send us photos or PDFs, for example a letter from a doctor or hospital.'],
  send: 'Send these documents',
  exits: [],
  sections: [
    {
      id: 'documents',
      title: 'Documents',
      pages: [
        {
          id: 'documents',
          questions: [ask.file('documents', 'Documents', 'Which documents do you want to send?', { maxFiles: 20 })],
        },
      ],
    },
  ],
};
