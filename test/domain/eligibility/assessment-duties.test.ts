import { describe, expect, it } from 'vitest';
import { type AssessmentRequest, ageOn, assessmentDuty } from '../../../domain/eligibility/assessment-duties.ts';
import { isoDate } from '../../../schemas/scalars.ts';

const day = (text: string) => isoDate.parse(text);

describe('ageOn', () => {
  it.each([
    { born: '2008-11-21', on: '2026-11-20', age: 17 },
    { born: '2008-11-21', on: '2026-11-21', age: 18 },
    { born: '2008-11-21', on: '2026-11-22', age: 18 },
    { born: '2008-02-29', on: '2026-02-28', age: 17 },
    { born: '2008-02-29', on: '2026-03-01', age: 18 },
    { born: '2026-11-21', on: '2026-11-21', age: 0 },
    { born: '1896-11-21', on: '2026-11-21', age: 130 },
  ])('is $age on $on for someone born on $born', ({ born, on, age }) => {
    expect(ageOn(day(born), day(on))).toBe(age);
  });

  it.each([
    { born: '2026-11-22', message: 'dateOfBirth: the date of birth must not be in the future' },
    { born: '1895-11-21', message: 'dateOfBirth: the date of birth must not be more than 130 years ago' },
  ])('refuses $born on 2026-11-21, naming field and rule', ({ born, message }) => {
    expect(() => ageOn(day(born), day('2026-11-21'))).toThrow(new RangeError(message));
  });
});

const adult: AssessmentRequest = { about: 'adult', age: 40, appearsToHaveNeeds: true, livesInArea: true };
const carer: AssessmentRequest = { ...adult, about: 'carer' };

describe('assessmentDuty', () => {
  it.each([
    { rule: 's.9(1): appearance of need', request: adult, may: true, code: 'assess' },
    {
      rule: 's.13(3)(c): residence is no condition',
      request: { ...adult, livesInArea: false },
      may: true,
      code: 'assess-and-signpost',
    },
    {
      rule: 's.9(1): no appearance',
      request: { ...adult, appearsToHaveNeeds: false },
      may: false,
      code: 'no-appearance-of-need',
    },
    { rule: 'Part 1: 17 years', request: { ...adult, age: 17 }, may: false, code: 'under-18' },
    { rule: 'Part 1: 18 years', request: { ...adult, age: 18 }, may: true, code: 'assess' },
    { rule: 's.10(1)', request: carer, may: true, code: 'assess' },
    { rule: 's.10(3): an adult carer', request: { ...carer, age: 17 }, may: false, code: 'under-18' },
    { rule: 's.10(9)', request: { ...carer, paidOrVoluntary: true }, may: false, code: 'paid-or-voluntary-carer' },
  ])('answers $code under $rule', ({ request, may, code }) => {
    expect(assessmentDuty(request)).toMatchObject({ may, code });
  });

  it('says what to do instead whenever there is no duty', () => {
    expect(assessmentDuty({ ...adult, age: 17 }).next).toContain("children's services");
  });

  it.each([
    { request: adult, source: 's.9(1) and (3)' },
    { request: carer, source: 's.10(1), (3) and (4)' },
  ])('cites $source for the duty about $request.about', ({ request, source }) => {
    expect(assessmentDuty(request).source).toBe(source);
  });
});
