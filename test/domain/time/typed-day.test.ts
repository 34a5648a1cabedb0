import { describe, expect, it } from 'vitest';
import { asTyped, typedDay } from '../../../domain/time/typed-day.ts';

describe('A day that staff type', () => {
  it.each([
    ['3/1/2026', '2026-01-03'],
    ['3 January 2026', '2026-01-03'],
    ['2026-01-03', '2026-01-03'],
    ['31/2/2026', undefined],
    ['3/1', undefined],
    ['2026', undefined],
    ['Tuesday', undefined],
  ])('%s is %s', (text, day) => {
    expect(typedDay(text)).toBe(day);
  });

  it('stands again in the field as it is typed', () => {
    const day = typedDay('3/1/2026');
    expect(day && asTyped(day)).toBe('3/1/2026');
  });
});
