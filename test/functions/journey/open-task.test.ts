import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClosing } from '../../../services/work/closing.ts';
import { adviceOnly, assessment, type Journeys, slug, startJourneys } from '../../support/journey.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

describe('open-task', { timeout: 60_000 }, () => {
  it('opens no task on a case that is closed while it looks, so that nobody is left with the work', async () => {
    const { deps } = journeys;
    const reference = await journeys.apply();
    const read = deps.store.task;
    let closes = 1;
    deps.store.task = async (council, id) => {
      if (id.endsWith('.assess-needs') && closes-- > 0) {
        await createClosing(deps)(await deps.store.knownCase(slug, reference), 'died', {
          kind: 'platform',
          name: 'test',
        });
      }
      return read(council, id);
    };
    await journeys.work(reference, 'triage-request');
    deps.store.task = read;

    await journeys.forward('PT1M');

    expect((await journeys.tasks(reference)).map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'triage-request completed',
    ]);
    expect(await journeys.ending(reference, assessment())).toBe('SUCCEEDED at Case closed early');
  });

  it('answers with what was done before the case was closed, so that a restart still sends the advice', async () => {
    const reference = await journeys.apply({ preferredName: 'Advice' });
    const failing = ['send-mail', 'record-undelivered-mail'];
    journeys.setFault(({ name, input }) =>
      failing.includes(name) && input['step'] === 'send-advice' ? { error: 'PersonNotFound' } : undefined,
    );
    await journeys.work(reference, adviceOnly);
    const stopped = await journeys.ending(reference, assessment());
    journeys.setFault();

    await journeys.work(reference, 'restart-workflow');

    expect([stopped, await journeys.ending(reference, assessment())]).toEqual([
      'FAILED at Stopped by a fault',
      'SUCCEEDED at Case closed',
    ]);
    expect((await journeys.mailOf(reference)).at(-1)).toContain('assessment-1.send-advice.person');
  });
});
