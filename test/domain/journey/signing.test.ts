import { describe, expect, it } from 'vitest';
import { planSigningProblems, type SignedAs } from '../../../domain/journey/signing.ts';
import { finishing, keptWork, situationOf, wrongFields } from '../../support/finished-work.ts';

const lacks = keptWork('assess-capacity', {
  decisionKind: 'care-and-support',
  impairment: 'yes',
  canWeigh: 'no',
  becauseOfImpairment: 'yes',
});
const power = (of: string, more: object = {}) => keptWork('check-authority', { power: of, ...more }, 11);

describe('who signs a plan (Mental Capacity Act 2005)', () => {
  it.each<{ as: SignedAs; after: string; records: ReturnType<typeof power>[]; may: boolean }>([
    { as: 'person', after: 'nothing', records: [], may: true },
    { as: 'person', after: 'a finding that they cannot decide', records: [lacks], may: false },
    {
      as: 'property-deputy',
      after: 'a power that was seen (C2)',
      records: [lacks, power('property-deputy')],
      may: false,
    },
    {
      as: 'property-attorney',
      after: 'a power that was seen',
      records: [lacks, power('property-attorney')],
      may: false,
    },
    {
      as: 'welfare-attorney',
      after: 'a power that was seen, capacity not lost',
      records: [power('welfare-attorney')],
      may: false,
    },
    { as: 'welfare-attorney', after: 'a lack of capacity alone', records: [lacks], may: false },
    { as: 'welfare-attorney', after: 'both', records: [lacks, power('welfare-attorney')], may: true },
    { as: 'welfare-attorney', after: 'a power for both', records: [lacks, power('both-attorney')], may: true },
    { as: 'welfare-deputy', after: 'an attorney’s power', records: [lacks, power('welfare-attorney')], may: false },
    {
      as: 'welfare-deputy',
      after: 'a power that does not cover care',
      records: [lacks, power('welfare-deputy', { covers: ['where-to-live'] })],
      may: false,
    },
    { as: 'best-interests', after: 'nothing', records: [], may: false },
    { as: 'best-interests', after: 'a lack of capacity', records: [lacks], may: true },
  ])('$as after $after: $may', ({ as, records, may }) => {
    const found = planSigningProblems(as, { ...situationOf('agree-plan', {}, 'assessment-1.agree-plan'), records });

    expect(found.length === 0).toBe(may);
  });
});

describe('a power that somebody says they hold', () => {
  const check = finishing('check-authority', 'case.check-authority-from-1a2b3c4d');

  it('is asked for again on a day where it was not found', () => {
    const unseen = { seen: 'no', askAgainOn: '2026-01-19', seenOn: undefined, covers: undefined };

    expect(check(unseen)).toMatchObject({
      outcome: 'not-seen',
      opens: [{ kind: 'check-authority', opensOn: '2026-01-19' }],
    });
  });

  it('is seen on a day, with what it covers', () => {
    expect(wrongFields(check({ seenOn: undefined, covers: undefined }))).toEqual(['seenOn', 'covers']);
  });
});
