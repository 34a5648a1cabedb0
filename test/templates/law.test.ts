import { describe, expect, it } from 'vitest';
import type { Form, Question } from '../../schemas/form-language.ts';
import { everyList } from '../support/every-list.ts';
import { lawNamedIn } from '../support/law-named.ts';
import { everyCouncilHere, everyEmail, informationPages, otherPages } from './every-page.ts';
import { readableText } from './page-inputs.ts';

/** Two notices must name their law, and do it at their end, where nobody has to read past it. UK GDPR, article 13(1)(c); SI 2018/952. */
const mustNameIt = ['privacy', 'accessibility'];
const lastSection = /<h2 class="govuk-heading-m" id="law">The law behind this<\/h2>/;

describe('what people read', () => {
  it.each(everyCouncilHere.map((council) => ({ slug: council.slug, council })))(
    'names no law on any page or in any mail of $slug, but at the end of the two notices that must',
    ({ council }) => {
      const pages = { ...informationPages(council), ...otherPages(council), ...everyEmail(council) };
      const found = Object.entries(pages).flatMap(([page, markup]) => {
        const [said = '', law] = markup.split(lastSection);
        expect(law !== undefined, page).toBe(mustNameIt.includes(page));
        return lawNamedIn(readableText(said)).map((words) => `${page}: ${words}`);
      });

      expect(found).toEqual([]);
    },
  );

  const optionsOf = (question: Question): string[] =>
    'options' in question ? question.options.map(({ label }) => label) : [];
  const questions = ({ sections }: Form) => sections.flatMap(({ pages }) => pages.flatMap((page) => page.questions));

  it('names no law in a copy of what staff found: its headings, its answers, its last sentences', () => {
    const copied = everyList.filter(({ copyTitle }) => copyTitle !== undefined);
    const words = copied.flatMap((list) => [
      ...(list.copyEnd ?? []),
      ...questions(list)
        .filter(({ notInCopy }) => !notInCopy)
        .flatMap((question) => [
          question.copy ?? question.name,
          ...optionsOf(question),
          ...(question.type === 'table'
            ? question.columns.flatMap((column) => [column.name, ...optionsOf(column as Question)])
            : []),
        ]),
    ]);

    expect(words.length).toBeGreaterThan(500);
    expect(words.flatMap(lawNamedIn)).toEqual([]);
  });

  it('names no law in what a person is asked who writes a part of a plan or record themselves', () => {
    const own = everyList.flatMap((list) =>
      questions(list).flatMap((question) => [
        question.own,
        ...(question.type === 'table' ? question.columns.map((column) => column.own) : []),
      ]),
    );
    const words = own.flatMap((one) => (one ? [one.label, one.hint ?? ''] : []));

    expect(words.flatMap(lawNamedIn)).toEqual([]);
  });
});

describe('the finder of law', () => {
  it.each([
    'The law asks us (Care Act 2014, section 27).',
    'Add. SI 2014/2672, Schedule 1, paragraph 4',
    'Care and Support (Eligibility Criteria) Regulations 2015',
    'under s.9 of the Act',
    'Result. Care and support statutory guidance, Annex B',
  ])('finds it in “%s”', (text) => {
    expect(lawNamedIn(text)).not.toEqual([]);
  });

  it.each([
    'The law asks us to do it.',
    'Part 2 of the form',
    'We act on it by 3 March 2026.',
    'See the first 5 steps, which are done',
  ])('finds none in “%s”', (text) => {
    expect(lawNamedIn(text)).toEqual([]);
  });
});
