import { describe, expect, it } from 'vitest';
import { freeCare } from '../../../domain/charging/free-care.ts';
import type { Service } from '../../../domain/charging/means.ts';
import { isChargedAsHome } from '../../../domain/charging/setting.ts';
import { isoDate } from '../../../schemas/scalars.ts';

const date = (text: string) => isoDate.parse(text);

describe('freeCare', () => {
  it.each<[Service, string | undefined]>([
    [{ kind: 'care' }, undefined],
    [{ kind: 'aid-or-adaptation', cost: 999_99 }, 'regulation 3'],
    [{ kind: 'aid-or-adaptation', cost: 1_000_00 }, 'regulation 3'],
    [{ kind: 'aid-or-adaptation', cost: 1_000_01 }, undefined],
    [{ kind: 'care-for-cjd' }, 'regulation 4'],
    [{ kind: 'section-117-aftercare' }, 'section 117'],
    [{ kind: 'nhs-service' }, 'section 1'],
    [{ kind: 'assessment' }, 'section 14'],
    [{ kind: 'information-or-advice' }, 'section 14'],
    [{ kind: 'prevention-for-carer' }, 'SI 2014/2673, regulation 3'],
    [{ kind: 'replacement-care-for-carer' }, 'section 14(3)'],
  ])('of %j is free by %s', (input, provision) => {
    const answer = freeCare(input, date('2026-01-05'));

    expect(answer).toEqual(
      provision === undefined ? { isFree: false } : { isFree: true, basis: expect.stringContaining(provision) },
    );
  });

  it.each([
    ['2026-01-04', undefined, false],
    ['2026-01-05', undefined, true],
    ['2026-02-15', undefined, true],
    ['2026-02-16', undefined, false],
    ['2026-01-25', '2026-01-25', true],
    ['2026-01-26', '2026-01-25', false],
    ['2026-02-16', '2026-06-30', false],
  ])('of reablement from 2026-01-05 in the week of %s, planned to %s: %s', (day, plannedLastDay, isFree) => {
    const reablement = {
      kind: 'reablement' as const,
      startedOn: date('2026-01-05'),
      plannedLastDay: plannedLastDay === undefined ? undefined : date(plannedLastDay),
    };

    expect(freeCare(reablement, date(day)).isFree).toBe(isFree);
  });
});

describe('isChargedAsHome', () => {
  const choice = { chargeShortStaysAsHome: true };

  it.each([
    ['2026-03-01', true],
    ['2026-03-02', false],
    [undefined, false],
  ])('of a stay from 2026-01-05 to %s: %s', (lastDay, expected) => {
    const stay = { firstDay: date('2026-01-05'), lastDay: lastDay === undefined ? undefined : date(lastDay) };

    expect(isChargedAsHome(stay, choice)).toBe(expected);
    expect(isChargedAsHome(stay, { chargeShortStaysAsHome: false })).toBe(false);
  });

  it('refuses a stay that ends before it begins', () => {
    const stay = { firstDay: date('2026-01-05'), lastDay: date('2026-01-04') };

    expect(() => isChargedAsHome(stay, choice)).toThrow('before it begins on 2026-01-05');
  });
});
