import { type NotTaken, notTakenWords } from '../pages/document-pages.ts';

/** What the page shows on which a document is added to a case. */
export const documentAddView = ({
  upload,
  refused,
  most,
  back,
}: {
  readonly upload: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
  readonly refused: NotTaken | undefined;
  readonly most: number;
  readonly back: string;
}) => ({
  back,
  upload: { url: upload.url, fields: Object.entries(upload.fields).map(([name, value]) => ({ name, value })) },
  error: refused ? notTakenWords(refused, most) : '',
});
