import { describe, expect, test } from 'vitest';
import { pageByPage } from '../../domain/forms/page-by-page.ts';
import { timeInWords } from '../../domain/forms/time-needed.ts';
import { everyMessage } from '../../local/words/every-message.ts';
import type { Problem } from '../../schemas/answers.ts';
import { readPage } from '../../schemas/answers.ts';
import { applicationForms } from '../../schemas/forms/application-forms.ts';
import { writtenIn } from '../../schemas/say.ts';
import { councilSlug } from '../../schemas/scalars.ts';
import { translatedForm } from '../../schemas/translated-form.ts';
import { createCouncils } from '../../services/runtime/councils.ts';
import { readLanguage } from '../../services/runtime/languages.ts';
import { formStartPage, questionPage, stopPage } from '../../templates/pages/draft-pages.ts';
import { startPage } from '../../templates/pages/pages.ts';
import { otherPages } from '../templates/every-page.ts';
import { englishLeftOn, pseudoLanguage } from './pseudo.ts';

const needed = { least: 300, most: 900 };
const council = createCouncils([councilSlug.parse('leicestershire')]).known('leicestershire');
const forms = new Map(applicationForms);
const file = pseudoLanguage(council, forms.values(), { tag: 'ar', direction: 'rtl' });
const known = { forms, pages: new Set([...everyMessage().values()].flat()) };
const words = readLanguage('leicestershire', 'ar', file, known);

/** What stays as it is in every language: names, addresses, examples of what to type. */
const nobodys = [
  council.name,
  ...Object.values(council.contact)
    .flat()
    .filter((one) => typeof one === 'string'),
  'rose.okafor@example.com',
  'Monday 16 February 2026',
  'Monday 16 March 2026',
  'Monday 5 January 2026',
  'Rose',
  'Ada',
  'GOV.UK',
  'LE1 3PT',
  'name@example.com',
  'K7M-29QX-T4F',
  'AA3 1AB',
  'QQ 12 34 56 C',
  'PDF',
  'MB',
];

const left = (draw: () => string): string[] => englishLeftOn(writtenIn(words, draw), nobodys);

describe('in a made-up language no English is left', () => {
  test('on the start page', () => {
    const form = forms.get('needs-assessment');
    expect(
      form &&
        left(() =>
          startPage({
            council,
            title: translatedForm(form, words).title,
            time: timeInWords(needed),
            referralTime: timeInWords(needed),
          }),
        ),
    ).toEqual([]);
  });

  test.each([...forms.keys()])('on any page of “%s”, right or wrong, to whoever types', (id) => {
    const base = forms.get(id);
    if (base === undefined) throw new Error(id);
    const found = new Set<string>();
    const note = (draw: () => string) => {
      for (const text of left(draw)) found.add(text);
    };
    const form = pageByPage(translatedForm(base, words));
    for (const parts of [
      { least: 7, most: 7 },
      { least: 7, most: 8 },
    ])
      note(() => formStartPage({ council, form, time: timeInWords(needed), parts }));
    for (const filledInBy of ['me', 'helper', 'professional', 'carer']) {
      const values = { filledInBy, firstName: 'Rose', carerFirstName: 'Ada' };
      for (const section of form.sections) {
        for (const page of section.pages) {
          const visit = { section, page, questions: page.questions };
          const problems = (): Problem[] => {
            const read = readPage(form, page.id, () => '2026-01-05', values, {});
            return read.ok ? [] : read.problems;
          };
          note(() =>
            questionPage({
              council,
              form,
              visit,
              values,
              problems: problems(),
              csrf: '',
              seen: '',
              back: '/',
              rows: {},
              easyRead: filledInBy === 'me',
              place:
                filledInBy === 'me'
                  ? { of: 'parts', at: 1, total: 7 }
                  : filledInBy === 'helper'
                    ? 'optional'
                    : { of: 'pages', at: 1, total: 3 },
            }),
          );
        }
      }
      for (const exit of form.exits) {
        note(() => stopPage({ council, form, answers: values, exit, change: '/', keptUntil: '1 1 2026' }));
      }
    }
    expect([...found]).toEqual([]);
  });

  test('on the pages after a form and of coming back to one', () => {
    const pages = writtenIn(words, () => otherPages(council));
    const found = Object.entries(pages)
      // What was typed in the examples was judged before, in English.
      .filter(([name]) => /^confirmation|^form (?!:)|draft/.test(name) && !name.includes('wrong'))
      .flatMap(([name, html]) => englishLeftOn(html, nobodys).map((text) => `${name}: ${text}`));
    expect(found).toEqual([]);
  });
});
