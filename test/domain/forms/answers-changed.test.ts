import { describe, expect, it } from 'vitest';
import { answersChanged } from '../../../domain/forms/answers-changed.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';

const before: Answers = {
  firstName: 'Rose',
  phone: '0116 496 0001',
  takingPart: ['understand', 'see'],
  carers: [{ name: 'Ada', relationship: 'Daughter', agreesToContact: 'yes' }],
};

describe('what changed between two sets of answers to one list', () => {
  it.each<{ what: string; after: Answers; changed: object[] }>([
    { what: 'nothing where nothing did', after: { ...before }, changed: [] },
    {
      what: 'an answer that differs',
      after: { ...before, firstName: 'Rosa' },
      changed: [{ question: 'firstName', was: ['Rose'], is: ['Rosa'] }],
    },
    {
      what: 'an answer that is new',
      after: { ...before, lastName: 'Okafor' },
      changed: [{ question: 'lastName', was: [], is: ['Okafor'] }],
    },
    {
      what: 'an answer that is gone',
      after: { firstName: 'Rose', takingPart: ['understand', 'see'], carers: before['carers'] ?? '' },
      changed: [{ question: 'phone', was: ['0116 496 0001'], is: [] }],
    },
    {
      what: 'a row of a table',
      after: { ...before, carers: [{ name: 'Ada', relationship: 'Niece', agreesToContact: 'yes' }] },
      changed: [
        {
          question: 'carers',
          was: [expect.stringContaining('Daughter')],
          is: [expect.stringContaining('Niece')],
        },
      ],
    },
  ])('is $what', ({ after, changed }) => {
    expect(answersChanged(needsAssessment, before, after)).toMatchObject(changed);
    expect(answersChanged(needsAssessment, before, after)).toHaveLength(changed.length);
  });
});
