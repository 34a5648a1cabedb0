import { describe, expect, it } from 'vitest';
import { pagesThatApply } from '../../domain/forms/forms.ts';
import { pageByPage } from '../../domain/forms/page-by-page.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { caseDocumentsPage, documentQuestionPage, type NotTaken } from '../../templates/pages/document-pages.ts';
import { readingAge } from '../support/reading-age.ts';
import { everyCouncilHere } from './every-page.ts';
import { codeInPage, htmlFaults } from './html-faults.ts';

const [council] = everyCouncilHere;
if (council === undefined) throw new Error('There is no council');
const form = pageByPage(needsAssessment);
const visit = pagesThatApply(form, {}).find(({ page }) => page.id === 'documents');
if (visit === undefined) throw new Error('The form has no page for documents');

const upload = {
  url: 'https://careway-documents.s3.eu-west-2.amazonaws.com/',
  fields: { key: 'incoming/a', Policy: 'e30=', success_action_redirect: 'https://care.example/a?b=c&d=e' },
};
const held = [
  { id: 'a', name: 'Rose’s <b>letter</b> & "more".pdf', size: '81 KB' },
  { id: 'b', name: `${'x'.repeat(100)}.jpg`, size: '2.4 MB' },
];
const question = (rest: Partial<Parameters<typeof documentQuestionPage>[0]> = {}) =>
  documentQuestionPage({
    council,
    form,
    visit,
    values: {},
    problems: [],
    csrf: 'c',
    seen: 's',
    back: '/',
    change: false,
    held: [],
    most: 10,
    upload,
    refused: undefined,
    ...rest,
  });
const ofCase = (rest: Partial<Parameters<typeof caseDocumentsPage>[0]> = {}) =>
  caseDocumentsPage({
    council,
    reference: 'K7M-29QX-T4F',
    csrf: 'c',
    submissionKey: 'k',
    given: [],
    held: [],
    most: 20,
    closed: false,
    upload,
    refused: undefined,
    ...rest,
  });
const given = (['clear', 'being-checked', 'not-safe', 'not-checked'] as const).map((scan, index) => ({
  id: String(index),
  name: `Letter ${index}.pdf`,
  size: '81 KB',
  on: 'Monday 5 January 2026',
  scan,
}));
const everyReason: NotTaken[] = ['none-chosen', 'empty', 'too-large', 'wrong-type', 'too-many', 'same'];

const pages: Record<string, string> = {
  'a form’s documents, none yet': question(),
  'a form’s documents, two': question({ held, change: true }),
  'a form’s documents, as many as may be': question({ held, most: 2, upload: undefined }),
  'a form’s documents, missing': question({ problems: [{ field: 'documents', message: 'Upload a photo or a PDF' }] }),
  'a form’s documents in Easy Read': question({ easyRead: true }),
  ...Object.fromEntries(everyReason.map((refused) => [`a form’s documents, ${refused}`, question({ held, refused })])),
  'a case’s documents, none': ofCase(),
  'a case’s documents, of every kind': ofCase({ given, held }),
  'a case’s documents, as many as may wait': ofCase({ held, upload: undefined }),
  'a case’s documents, refused': ofCase({ given, refused: 'wrong-type' }),
  'a closed case’s documents': ofCase({ given, closed: true, upload: undefined }),
};

describe.each(Object.entries(pages))('%s', (_, html) => {
  it('is valid HTML without code in it', async () => {
    expect(await htmlFaults(html)).toEqual([]);
    expect(html).not.toMatch(codeInPage);
  });

  it('is read at the age of 9', () => {
    expect(readingAge(html, [council.name, council.contact.name]).age).toBeLessThanOrEqual(9);
  });
});

describe('a page with documents', () => {
  it('shows a file’s name as text, whatever stands in it', () => {
    expect(pages['a form’s documents, two']).toContain(
      'Rose’s &lt;b&gt;letter&lt;/b&gt; &amp; &quot;more&quot;.pdf<br>',
    );
    expect(pages['a form’s documents, two']).not.toContain('<b>letter');
  });

  it('has the file as the last field of its form, since S3 reads none after it', () => {
    const [, inside = ''] = /<form[^>]*multipart[^>]*>([\s\S]*?)<\/form>/.exec(question()) ?? [];
    const inputs = [...inside.matchAll(/<input[^>]*name="([^"]+)"/g)].map(([, name]) => name);

    expect(inputs).toEqual(['key', 'Policy', 'success_action_redirect', 'file']);
  });

  it.each(everyReason)('says of %s what to do, in the summary, at the field and in the title', (refused) => {
    const html = question({ refused });
    const [, said = ''] = /<a href="#documents">([^<]+)<\/a>/.exec(html) ?? [];

    expect(said).toMatch(/^(Choose|The file|You )/);
    expect(html.split(said)).toHaveLength(3);
    expect(html).toContain('<title>Error: ');
  });

  it('links only what may be had, and says why of the others', () => {
    const html = ofCase({ given });

    expect([...html.matchAll(/<a class="govuk-link" href="[^"]*\/documents\/(\w)"/g)].map(([, id]) => id)).toEqual([
      '0',
    ]);
    expect(html).toContain('We are checking it');
  });
});
