import { describe, expect, it } from 'vitest';
import { type Form, form, partsOf, type Question } from '../../schemas/form-language.ts';
import { aForm, choiceQuestion, textQuestion } from '../support/small-forms.ts';

const faultsOf = (value: unknown): string[] => form.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('form', () => {
  it('accepts a form of 1 section, 1 page and 2 questions', () => {
    expect(faultsOf(aForm([textQuestion('first'), textQuestion('second')]))).toEqual([]);
  });

  it.each<{ fault: string; of: Form; says: string }>([
    {
      fault: 'an id used twice',
      of: aForm([textQuestion('first'), textQuestion('first')]),
      says: 'Question "first" is used twice',
    },
    {
      fault: 'a condition on a later question',
      of: aForm([
        { ...textQuestion('first'), when: { question: 'second', is: ['yes'] } },
        choiceQuestion('second', ['yes', 'no']),
      ]),
      says: 'Question "first" depends on "second", which is not asked before it',
    },
    {
      fault: 'a condition on itself',
      of: aForm([{ ...choiceQuestion('first', ['yes', 'no']), when: { question: 'first', is: ['yes'] } } as Question]),
      says: 'Question "first" depends on "first", which is not asked before it',
    },
    {
      fault: 'a condition on an answer that nobody can give',
      of: aForm([
        choiceQuestion('first', ['tea', 'water']),
        { ...textQuestion('second'), when: { question: 'first', is: ['wine'] } },
      ]),
      says: 'Question "second": no answer "wine"',
    },
    {
      fault: 'a number asked of words',
      of: aForm([textQuestion('first'), { ...textQuestion('second'), when: { question: 'first', atLeast: 1 } }]),
      says: 'Question "second": "first" is not a number',
    },
    {
      fault: 'an exit that no question leads to',
      of: {
        ...aForm([textQuestion('first')]),
        exits: [
          {
            id: 'out',
            when: { question: 'gone', is: ['yes'] },
            title: 'Stop',
            body: ['Stop here.'],
            action: 'contact-us',
          },
        ],
      },
      says: 'Exit "out" depends on "gone", which is not asked before it',
    },
    {
      fault: 'a section after one that is not there',
      of: {
        ...aForm([]),
        sections: [
          { id: 'only', title: 'Only', after: ['gone'], pages: [{ id: 'page', questions: [textQuestion('first')] }] },
        ],
      },
      says: 'No section "gone"',
    },
    {
      fault: 'two questions on a page without a title',
      of: {
        ...aForm([]),
        sections: [
          {
            id: 'only',
            title: 'Only',
            pages: [{ id: 'page', questions: [textQuestion('first'), textQuestion('second')] }],
          },
        ],
      },
      says: 'Page "page" needs a title',
    },
  ])('refuses $fault', ({ of, says }) => {
    expect(faultsOf(of)).toEqual([says]);
  });

  it('refuses a question without a sentence for its error', () => {
    const { error, ...bare } = textQuestion('first');

    expect(error).toBe('Enter first');
    expect(form.safeParse(aForm([bare as Question])).success).toBe(false);
  });
});

describe('partsOf', () => {
  it('finds 3 single conditions in a nested one', () => {
    const parts = partsOf({
      all: [
        { question: 'a', is: ['yes'] },
        {
          any: [
            { question: 'b', is: ['no'] },
            { question: 'c', atLeast: 2 },
          ],
        },
      ],
    });

    expect(parts.map(({ question }) => question)).toEqual(['a', 'b', 'c']);
  });
});
