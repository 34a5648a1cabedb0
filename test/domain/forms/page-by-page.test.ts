import { describe, expect, it } from 'vitest';
import { pageByPage } from '../../../domain/forms/page-by-page.ts';
import { form, partsOf, type Question, questionsOf } from '../../../schemas/form-language.ts';
import { everyList } from '../../support/every-list.ts';
import { aForm, choiceQuestion, textQuestion } from '../../support/small-forms.ts';

describe('pageByPage', () => {
  it('moves what depends on an answer of its own page to page 2, and what depends on that to page 3', () => {
    const small = aForm([
      choiceQuestion('pet', ['cat', 'none']),
      { ...choiceQuestion('food', ['fish', 'other']), when: { question: 'pet', is: ['cat'] } },
      { ...textQuestion('which'), when: { question: 'food', is: ['other'] } },
      textQuestion('name'),
    ]);

    const pages = pageByPage(small).sections.flatMap((section) => section.pages);

    expect(pages.map(({ id, questions }) => [id, ...questions.map((question) => question.id)])).toEqual([
      ['page', 'pet', 'name'],
      ['page-2', 'food'],
      ['page-3', 'which'],
    ]);
  });

  it('puts documents on pages of their own, since what is typed beside them would be lost', () => {
    const file = (id: string) => ({ ...textQuestion(id), type: 'file' }) as Question;
    const small = aForm([
      choiceQuestion('pet', ['cat', 'none']),
      file('photo'),
      { ...textQuestion('name'), when: { question: 'pet', is: ['cat'] } },
      { ...file('proof'), when: { question: 'pet', is: ['cat'] } },
    ]);

    const pages = pageByPage(small).sections.flatMap((section) => section.pages);

    expect(pages.map(({ id, questions }) => [id, ...questions.map((question) => question.id)])).toEqual([
      ['page', 'pet'],
      ['page-2', 'photo'],
      ['page-3', 'name'],
      ['page-4', 'proof'],
    ]);
  });

  it.each(everyList.map((one) => ({ id: one.id, one })))(
    'keeps $id a sound form with the same questions',
    ({ one }) => {
      const paged = pageByPage(one);

      expect(form.safeParse(paged).error?.issues).toBeUndefined();
      expect(
        questionsOf(paged)
          .map(({ question }) => question.id)
          .toSorted(),
      ).toEqual(
        questionsOf(one)
          .map(({ question }) => question.id)
          .toSorted(),
      );
      for (const { page, question } of questionsOf(paged)) {
        const own = page.questions.map(({ id }) => id);
        expect(partsOf(question.when).filter((part) => own.includes(part.question))).toEqual([]);
      }
    },
  );

  it('works out lines and opens work on the last page, where all that they read is answered, and tells the law once', () => {
    const small = aForm([
      choiceQuestion('pet', ['cat', 'none']),
      { ...textQuestion('which'), when: { question: 'pet', is: ['cat'] } },
    ]);
    const [section] = small.sections;
    const extra = {
      law: [{ says: 'Pets are asked about.', source: 'Our own choice', status: 'design' as const }],
      computed: [{ id: 'total', label: 'Total', rule: 'none' }],
      opens: [{ work: 'look-into-safety', when: { question: 'pet', is: ['cat'] } }],
    };
    Object.assign(section?.pages[0] ?? {}, extra);

    const pages = pageByPage({ ...small }).sections.flatMap(({ pages }) => pages);

    expect(pages.map(({ law, computed, opens }) => [!!law, !!computed, !!opens])).toEqual([
      [true, false, false],
      [false, true, true],
    ]);
  });

  it('is made once a form', () => {
    const small = aForm([textQuestion('name')]);

    expect(pageByPage(small)).toBe(pageByPage(small));
  });
});
