import { describe, expect, it } from 'vitest';
import { amountsToLookAt } from '../../../domain/charging/national-amounts.ts';
import { gbp } from './assessments.ts';
import { answers } from './officer.ts';

const looked = (weekOf: string, given: object) => amountsToLookAt(answers({ weekOf, ...given }), []);
const allowance = (weekly: number) => ({ benefits: [{ kind: 'attendance-allowance', weekly: gbp(weekly) }] });
const pension = (weekly: number) => ({ benefits: [{ kind: 'state-pension', weekly: gbp(weekly) }] });

describe('amountsToLookAt', () => {
  it.each([
    { what: 'the rate of the week', weekOf: '2026-03-30', given: allowance(73.9), says: [] },
    {
      what: 'last year’s, from the first Monday in April on',
      weekOf: '2026-04-06',
      given: allowance(73.9),
      says: ['Look again: Attendance Allowance is £76.70 or £114.60 in that week, and £73.90 was given'],
    },
    {
      what: 'last year’s full State Pension',
      weekOf: '2026-04-13',
      given: pension(230.25),
      says: ['Look again: the full State Pension is £241.30 in that week, and £230.25 was given'],
    },
    { what: 'a State Pension of another amount', weekOf: '2026-04-13', given: pension(180), says: [] },
  ])('on a benefit at $what says $says', ({ weekOf, given, says }) => {
    expect(looked(weekOf, given)).toEqual(says);
  });

  it('looks at what the NHS pays for nursing by its own year, from 1 April (N1)', () => {
    const nursing = { ...answers(), benefits: [], nursingPaid: gbp(254.06) };

    expect(amountsToLookAt({ ...nursing, weekOf: answers({ weekOf: '2026-03-30' }).weekOf }, [])).toEqual([]);
    expect(amountsToLookAt({ ...nursing, weekOf: answers({ weekOf: '2026-04-01' }).weekOf }, [])).toEqual([
      'Look again: what the NHS pays for nursing is £267.68 or £368.24 in that week, and £254.06 was given',
    ]);
  });
});
