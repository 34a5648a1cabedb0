import { describe, expect, it } from 'vitest';
import { afterDetermination, mustBeGiven } from '../../../domain/eligibility/after-decision.ts';
import { aCarerDecision, anAdultDecision } from '../../support/care-act.ts';

const nobodyElse = { counterpart: false, others: [] };

describe('mustBeGiven', () => {
  it('gives an eligible adult the determination, the assessment and how to challenge, and nobody else anything', () => {
    const given = mustBeGiven(anAdultDecision(), nobodyElse);

    expect(given.map(({ document, to }) => `${document} to ${to}`)).toEqual([
      'determination-and-reasons to the adult',
      'assessment to the adult',
      'how-to-challenge to the adult',
    ]);
  });

  it('gives written advice with a decision of no eligible needs (s.13(5))', () => {
    const given = mustBeGiven(anAdultDecision({ result: 'not-eligible', advice: true }), nobodyElse);

    expect(given).toContainEqual({ document: 'advice', to: 'the adult', source: 's.13(5)' });
  });

  it('gives advice that was written for an eligible adult too (CB20)', () => {
    const given = mustBeGiven(anAdultDecision({ advice: true }), nobodyElse);

    expect(given).toContainEqual({ document: 'advice', to: 'the adult', source: 's.2 and s.4' });
  });

  it.each([
    { of: 'an adult', decision: anAdultDecision(), readers: ['the adult', 'the carer', 'Bea'], source: 's.12(3)' },
    {
      of: 'a carer',
      decision: aCarerDecision(),
      readers: ['the carer', 'the adult needing care', 'Bea'],
      source: 's.12(4)',
    },
  ])('gives the assessment of $of to $readers when asked ($source)', ({ decision, readers, source }) => {
    const given = mustBeGiven(decision, { counterpart: true, others: ['Bea'] });

    expect(given.filter(({ document }) => document === 'assessment')).toEqual(
      readers.map((to) => ({ document: 'assessment', to, source })),
    );
  });
});

describe('afterDetermination', () => {
  it.each([
    { decision: anAdultDecision(), may: true, code: 'plan' },
    { decision: anAdultDecision({ ordinaryResidence: 'no-settled-residence' }), may: true, code: 'plan' },
    { decision: anAdultDecision({ ordinaryResidence: 'elsewhere' }), may: false, code: 'resident-elsewhere' },
    { decision: anAdultDecision({ ordinaryResidence: 'not-established' }), may: false, code: 'establish-residence' },
    { decision: anAdultDecision({ wantsCouncilToMeetNeeds: 'no' }), may: false, code: 'not-wanted' },
    { decision: anAdultDecision({ result: 'not-eligible' }), may: false, code: 'not-eligible' },
    { decision: aCarerDecision(), may: true, code: 'plan' },
    { decision: aCarerDecision({ ordinaryResidence: 'elsewhere' }), may: false, code: 'resident-elsewhere' },
  ])('answers $code for $decision.about, $decision.result, $decision.ordinaryResidence', ({ decision, may, code }) => {
    expect(afterDetermination(decision)).toMatchObject({ may, code });
  });

  it.each([
    { of: 'an adult', decision: anAdultDecision(), source: 's.18; s.24(1)' },
    { of: 'a carer', decision: aCarerDecision(), source: 's.20; s.24(1)' },
    {
      of: 'an adult elsewhere',
      decision: anAdultDecision({ ordinaryResidence: 'elsewhere' }),
      source: 's.13(3)(c); s.18',
    },
    { of: 'a carer elsewhere', decision: aCarerDecision({ ordinaryResidence: 'elsewhere' }), source: 's.13(4); s.20' },
  ])('cites $source for $of', ({ decision, source }) => {
    expect(afterDetermination(decision).source).toBe(source);
  });
});
