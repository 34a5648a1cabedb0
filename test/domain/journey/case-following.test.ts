import { describe, expect, it } from 'vitest';
import { followerOf, isAboutSafety, maySign } from '../../../domain/journey/case-following.ts';
import type { CareCase } from '../../../schemas/case.ts';
import { aCase } from '../../support/a-case.ts';

const helped: Partial<CareCase> = {
  helper: { firstName: 'Ada', lastName: 'Okafor', email: 'ada@example.com' },
  updatesTo: ['person', 'helper'],
};
const agrees = { personAgrees: 'yes' };

describe('followerOf', () => {
  it.each([
    { it: 'is the person, however the address is written', address: ' Rose@Example.com ', answers: {}, as: 'person' },
    { it: 'is the helper where the person agrees', address: 'ada@example.com', answers: agrees, as: 'helper' },
    {
      it: 'is the helper with a power over health and welfare',
      address: 'ada@example.com',
      answers: { personAgrees: 'no', helperAuthority: 'lpa-health' },
      as: 'helper',
    },
    {
      it: 'is nobody with a power over money alone',
      address: 'ada@example.com',
      answers: { personAgrees: 'no', helperAuthority: 'lpa-money' },
      as: undefined,
    },
    { it: 'is nobody where nothing was said of a right', address: 'ada@example.com', answers: {}, as: undefined },
    { it: 'is nobody for another address', address: 'eve@example.com', answers: agrees, as: undefined },
    { it: 'is nobody for no address', address: '', answers: agrees, as: undefined },
  ])('$it', ({ address, answers, as }) => {
    expect(followerOf(aCase(helped), address, answers)).toBe(as);
  });

  it('is not the helper whom the person wants no updates for', () => {
    expect(followerOf(aCase({ ...helped, updatesTo: ['person'] }), 'ada@example.com', agrees)).toBeUndefined();
  });

  it('is nobody once the person has died, and still the person after any other end', () => {
    const at = aCase().openedAt;

    expect(followerOf(aCase({ closed: { reason: 'died', at } }), 'rose@example.com', {})).toBeUndefined();
    expect(followerOf(aCase({ closed: { reason: 'withdrawn', at } }), 'rose@example.com', {})).toBe('person');
  });
});

describe('maySign', () => {
  it.each([
    ['the person', 'person', {}, true],
    ['a helper with whom the person agrees', 'helper', agrees, false],
    ['a deputy', 'helper', { personAgrees: 'no', helperAuthority: 'deputy' }, true],
    ['an appointee for benefits', 'helper', { personAgrees: 'no', helperAuthority: 'appointee' }, false],
  ] as const)('of %s is %#', (_, as, answers, may) => {
    expect(maySign(as, answers)).toBe(may);
  });
});

describe('isAboutSafety', () => {
  it.each([
    ['treatedBadly', true],
    ['safeContact', true],
    ['safeToLeaveMessage', true],
    ['safeAlone', false],
    ['firstName', false],
  ])('of %s is %s', (question, hidden) => {
    expect(isAboutSafety(question)).toBe(hidden);
  });
});
