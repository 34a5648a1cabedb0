import { describe, expect, it } from 'vitest';
import type { Condition } from '../../schemas/form-language.ts';
import { conditionWords, questionsById } from '../../templates/pages/condition-words.ts';
import { everyKind } from './fixtures.ts';

const cases: { condition: Condition; words: string }[] = [
  { condition: { question: 'danger', is: ['no'] }, words: 'you answered “No” to “Is anyone in danger?”' },
  { condition: { question: 'meals', is: ['lunch'] }, words: 'you ticked “Lunch” in “Which meals?”' },
  {
    condition: { question: 'meals', is: ['lunch', 'supper', 'none'] },
    words: 'you ticked “Lunch”, “Supper” or “None of these” in “Which meals?”',
  },
  { condition: { question: 'hours', atLeast: 10 }, words: 'your answer to “How many hours?” is 10 or more' },
  {
    condition: {
      all: [
        { question: 'hours', atLeast: 10 },
        { question: 'who', is: ['helper'] },
      ],
    },
    words: 'your answer to “How many hours?” is 10 or more, and you answered “Someone else” to “Who is this for?”',
  },
  {
    condition: {
      any: [
        { question: 'danger', is: ['yes'] },
        { question: 'near', is: ['yes'] },
      ],
    },
    words: 'you answered “Yes” to any of “Is anyone in danger?” or “Do they live near?”',
  },
  {
    condition: {
      any: [
        { question: 'danger', is: ['yes'] },
        { question: 'danger', is: ['no'] },
      ],
    },
    words: 'you answered “Yes” to “Is anyone in danger?”, or you answered “No” to “Is anyone in danger?”',
  },
  {
    condition: {
      any: [
        { question: 'danger', is: ['yes'] },
        { question: 'hours', atLeast: 10 },
      ],
    },
    words: 'you answered “Yes” to “Is anyone in danger?”, or your answer to “How many hours?” is 10 or more',
  },
];

const questions = new Map([
  ...questionsById(everyKind),
  ['near', { id: 'near', type: 'yesno', label: 'Do they live near?', name: 'Near', error: 'Answer this.' }] as const,
]);

describe('conditionWords', () => {
  it.each(cases)('says “$words”', ({ condition, words }) => {
    expect(conditionWords(condition, questions)).toBe(words);
  });
});
