import { describe, expect, it } from 'vitest';
import { decisionWorking } from '../../../domain/eligibility/decision-working.ts';
import { staffAnswers } from '../../../local/demo/staff-answers.ts';
import { today } from '../../support/finished-work.ts';

const whole = staffAnswers(today)['decide-eligibility'];

describe('the working of a decision', () => {
  it('of no answers names everything that is missing and nothing that follows', () => {
    const { test, outcomes, follows } = decisionWorking('adult', {});

    expect(test.result).toBe('not-enough-information');
    expect(outcomes).toHaveLength(10);
    expect(outcomes.every(({ found }) => found === 'not-answered')).toBe(true);
    expect(follows).toBeUndefined();
  });

  it('of whole answers has each outcome with its reasons, and what follows with its source', () => {
    const { test, outcomes, follows } = decisionWorking('adult', whole);

    expect(test.result).toBe('eligible');
    expect(outcomes.filter(({ found }) => found === 'unable').map(({ outcome }) => outcome)).toEqual([
      'hygiene',
      'clothed',
    ]);
    expect(outcomes.find(({ outcome }) => outcome === 'hygiene')?.because).not.toEqual([]);
    expect(follows).toMatchObject({ source: 's.18; s.24(1)' });
  });

  it('does not take an outcome whose reasons are still to be ticked for one that the person can achieve', () => {
    const { outcomes } = decisionWorking('adult', { nutritionApplies: 'yes' });

    expect(outcomes.find(({ outcome }) => outcome === 'nutrition')?.found).toBe('not-answered');
  });

  it('keeps the result that staff chose beside the test', () => {
    expect(decisionWorking('adult', { ...whole, result: 'not-eligible' })).toMatchObject({
      staff: 'not-eligible',
      test: { result: 'eligible' },
    });
  });

  it('of a carer has eight outcomes and the residence of the adult cared for', () => {
    const { outcomes } = decisionWorking('carer', {});

    expect(outcomes).toHaveLength(8);
  });
});
