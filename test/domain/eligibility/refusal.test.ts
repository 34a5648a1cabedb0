import { describe, expect, it } from 'vitest';
import { type AdultRefusal, adultRefusal, carerRefusal } from '../../../domain/eligibility/refusal.ts';

const refusal: AdultRefusal = { capacityToRefuse: 'has', abuseOrNeglect: false };

describe('adultRefusal', () => {
  it.each([
    { rule: 's.11(1)', given: refusal, may: false, code: 'refused' },
    {
      rule: 's.11(2)(a)',
      given: { ...refusal, capacityToRefuse: 'lacks', inBestInterests: true },
      may: true,
      code: 'lacks-capacity',
    },
    {
      rule: 's.11(2)(a), not in best interests',
      given: { ...refusal, capacityToRefuse: 'lacks', inBestInterests: false },
      may: false,
      code: 'refused',
    },
    {
      rule: 's.11(2)(a), best interests not decided',
      given: { ...refusal, capacityToRefuse: 'lacks' },
      may: false,
      code: 'decide-best-interests-first',
    },
    {
      rule: 's.11(2)(a), capacity doubted',
      given: { ...refusal, capacityToRefuse: 'not-assessed' },
      may: false,
      code: 'assess-capacity-first',
    },
    {
      rule: 's.11(2)(b), with capacity',
      given: { ...refusal, abuseOrNeglect: true },
      may: true,
      code: 'abuse-or-neglect',
    },
    {
      rule: 's.11(2)(b), capacity doubted',
      given: { ...refusal, capacityToRefuse: 'not-assessed', abuseOrNeglect: true },
      may: true,
      code: 'abuse-or-neglect',
    },
    { rule: 's.11(3)', given: { ...refusal, since: 'asked-for-assessment' }, may: true, code: 'asked-again' },
    { rule: 's.11(4)', given: { ...refusal, since: 'needs-changed' }, may: true, code: 'needs-changed' },
    {
      rule: 's.11(4), refused again',
      given: { ...refusal, since: 'needs-changed-and-refused-again' },
      may: false,
      code: 'refused',
    },
  ] satisfies { rule: string; given: AdultRefusal; may: boolean; code: string }[])(
    'answers $code under $rule',
    ({ given, may, code }) => {
      expect(adultRefusal(given)).toMatchObject({ may, code });
    },
  );
});

describe('carerRefusal', () => {
  it.each([
    { rule: 's.11(5)', since: undefined, may: false, source: 's.11(5)' },
    { rule: 's.11(6)', since: 'asked-for-assessment', may: true, source: 's.11(6)' },
    { rule: 's.11(7)', since: 'needs-changed', may: true, source: 's.11(7)' },
    { rule: 's.11(7), refused again', since: 'needs-changed-and-refused-again', may: false, source: 's.11(5)' },
  ] as const)('answers may: $may under $rule', ({ since, may, source }) => {
    expect(carerRefusal(since)).toMatchObject({ may, source });
  });
});
