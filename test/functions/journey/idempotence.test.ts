import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FunctionName } from '../../../infra/service-map.ts';
import type { CaseReference } from '../../../schemas/scalars.ts';
import { aSupportedCase, forgetSupportedCase, type Journeys, slug } from '../../support/journey.ts';

/** What each journey function is called with on a case whose plan is in force; the last one ends the case. */
const calls: { name: FunctionName; more: object; answer: unknown }[] = [
  { name: 'take-up-case', more: {}, answer: { financialAssessment: 'before-plan', triaged: false } },
  {
    name: 'plan-review',
    more: { thread: 'review-1', startedAt: '2026-01-05T10:00:00.000Z' },
    answer: { current: true, waitUntil: '2026-02-02T09:00:00.000Z', remindAfterWait: true },
  },
  {
    name: 'send-mail',
    more: { thread: 'review-1', step: 'remind', template: 'review-coming' },
    answer: { wanted: true },
  },
  {
    name: 'open-task',
    more: { step: 'assess-finances', kind: 'assess-finances' },
    answer: { taskId: expect.any(String) },
  },
  { name: 'record-undelivered-mail', more: { step: 'another-mail', template: 'decision-made' }, answer: {} },
  { name: 'report-failure', more: { leg: 3, error: 'Error' }, answer: {} },
  {
    name: 'start-review-cycle',
    more: { thread: 'review-1', kind: 'later', from: '2026-01-05' },
    answer: { generation: 2 },
  },
  { name: 'start-reassessment', more: { thread: 'review-2' }, answer: { journey: 2 } },
  { name: 'close-case', more: { reason: 'support-ended' }, answer: { closed: false } },
];

describe('a journey function', { timeout: 60_000 }, () => {
  let journeys: Journeys;
  let reference: CaseReference;
  beforeAll(async () => {
    ({ journeys, reference } = await aSupportedCase());
  });
  afterAll(async () => {
    await journeys.stop();
    await forgetSupportedCase();
  });

  /** Everything that is kept, but the mail that waits for a retry and the version of what has only been read. */
  const kept = async () => ({
    whole: await journeys.deps.store.whole(slug, reference),
    mail: (await journeys.platform.mail.list()).length,
    executions: (await journeys.platform.stepFunctions.executions({ limit: 1000 })).map(({ name }) => name),
  });

  it.each(calls)(
    '$name changes nothing when it is called again with the same input',
    async ({ name, more, answer }) => {
      const input = { council: slug, reference, thread: 'assessment-1', ...more };
      const first = await journeys.platform.lambda.invoke(name, input);
      await journeys.settle();
      const before = await kept();

      const second = await journeys.platform.lambda.invoke(name, input);
      await journeys.settle();

      expect([first, second]).toEqual([answer, answer]);
      expect(await kept()).toEqual(before);
    },
  );
});
