import { describe, expect, it } from 'vitest';
import { adultOutcomeKeys, carerOutcomeKeys, wellbeingArea, wellbeingTerms } from '../../schemas/eligibility.ts';
import { activities } from '../../schemas/forms/fragments/activities.ts';
import { carerActivities } from '../../schemas/forms/fragments/carer-activities.ts';

describe('the keys of the outcomes', () => {
  it.each([
    { whose: 'adults', keys: adultOutcomeKeys, asked: activities },
    { whose: 'carers', keys: carerOutcomeKeys, asked: carerActivities },
  ])(
    'begin the ids of the questions of $whose as the activities do, in the order of the regulation',
    ({ keys, asked }) => {
      expect(Object.entries(keys)).toEqual(asked.map(({ outcome, key }) => [outcome, key]));
    },
  );
});

describe('wellbeingTerms', () => {
  it('has the 9 areas in the order of s.1(2)(a) to (i)', () => {
    const clauses = wellbeingArea.options.map((area) => wellbeingTerms[area].clause);

    expect(clauses).toEqual([...'abcdefghi'].map((letter) => `s.1(2)(${letter})`));
  });
});
