import type { Page } from '../../form-language.ts';
import { ask } from './build.ts';

/** Evidence that somebody may send with an application. Nobody has to: a letter can be shown later, and a decision never waits for it. */
export const documentsPage: Page = {
  id: 'documents',
  questions: [
    ask.file('documents', 'Documents', 'Add photos or documents', {
      hint: 'You can add photos or PDFs, for example a letter from a doctor or hospital. You do not have to.',
      error: 'Upload a photo or a PDF',
      optional: true,
      about: 'typist',
      easyRead: { label: 'Do you want to show us letters or photos?', picture: 'paper' },
    }),
  ],
};
