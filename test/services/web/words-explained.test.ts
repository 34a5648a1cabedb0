import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { staffMailTemplate } from '../../../schemas/mail.ts';
import { explainingWords } from '../../../services/web/words-explained.ts';
import { type Copy, heading, text, withWordsExplained } from '../../../templates/documents/document.ts';
import { copyPdf } from '../../../templates/documents/pdf.ts';
import { personEmail } from '../../../templates/emails/emails.ts';
import { aCouncil } from '../../support/a-council.ts';
import { published } from '../../support/published.ts';
import { everyCouncilHere, everyEmail, informationPages, mailOf, otherPages } from '../../templates/every-page.ts';
import { readableText } from '../../templates/page-inputs.ts';

const shown = (body: string, council = aCouncil({}, 'warwickshire')) =>
  explainingWords(council, { status: 200, type: 'text/html; charset=utf-8', body }).body;
const page = (words: string) => `<html lang="en-GB"><main><p>${words}</p><!-- words --></main>`;

describe('the words of a council', () => {
  it('are explained on each page where they stand, once, and no other word is', () => {
    const html = shown(page('Your personal budget. The personal budgets. A review.'));

    expect(html.match(/<details/g)).toHaveLength(1);
    expect(html.match(/<dt>Personal budget<\/dt>/gi)).toHaveLength(1);
    expect(html).not.toContain('<dt>Universal services</dt>');
  });

  it('are left alone where none stands, where the council explains none, and where all are explained', () => {
    const plain = page('A cup of tea.');
    const budget = page('Your personal budget.');

    expect(shown(plain)).toBe(plain);
    expect(shown(budget, aCouncil({ glossary: undefined }))).toBe(budget);
    expect(shown(budget.replace('<p>', '<h2 id="words"></h2><p>'))).not.toContain('<details');
  });

  it('stand explained on Warwickshire’s own start page', () => {
    const warwickshire = aCouncil({}, 'warwickshire');

    expect(shown(informationPages(warwickshire)['start'] ?? '')).toContain('What the words on this page mean');
  });
});

/** What is a council's own: its name, how to reach it, and a term of its own that no other council uses. */
const ownOf = (council: (typeof everyCouncilHere)[number]): string[] => {
  const { name, contact, terms } = council;
  const others = everyCouncilHere.filter(({ slug }) => slug !== council.slug);
  const own = [
    name,
    contact.phone,
    contact.email,
    contact.textRelay,
    contact.url,
    // A council that is made of answers may call its workers by a word that every page has.
    ...(published.has(council.slug) ? [terms.worker, terms.keyWorker, terms.team] : []),
  ];
  return own.flatMap((one) =>
    one !== undefined && !others.some((other) => JSON.stringify(other).toLowerCase().includes(one.toLowerCase()))
      ? [one]
      : [],
  );
};

/** What a copy says, drawn as the PDF that a person keeps, in the words of one council. */
const pdfOf = async (council: (typeof everyCouncilHere)[number]): Promise<string> => {
  const { terms, name: councilName } = council;
  const copy: Copy = {
    id: 'work.x',
    title: 'Our decision',
    councilName,
    reference: 'K7M-29QX-T4F',
    facts: [{ label: 'Your worker', value: terms.worker }],
    blocks: [
      heading('What happens next'),
      ...text(`Your ${terms.keyWorker} plans with you. ${council.notices.review}`),
    ],
  };
  const bytes = await copyPdf(withWordsExplained(copy, council), new Date(0), council);
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages = Array.from({ length: pdf.numPages }, async (_, at) => {
    const { items } = await (await pdf.getPage(at + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join(' ');
  });
  return (await Promise.all(pages)).join(' ').replaceAll(/\s+/g, ' ');
};

/** Everything that a council says: pages, mails to people and to staff, and a PDF. */
const saidBy = async (council: (typeof everyCouncilHere)[number]): Promise<Record<string, string>> => ({
  ...informationPages(council),
  ...otherPages(council),
  ...everyEmail(council),
  'a PDF': await pdfOf(council),
});

const foreignIn = (texts: Record<string, string>, others: readonly string[]): string[] =>
  Object.entries(texts)
    // The page of all councils names each.
    .filter(([name]) => name !== 'councils')
    .flatMap(([name, markup]) => {
      const said = readableText(markup);
      return others.filter((one) => said.includes(one)).map((one) => `${name}: ${one}`);
    });

describe('a page, a mail to people or staff and a PDF', () => {
  const othersThan = (council: (typeof everyCouncilHere)[number]) =>
    everyCouncilHere.filter(({ slug }) => slug !== council.slug).flatMap(ownOf);

  it.each(everyCouncilHere)('of $slug show no name, phone, address or term of another council', async (council) => {
    const others = othersThan(council);

    expect(others.length).toBeGreaterThan(8);
    expect(foreignIn(await saidBy(council), others)).toEqual([]);
  });

  it('would be found with a word of another council in it, in each kind', async () => {
    const council = aCouncil({}, 'leicestershire');
    const [foreign = ''] = othersThan(council);
    const said = await saidBy({ ...council, name: `${council.name} ${foreign}` });
    const kinds = new Set(foreignIn(said, [foreign]).map((one) => one.split(':')[0]));

    for (const kind of ['a PDF', 'application-received', 'confirm-address', 'task-opened', 'overdue-digest', 'start']) {
      expect(kinds).toContain(kind);
    }
  });
});

describe('the words of a council that are read away from its pages', () => {
  const warwickshire = aCouncil({}, 'warwickshire');
  const mail = (of: typeof warwickshire): Record<string, string> => ({
    ...everyEmail(of),
    html: personEmail('budget-fixed', mailOf(of)).html,
  });

  it('are explained in each mail and PDF in which they stand, once, and in no other', async () => {
    const glossary = [
      { term: 'Reference', meaning: 'The number of your request.' },
      { term: 'Zebra crossing', meaning: 'A place to cross a road.' },
    ];
    const own = { ...warwickshire, glossary };
    for (const said of [mail(own)['application-received'] ?? '', mail(own)['html'] ?? '']) {
      expect(said.match(/The number of your request\./g)).toHaveLength(1);
      expect(said).not.toContain('A place to cross a road');
    }
    expect(mail({ ...own, glossary: undefined })['application-received']).not.toContain('What the words mean');
    expect(await pdfOf({ ...own, notices: { ...own.notices, review: 'A zebra crossing.' } })).toContain(
      'What the words mean • Zebra crossing: A place to cross a road.',
    );
  });

  it('are not explained to staff, who know them', () => {
    for (const name of staffMailTemplate.options)
      expect(everyEmail(warwickshire)[name]).not.toContain('What the words mean');
  });
});
