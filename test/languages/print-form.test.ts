import { describe, expect, test } from 'vitest';
import { questionsOf } from '../../schemas/form-language.ts';
import { applicationForms } from '../../schemas/forms/application-forms.ts';
import { writtenIn } from '../../schemas/say.ts';
import { councilSlug } from '../../schemas/scalars.ts';
import { translatedForm } from '../../schemas/translated-form.ts';
import { createCouncils } from '../../services/runtime/councils.ts';
import { readLanguage } from '../../services/runtime/languages.ts';
import { paperNumbers, printFormPage } from '../../templates/pages/print-form.ts';
import { englishLeftOn, pseudoLanguage } from './pseudo.ts';

const councils = createCouncils([councilSlug.parse('leicestershire'), councilSlug.parse('coventry')]);
const council = councils.known('leicestershire');
const printed = (id: string, more: Partial<Parameters<typeof printFormPage>[0]> = {}) => {
  const form = applicationForms.get(id);
  if (form === undefined) throw new Error(id);
  return printFormPage({ council, form, time: 'about 10 minutes', voice: 'me', large: false, ...more });
};
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe.each([...applicationForms])('the paper version of “%s”', (id, form) => {
  test.each(['me', 'helper'] as const)('asks every question once, numbered in order, to %s', (voice) => {
    const html = printed(id, { voice });
    const asked = [...html.matchAll(/data-question="(\w+)"/g)].map(([, question]) => question);
    expect(asked).toEqual(questionsOf(form).map(({ question }) => question.id));
    const shown = [...html.matchAll(/<strong>(\d+)\. /g)].map(([, number]) => Number(number));
    expect(shown).toEqual([...paperNumbers(form).values()]);
  });

  test('says of every question that waits for an answer for which, and where to go on', () => {
    const text = textOf(printed(id));
    const covered = new Set<number>();
    for (const [, one, from, to] of text.matchAll(
      /Only answer questions? (?:(\d+) if|(\d+) to (\d+) if) (?=you (?:ticked|wrote))/g,
    )) {
      const [first, last] = one ? [Number(one), Number(one)] : [Number(from), Number(to)];
      for (let number = first; number <= last; number += 1) covered.add(number);
    }
    const waiting = questionsOf(form).flatMap(({ page, question }, index) =>
      page.when || question.when ? [index + 1] : [],
    );
    expect([...covered].sort((a, b) => a - b)).toEqual(waiting);
    expect(text.match(/If not, go to (question \d+|the end)\./g) ?? []).toHaveLength(
      text.match(/Only answer question/g)?.length ?? 0,
    );
  });

  test('says where it stops, and has a place to sign', () => {
    const html = printed(id);
    for (const exit of form.exits) expect(textOf(html)).toContain(exit.title.replaceAll("'", '&#39;'));
    expect(html).toContain('Signature');
  });
});

test('a council without an address for post is asked for it, one with it is named', () => {
  const without = { ...council, contact: { ...council.contact, post: undefined } };
  const { post: _none, ...contact } = without.contact;
  expect(printed('needs-assessment', { council: { ...council, contact } })).toContain(
    'Ask us for the address before you send it',
  );
  const post = ['County Hall', 'Town'];
  expect(printed('needs-assessment', { council: { ...council, contact: { ...contact, post } } })).toContain(
    'County Hall, Town',
  );
});

test('is printed in large letters and in each language', () => {
  expect(printed('needs-assessment', { large: true })).toContain('careway-paper--large');
  const file = pseudoLanguage(council, applicationForms.values(), { tag: 'ar', direction: 'rtl' });
  const words = readLanguage('leicestershire', 'ar', file);
  const left = [...applicationForms.values()].flatMap((form) =>
    writtenIn(words, () =>
      englishLeftOn(
        printFormPage({ council, form: translatedForm(form, words), time: '10', voice: 'helper', large: false }),
        [
          council.name,
          ...Object.values(council.contact)
            .flat()
            .filter((one) => typeof one === 'string'),
          'GOV.UK',
          'LE1 3PT',
          'name@example.com',
        ],
      ),
    ),
  );
  expect(left).toEqual([]);
});
