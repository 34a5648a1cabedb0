import { describe, expect, it } from 'vitest';
import { staffMailTemplate } from '../../../schemas/mail.ts';
import { explainingWords } from '../../../services/web/words-explained.ts';
import { aCouncil } from '../../support/a-council.ts';
import { everyCouncilHere, everyEmail, informationPages, otherPages } from '../../templates/every-page.ts';
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
    terms.worker,
    terms.keyWorker,
    terms.team,
  ];
  return own.flatMap((one) =>
    one !== undefined && !others.some((other) => JSON.stringify(other).toLowerCase().includes(one.toLowerCase()))
      ? [one]
      : [],
  );
};

describe('a page and a mail', () => {
  it.each(everyCouncilHere)('of $slug show no name, phone, address or term of another council', (council) => {
    const others = everyCouncilHere.filter(({ slug }) => slug !== council.slug).flatMap(ownOf);
    // The page of all councils names each, and the example of a mail to staff is of one.
    const aside: readonly string[] = ['councils', ...staffMailTemplate.options];
    const texts = Object.entries({
      ...informationPages(council),
      ...otherPages(council),
      ...everyEmail(council),
    }).filter(([name]) => !aside.includes(name));
    const found = texts.flatMap(([name, markup]) => {
      const text = readableText(markup);
      return others.filter((one) => text.includes(one)).map((one) => `${name}: ${one}`);
    });

    expect(others.length).toBeGreaterThan(8);
    expect(found).toEqual([]);
  });
});
