import { describe, expect, it } from 'vitest';
import { assessedOnceMore } from '../../../domain/journey/reassessment.ts';

describe('an assessment in one journey', () => {
  it.each(['assess-needs', 'assess-carer', 'decide-eligibility-2', 'check-plan-2'])('says nothing at %s', (step) => {
    expect(assessedOnceMore({ step })).toBeUndefined();
  });

  it.each(['assess-needs-2', 'assess-carer-3'])('says at %s that a plan was not clear (CB23)', (step) => {
    expect(assessedOnceMore({ step })).toMatch(/^A plan was not clear/);
  });
});
