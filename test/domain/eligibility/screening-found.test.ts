import { describe, expect, it } from 'vitest';
import {
  nobodyScreened,
  screened,
  screenedTogether,
  toldNumber,
  withScreened,
} from '../../../domain/eligibility/screening-found.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';

const decided: Answers = {
  result: 'eligible',
  nutritionApplies: 'yes',
  nutritionMeanings: ['a-assistance'],
  toiletApplies: 'yes',
  toiletMeanings: ['able'],
  communityApplies: 'yes',
  communityMeanings: ['b-pain'],
  childCareApplies: 'no',
};
const adult = (sent: Answers, form = 'needs-assessment') => screened({ whose: 'adult', form, sent, decided });

describe('what was ticked beside what was found', () => {
  it('is what the person ticked, and what staff found that they cannot achieve', () => {
    const one = adult({ hardActivities: ['nutrition', 'toilet'], conditions: ['physical'] });

    expect(one).toMatchObject({ ticked: ['nutrition', 'toilet'], found: ['nutrition', 'community'], eligible: true });
  });

  it('takes what was said on the page of each activity, where somebody was not sure', () => {
    const sent = { hardActivities: ['not-sure'], nutritionUnable: ['danger'], toiletUnable: ['none'] };

    expect(adult(sent)).toMatchObject({ ticked: ['nutrition'], notSure: true });
  });

  it('counts somebody who ticked nothing, and nobody who was not asked', () => {
    expect(adult({ hardActivities: ['none'] })).toMatchObject({ ticked: [], found: ['nutrition', 'community'] });
    expect(adult({ urgent: ['food'] }, 'help-now')).toBeUndefined();
  });

  it('has what the form said that is possible; a referral said nothing', () => {
    const sent = { hardActivities: ['nutrition'], conditions: ['none'] };

    expect(adult(sent)?.said).toBe('not-enough-information');
    expect(adult(sent, 'referral')?.said).toBeUndefined();
  });

  it('reads the carer’s half of a joint form under its own names, and never the person’s', () => {
    const sent = { hardActivities: ['nutrition', 'community'], carerHardActivities: ['recreation'] };
    const found = { result: 'not-eligible', recreationApplies: 'yes', recreationMeanings: ['a-assistance'] };
    const carer = screened({ whose: 'carer', form: 'joint-assessment', sent, decided: found });

    expect(carer).toMatchObject({ ticked: ['recreation'], found: ['recreation'], eligible: false });
  });
});

describe('the counts', () => {
  const one = adult({ hardActivities: ['nutrition', 'toilet'] });
  const counts = one ? withScreened(withScreened(nobodyScreened, one), one) : nobodyScreened;

  it('have each outcome as ticked, found and both', () => {
    expect(counts.decided).toBe(2);
    expect(counts.outcomes).toEqual({
      nutrition: { ticked: 2, found: 2, both: 2 },
      toilet: { ticked: 2, found: 0, both: 0 },
      community: { ticked: 0, found: 2, both: 0 },
    });
    expect(Object.values(counts.said)).toEqual([{ eligible: 2, notEligible: 0 }]);
  });

  it('of several months are their sums', () => {
    const three = screenedTogether([counts, nobodyScreened, counts]);

    expect(three.decided).toBe(4);
    expect(three.outcomes['nutrition']).toEqual({ ticked: 4, found: 4, both: 4 });
    expect(Object.values(three.said)).toEqual([{ eligible: 4, notEligible: 0 }]);
  });
});

describe('a number of people as managers see it', () => {
  it.each([
    { people: 0, told: 'Fewer than 5' },
    { people: 4, told: 'Fewer than 5' },
    { people: 5, told: 5 },
    { people: 7, told: 5 },
    { people: 8, told: 10 },
    { people: 1234, told: 1235 },
  ])('$people is told as $told', ({ people, told }) => {
    expect(toldNumber(people)).toBe(told);
  });

  it('never gives away a small one by a sum or a difference', () => {
    for (let both = 0; both < 40; both += 1) {
      const told = Array.from({ length: 5 }, (_, only) => `${toldNumber(both + only)} ${toldNumber(both)}`);

      // Of the five numbers that are not told, at least two look alike from outside.
      expect(new Set(told).size).toBeLessThan(5);
    }
  });
});
