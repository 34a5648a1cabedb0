import { describe, expect, it } from 'vitest';
import { documentName, documentsIn, readableSize } from '../../../domain/forms/documents.ts';
import type { HeldDocument } from '../../../schemas/documents.ts';
import { isoInstant } from '../../../schemas/scalars.ts';
import { aForm, textQuestion } from '../../support/small-forms.ts';

describe('documentName', () => {
  it.each([
    { given: 'letter.pdf', is: 'letter.pdf' },
    { given: 'IMG_1.JPG', is: 'IMG_1.jpg' },
    { given: 'C:\\Users\\Rose\\scans\\letter.pdf', is: 'letter.pdf' },
    { given: '../../etc/passwd', is: 'passwd.pdf' },
    { given: '/home/rose/.pdf', is: 'pdf.pdf' },
    { given: 'evil.exe', is: 'evil.exe.pdf' },
    { given: 'Rose’s “best” letter.pdf', is: 'Rose’s “best” letter.pdf' },
    { given: 'a%22b%22.pdf', is: 'a"b".pdf' },
    { given: 'Zdravotní zpráva – 健康.pdf', is: 'Zdravotní zpráva – 健康.pdf' },
    { given: 'invoice\u202Efdp.exe', is: 'invoicefdp.exe.pdf' },
    { given: 'a\u0000b\r\nc\u200B.pdf', is: 'ab c.pdf' },
    { given: '', is: 'document.pdf' },
    { given: '  ', is: 'document.pdf' },
    { given: '...', is: 'document.pdf' },
  ])('shows “$given” as “$is”', ({ given, is }) => {
    const type = /jpg$/i.test(given) ? 'image/jpeg' : 'application/pdf';

    expect(documentName(given, type)).toBe(is);
  });

  it('keeps 100 characters of a longer name, and its ending', () => {
    expect(documentName(`${'é'.repeat(300)}.pdf`, 'application/pdf')).toBe(`${'é'.repeat(100)}.pdf`);
  });

  it.each(['heic', 'heif'] as const)('lets an iPhone’s photo end in %s', (ending) => {
    expect(documentName(`IMG_7.${ending}`, 'image/heic')).toBe(`IMG_7.${ending}`);
  });
});

describe('readableSize', () => {
  it.each([
    [1, '1 KB'],
    [1023, '1 KB'],
    [348_160, '340 KB'],
    [1_022_000, '998 KB'],
    [1_048_576, '1 MB'],
    [2_516_582, '2.4 MB'],
    [10_485_760, '10 MB'],
  ])('says %d bytes as %s', (bytes, words) => {
    expect(readableSize(bytes)).toBe(words);
  });
});

describe('documentsIn', () => {
  const proof = {
    id: 'proof',
    type: 'file',
    label: 'Upload proof',
    name: 'Proof',
    error: 'Upload a document',
    maxFiles: 2,
  } as const;
  const form = aForm([textQuestion('firstName'), proof]);
  const held: HeldDocument = {
    id: 'a'.repeat(22),
    name: 'letter.pdf',
    size: 10,
    type: 'application/pdf',
    sha256: 'x',
    addedAt: isoInstant.parse('2026-01-05T10:00:00.000Z'),
  };

  it('gives the documents of the answers, and tells of an id that is not held', () => {
    const found = documentsIn(form, { firstName: 'Rose', proof: [held.id, 'b'.repeat(22)] }, [held]);

    expect(found).toEqual([
      { question: proof, id: held.id, document: held },
      { question: proof, id: 'b'.repeat(22), document: undefined },
    ]);
  });

  it('gives none where the question is not answered', () => {
    expect(documentsIn(form, { firstName: 'Rose' }, [held])).toEqual([]);
  });
});
