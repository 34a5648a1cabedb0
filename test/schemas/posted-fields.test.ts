import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { answersSchema } from '../../schemas/answers.ts';
import { plan } from '../../schemas/forms/plan.ts';
import { review } from '../../schemas/forms/review.ts';
import { amountOf, dateOf, fieldName, writtenText } from '../../schemas/posted-fields.ts';
import { planPosted, reviewPosted } from '../support/care-act.ts';

const today = '2027-12-31';

const messages = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('writtenText', () => {
  it.each([
    { given: 'x'.repeat(200), message: [] },
    { given: 'x'.repeat(201), message: ['the name must be 200 characters or fewer'] },
    { given: ' \n ', message: ['Enter the name'] },
    { given: 7, message: ['Enter the name'] },
  ])('answers $message', ({ given, message }) => {
    expect(messages(writtenText('the name', 200), given)).toEqual(message);
  });

  it('trims what it keeps', () => {
    expect(writtenText('the name').parse('  Ada ')).toBe('Ada');
  });
});

describe('dateOf', () => {
  it.each([
    { given: '2028-02-29', message: [] },
    { given: '2027-02-29', message: ['Enter the day as a real date, such as 2026-11-21'] },
    { given: undefined, message: ['Enter the day as a real date, such as 2026-11-21'] },
  ])('answers $message to $given', ({ given, message }) => {
    expect(messages(dateOf('the day'), given)).toEqual(message);
  });
});

describe('amountOf', () => {
  it.each([
    { given: 0, message: [] },
    { given: -1, message: ['the cost cannot be less than 0'] },
    { given: 0.5, message: ['Enter the cost in whole pence'] },
    { given: '1', message: ['Enter the cost in whole pence'] },
  ])('answers $message to $given', ({ given, message }) => {
    expect(messages(amountOf('the cost'), given)).toEqual(message);
  });
});

/** Every copy of a value in which one part, at any depth, was left out or put in as another type. */
const spoilt = (value: unknown): unknown[] => {
  if (typeof value !== 'object' || value === null) return [];
  const wrongTypes = [undefined, null, 7, {}, []];
  return Object.entries(value).flatMap(([key, part]) =>
    [...wrongTypes, ...spoilt(part)].map((bad) =>
      Array.isArray(value) ? value.with(Number(key), bad) : { ...value, [key]: bad },
    ),
  );
};

describe('the lists of staff’s work', () => {
  it.each([
    { name: 'plan', schema: answersSchema(plan, () => today), valid: planPosted() },
    { name: 'review', schema: answersSchema(review, () => today), valid: reviewPosted() },
  ])('answer every wrong type anywhere in $name with a sentence of our own', ({ schema, valid }) => {
    const said = spoilt(valid).flatMap((value) => messages(schema, value));

    expect(said.length).toBeGreaterThan(50);
    expect(said.filter((message) => /^(Invalid|Too|Unrecognized)/.test(message))).toEqual([]);
  });
});

describe('fieldName', () => {
  it.each([
    { path: ['a'], name: 'a' },
    { path: ['a', 0, 'b'], name: 'a[0].b' },
    { path: [], name: '' },
  ])('$path is "$name"', ({ path, name }) => {
    expect(fieldName(path)).toBe(name);
  });
});
