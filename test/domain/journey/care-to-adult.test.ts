import { describe, expect, it } from 'vitest';
import { givesCareToAdult } from '../../../domain/journey/care-to-adult.ts';
import type { PlanAnswers } from '../../../schemas/forms/plan.ts';
import { finishing, wrongFields } from '../../support/finished-work.ts';

const take = finishing('take-in-care', 'case.take-in-care-1');

describe('care that a carer’s plan gives to the adult (s.20(7) and (8))', () => {
  it.each([
    ['carer', 'yes', true],
    ['carer', 'no', false],
    ['adult', 'yes', false],
  ])('is given by a plan of a %s that says %s: %s', (about, careToAdult, gives) => {
    expect(givesCareToAdult({ about, careToAdult } as PlanAnswers)).toBe(gives);
  });

  it('is theirs to agree to; where they do not, those who work with the carer are told', () => {
    const no = { adultAgrees: 'no', planChanges: undefined };

    expect(take({})).toMatchObject({ ok: true, outcome: 'agreed' });
    expect(take({ adultAgrees: 'cannot-decide' })).toMatchObject({ ok: true, outcome: 'best-interests' });
    expect(wrongFields(take(no))).toEqual(['carersWorkerTold']);
    expect(take({ ...no, carersWorkerTold: 'Kwame Nowak, today.' })).toMatchObject({ ok: true, outcome: 'not-agreed' });
  });

  it('has their own plan reviewed where it changes for it, and one is in force', () => {
    expect(take({ planChanges: 'yes' }, { planInForce: 1 })).toMatchObject({
      reviewForward: expect.stringContaining('The plan of their carer gives them care'),
    });
    expect(take({ planChanges: 'yes' })).not.toHaveProperty('reviewForward');
  });
});
