import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { workUpTo } from '../support/case-work.ts';
import { openCase, slug } from '../support/followed-case.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('what staff find of a person', () => {
  it('is kept with the person, stands in the history, and is known wherever it is asked again', async () => {
    const reference = await openCase(platform);
    await workUpTo(platform, reference, 'triage-request');
    const task = await platform.client.waitForTask('assessor', reference, 'assess-needs');
    const answers = {
      ...staffAnswers('2026-01-05')['assess-needs'],
      nhsNumber: '9434765919',
      visitRisks: 'A large dog',
    };
    await platform.client.complete('assessor', task, answers);
    const whole = await platform.deps.store.whole(slug, reference);
    const found = whole?.events.filter(({ action }) => action === 'details-changed');

    expect(whole?.person).toMatchObject({
      nhsNumber: '9434765919',
      alerts: [{ kind: 'risk-to-workers', says: 'A large dog', source: `assess-needs ${reference}`, on: '2026-01-05' }],
    });
    expect(found).toMatchObject([{ actor: { kind: 'staff', role: 'assessor' }, reference }]);
  });
});
