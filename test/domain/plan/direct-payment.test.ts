import { describe, expect, it } from 'vitest';
import {
  type AuthorisedPersonRequest,
  type DirectPaymentRequest,
  directPayment,
  directPaymentToAuthorisedPerson,
} from '../../../domain/plan/direct-payment.ts';

const asked: DirectPaymentRequest = {
  asked: true,
  hasCapacityToAsk: true,
  prohibited: false,
  discretionUsedAgainst: false,
  canManageAloneOrWithHelp: true,
  appropriate: true,
};

describe('directPayment (s.31)', () => {
  it.each([
    { rule: 'all conditions', given: asked, may: true, code: 'must-pay' },
    { rule: 'all conditions, nominee agrees', given: { ...asked, nomineeAgrees: true }, may: true, code: 'must-pay' },
    { rule: 's.31(1)', given: { ...asked, asked: false }, may: false, code: 'not-asked' },
    { rule: 's.31(4)', given: { ...asked, hasCapacityToAsk: false }, may: false, code: 'use-section-32' },
    { rule: 's.31(4), nominee', given: { ...asked, nomineeAgrees: false }, may: false, code: 'nominee-does-not-agree' },
    { rule: 's.31(5)', given: { ...asked, prohibited: true }, may: false, code: 'prohibited' },
    { rule: 's.31(5), discretion', given: { ...asked, discretionUsedAgainst: true }, may: false, code: 'discretion' },
    { rule: 's.31(6)', given: { ...asked, canManageAloneOrWithHelp: false }, may: false, code: 'cannot-manage' },
    { rule: 's.31(7)', given: { ...asked, appropriate: false }, may: false, code: 'not-appropriate' },
  ])('answers $code under $rule', ({ given, may, code }) => {
    expect(directPayment(given)).toMatchObject({ may, code });
  });
});

const authorised: AuthorisedPersonRequest = {
  asked: true,
  supportedByWhoeverHasAuthority: true,
  prohibited: false,
  discretionUsedAgainst: false,
  actsInBestInterests: true,
  canManageAloneOrWithHelp: true,
  appropriate: true,
};

describe('directPaymentToAuthorisedPerson (s.32)', () => {
  it.each([
    { rule: 'all five conditions', given: authorised, may: true, code: 'must-pay' },
    { rule: 'the request', given: { ...authorised, asked: false }, may: false, code: 'not-asked' },
    {
      rule: 'condition 1',
      given: { ...authorised, supportedByWhoeverHasAuthority: false },
      may: false,
      code: 'not-supported',
    },
    { rule: 'condition 2', given: { ...authorised, prohibited: true }, may: false, code: 'prohibited' },
    {
      rule: 'condition 3',
      given: { ...authorised, actsInBestInterests: false },
      may: false,
      code: 'not-best-interests',
    },
    {
      rule: 'condition 4',
      given: { ...authorised, canManageAloneOrWithHelp: false },
      may: false,
      code: 'cannot-manage',
    },
    { rule: 'condition 5', given: { ...authorised, appropriate: false }, may: false, code: 'not-appropriate' },
  ])('answers $code under $rule', ({ given, may, code }) => {
    expect(directPaymentToAuthorisedPerson(given)).toMatchObject({ may, code });
  });
});
