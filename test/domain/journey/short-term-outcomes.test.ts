import { describe, expect, it } from 'vitest';
import { isoInstant } from '../../../schemas/scalars.ts';
import { aCouncil } from '../../support/a-council.ts';
import { finishing, keptWork, wrongFields } from '../../support/finished-work.ts';

// The example is on Monday 5 January 2026, on which the case was opened.
const give = finishing('give-short-term-support');
const days = (startsOn: string, endsOn: string, more: object = {}) => ({ startsOn, endsOn, ...more });
const fromHospital = (on: string, pathway = 'pathway-1') => ({
  records: [keptWork('triage-request', { inHospital: 'yes', dischargeExpectedOn: on, dischargePathway: pathway })],
});
const messages = (found: ReturnType<typeof give>): string[] =>
  found.ok ? [] : found.problems.map(({ message }) => message);

describe('the days of short-term support', () => {
  it.each([
    ['on the day of the discharge', '2026-01-08', true],
    ['the day before it', '2026-01-07', false],
    ['the day after it', '2026-01-09', false],
  ])('begin for who goes home from hospital %s: %s', (_, startsOn, ok) => {
    const found = give(days(startsOn, '2026-02-04'), {}, fromHospital('2026-01-08'));

    expect([found.ok, wrongFields(found)]).toEqual(ok ? [true, []] : [false, ['startsOn']]);
    if (!ok) expect(messages(found)[0]).toContain('Thursday 8 January 2026');
  });

  it('begin later with a reason, or where the day of the discharge has changed', () => {
    const later = days('2026-01-12', '2026-02-04');

    expect(
      give({ ...later, startsLaterWhy: 'Her daughter stays until then.' }, {}, fromHospital('2026-01-08')).ok,
    ).toBe(true);
    expect(give({ ...later, leavesOn: '2026-01-12' }, {}, fromHospital('2026-01-08')).ok).toBe(true);
    expect(give(later, {}, fromHospital('2026-01-08', 'pathway-2')).ok).toBe(true);
  });

  it('have equipment in place before somebody comes home', () => {
    const ready = days('2026-01-06', '2026-02-04', { supportKinds: ['equipment'] });

    expect(give(ready, {}, fromHospital('2026-01-08')).ok).toBe(true);
  });

  it('are no more than 6 weeks, within 2 weeks from now, and not before help was asked for: every problem at once', () => {
    expect(messages(give(days('2025-12-01', '2026-02-04')))).toEqual([
      'They asked for help on Monday 5 January 2026. Choose that day or a later one',
      'Short-term support is free for up to 6 weeks. Choose an earlier last day',
    ]);
    expect(wrongFields(give(days('2026-01-20', '2026-02-04')))).toEqual(['startsOn']);
    expect(give(days('2026-01-05', '2026-02-15')).ok).toBe(true);
    expect(wrongFields(give(days('2026-01-05', '2026-02-16')))).toEqual(['endsOn']);
  });

  it.each([
    ['2026-01-12', '2026-02-04', false],
    ['2026-01-19', '2026-02-04', true],
  ])('of two spells do not overlap: from %s to %s beside one to 18 January', (startsOn, endsOn, ok) => {
    const earlier = {
      ...keptWork('give-short-term-support', days('2025-12-15', '2026-01-18')),
      id: 'assessment-1.give-short-term-support',
    };
    const again = finishing('give-short-term-support', 'assessment-2.give-short-term-support');
    const found = again(days(startsOn, endsOn), { journey: 2 }, { records: [earlier] });

    expect(found.ok).toBe(ok);
    if (!ok) expect(messages(found)[0]).toContain('to Sunday 18 January 2026 already');
  });
});

describe('contacts while short-term support is given (CV32)', () => {
  const every = (everyWeeks: number) => ({
    council: aCouncil({ shortTermContacts: { everyWeeks, status: 'example' as const, source: 'A test' } }),
  });
  const planned = (found: ReturnType<typeof give>) =>
    found.ok ? (found.opens ?? []).flatMap(({ kind, opensOn }) => (kind === 'ask-short-term' ? [opensOn] : [])) : [];

  it.each([
    ['as often as the council says', 2, '2026-01-05', '2026-02-10', ['2026-01-19', '2026-02-02']],
    ['each week', 1, '2026-01-05', '2026-02-02', ['2026-01-12', '2026-01-19', '2026-01-26']],
    ['half way where it is short', 2, '2026-01-05', '2026-01-14', ['2026-01-12']],
    ['not at all where it is over in days', 2, '2026-01-05', '2026-01-09', []],
  ])('are planned %s', (_, everyWeeks, startsOn, endsOn, on) => {
    expect(planned(give(days(startsOn, endsOn), {}, every(everyWeeks)))).toEqual(on);
  });

  it('are none where the council plans none, and none of a day that has passed', () => {
    const late = { ...every(2), now: isoInstant.parse('2026-01-20T10:00:00.000Z') };

    expect(planned(give(days('2026-01-05', '2026-02-10')))).toEqual([]);
    expect(planned(give(days('2026-01-05', '2026-02-10'), {}, late))).toEqual(['2026-02-02']);
  });

  it('are forgotten once it was looked at', () => {
    const given = give(days('2026-01-05', '2026-02-10'), {}, every(2));
    const steps = given.ok ? given.opens?.map(({ step }) => step) : [];
    const review = finishing('review-short-term-support')(
      {},
      {},
      {
        records: [{ ...keptWork('give-short-term-support'), id: 'assessment-1.give-short-term-support' }],
      },
    );

    expect(review.ok && review.forgets).toEqual(expect.arrayContaining(steps ?? ['none']));
  });
});
