import { describe, expect, it } from 'vitest';
import {
  draftKeptUntil,
  freeReablementSpell,
  propertyDisregardSpell,
  targetDate,
} from '../../../domain/time/deadlines.ts';
import { isoDate } from '../../../schemas/scalars.ts';

const date = (text: string) => isoDate.parse(text);

describe('targetDate', () => {
  it.each([
    ['urgent', '2026-03-29'],
    ['carer-breakdown', '2026-04-04'],
    ['standard', '2026-04-25'],
  ] as const)('aims to see a person who is %s by %s', (urgency, expected) => {
    expect(targetDate(urgency, date('2026-03-28'))).toBe(expected);
  });

  it('takes the council’s own 14 days', () => {
    const targets = { urgent: 0, 'carer-breakdown': 3, standard: 14 };

    expect(targetDate('standard', date('2026-12-25'), targets)).toBe('2027-01-08');
  });
});

describe('spells', () => {
  it('leaves the home out for 84 days and counts it from the first day of week 13', () => {
    expect(propertyDisregardSpell(date('2026-01-05'))).toEqual({ lastDay: '2026-03-29', endsOn: '2026-03-30' });
  });

  it.each([
    [undefined, '2026-02-15', '2026-02-16'],
    ['2026-02-14', '2026-02-14', '2026-02-15'],
    ['2026-02-15', '2026-02-15', '2026-02-16'],
    ['2026-02-16', '2026-02-15', '2026-02-16'],
  ])('keeps reablement free for 6 weeks or the whole period if shorter: planned to %s', (planned, lastDay, endsOn) => {
    expect(freeReablementSpell(date('2026-01-05'), planned ? date(planned) : undefined)).toEqual({ lastDay, endsOn });
  });

  it('refuses a period that ends before it starts', () => {
    expect(() => freeReablementSpell(date('2026-01-05'), date('2026-01-04'))).toThrow('before it starts on 2026-01-05');
  });

  it('keeps a draft for 30 days', () => {
    expect(draftKeptUntil(date('2026-01-31'))).toBe('2026-03-02');
  });
});
