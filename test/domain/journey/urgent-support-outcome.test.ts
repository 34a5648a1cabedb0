import { describe, expect, it } from 'vitest';
import { finishing } from '../../support/finished-work.ts';

const urgent = finishing('arrange-urgent-support');

describe('support that cannot wait', () => {
  it('is looked at again on the day that was set, for as long as it is given', () => {
    expect(urgent({ urgentReviewOn: '2026-01-19' })).toMatchObject({
      outcome: 'given',
      opens: [{ kind: 'arrange-urgent-support', opensOn: '2026-01-19' }],
    });
    expect(urgent({ decision: 'goes-on', lookAgainOn: '2026-02-02' })).toMatchObject({
      opens: [{ opensOn: '2026-02-02' }],
    });
  });

  it('that ended or can wait plans nothing more', () => {
    for (const decision of ['ended', 'not-needed']) {
      expect(urgent({ decision, why: 'Her daughter is back.' })).toMatchObject({ opens: [] });
    }
  });
});
