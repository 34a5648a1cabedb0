import { describe, expect, it } from 'vitest';
import { chargeFor } from '../../../domain/charging/support-charge.ts';
import { supportKinds } from '../../../schemas/support-kinds.ts';

describe('chargeFor', () => {
  it.each([
    { kind: 'information-advice', level: 'free', says: 'Free.', source: /section 14/ },
    {
      kind: 'reablement',
      level: 'free-within-limit',
      says: 'Free for the first 6 weeks.',
      source: /2672, regulation 3/,
    },
    {
      kind: 'equipment-adaptations',
      level: 'free-within-limit',
      says: 'Free where an aid or a small change to the home costs £1,000 or less.',
      source: /2672, regulation 3/,
    },
    { kind: 'carer-break', level: 'may-be-charged', says: /The carer does not pay/, source: /14\(3\) and 20/ },
    { kind: 'home-care', level: 'may-be-charged', says: /financial assessment/, source: /sections 14 and 17/ },
    { kind: 'care-home', level: 'may-be-charged', says: /financial assessment/, source: /sections 14 and 17/ },
  ] as const)('of $kind is $level by law', ({ kind, level, says, source }) => {
    const charge = chargeFor({ kind });

    expect(charge?.level).toBe(level);
    expect(charge?.says).toMatch(says);
    expect(charge?.source).toMatch(source);
  });

  it('is what the source of the entry says, before the law', () => {
    const charge = { level: 'free', says: 'No charge.', source: 'The page' } as const;

    expect(chargeFor({ kind: 'home-care', charge })).toBe(charge);
  });

  it('is not known of the kinds of which the law says nothing', () => {
    expect(supportKinds.filter((kind) => chargeFor({ kind }) === undefined)).toEqual([
      'own-strengths',
      'family-friends',
      'community',
      'technology',
      'carer-support',
      'other',
    ]);
  });
});
