import { describe, expect, it } from 'vitest';
import {
  jointAssessment,
  type SelfAssessment,
  selfAssessment,
} from '../../../domain/eligibility/assessment-conduct.ts';

const done: SelfAssessment = {
  wanted: true,
  hasCapacityToTakePart: true,
  heldInformationGiven: true,
  confirmedByStaff: true,
};
const { wanted: _notAsked, ...notAsked } = done;

describe('selfAssessment (Assessment Regs reg 2)', () => {
  it.each([
    { given: done, may: true, code: 'usable' },
    { given: { ...done, confirmedByStaff: false }, may: false, code: 'confirm-together' },
    { given: { ...done, heldInformationGiven: false }, may: false, code: 'give-information' },
    { given: { ...done, hasCapacityToTakePart: false }, may: false, code: 'lacks-capacity' },
    { given: { ...done, wanted: false }, may: false, code: 'not-wanted' },
    { given: notAsked, may: false, code: 'ask-first' },
  ])('answers $code', ({ given, may, code }) => {
    expect(selfAssessment(given)).toMatchObject({ may, code });
  });
});

describe('jointAssessment (s.12(5), L21, L22)', () => {
  it.each([
    {
      given: { adult: true, carer: true },
      may: true,
      code: 'both-agree',
      reason: 'The adult and the carer both agree.',
    },
    { given: { adult: true, carer: false }, may: false, code: 'separate', reason: 'Did not agree: the carer.' },
    { given: { adult: false, carer: true }, may: false, code: 'separate', reason: 'Did not agree: the adult.' },
    {
      given: { adult: false, carer: false },
      may: false,
      code: 'separate',
      reason: 'Did not agree: the adult and the carer.',
    },
    { given: { adult: false }, may: false, code: 'separate', reason: 'Did not agree: the adult.' },
    { given: { adult: true }, may: false, code: 'ask-first', reason: 'Not asked yet: the carer.' },
    { given: {}, may: false, code: 'ask-first', reason: 'Not asked yet: the adult and the carer.' },
  ])('answers $code for $given', ({ given, may, code, reason }) => {
    expect(jointAssessment(given)).toMatchObject({ may, code, reason });
  });
});
