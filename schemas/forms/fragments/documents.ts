import type { Section } from '../../form-language.ts';

/** Evidence that somebody may send with an application. Nobody has to: a letter can be shown later, and a decision never waits for it. */
export const documentsSection: Section = {
  id: 'documents',
  title: 'Add documents',
  hint: 'You do not have to.',
  pages: [
    {
      id: 'documents',
      questions: [
        {
          id: 'documents',
          type: 'file',
          label: 'Add photos or documents',
          name: 'Documents',
          hint: 'You can add photos or PDFs, for example a letter from a doctor or hospital. You do not have to.',
          error: 'Upload a photo or a PDF',
          optional: true,
          easyRead: { label: 'Do you want to show us letters or photos?', picture: 'paper' },
        },
      ],
    },
  ],
};
