import { describe, expect, it } from 'vitest';
import { safeguardingEnquiry, urgentSupport } from '../../../domain/eligibility/safeguarding.ts';

describe('urgentSupport', () => {
  it.each([
    { urgent: true, may: true },
    { urgent: false, may: false },
  ])('answers may: $may before the assessment when urgent is $urgent (s.19(3))', ({ urgent, may }) => {
    expect(urgentSupport(urgent)).toMatchObject({ may, source: 's.19(3)' });
  });
});

const all = { hasCareNeeds: true, experiencingOrAtRisk: true, cannotProtectSelfBecauseOfNeeds: true };

describe('safeguardingEnquiry', () => {
  it.each([
    { limbs: 'all three', signs: all, may: true },
    { limbs: 'all but s.42(1)(a)', signs: { ...all, hasCareNeeds: false }, may: false },
    { limbs: 'all but s.42(1)(b)', signs: { ...all, experiencingOrAtRisk: false }, may: false },
    { limbs: 'all but s.42(1)(c)', signs: { ...all, cannotProtectSelfBecauseOfNeeds: false }, may: false },
  ])('answers may: $may with $limbs suspected', ({ signs, may }) => {
    expect(safeguardingEnquiry(signs).may).toBe(may);
  });
});
