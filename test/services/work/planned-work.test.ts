import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/time/clock-time.ts';
import type { CaseReference } from '../../../schemas/scalars.ts';
import { eventOf, platform } from '../../../services/store/audit.ts';
import { plannedId, plannedWork } from '../../../services/store/planned-signals.ts';
import { createClosing } from '../../../services/work/closing.ts';
import { type Journeys, slug, startJourneys } from '../../support/journey.ts';
import { allOwed } from '../../support/owed.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

/** A new case on which work is planned for ten days from now. */
const planned = async (kind: 'look-at-money' | 'assess-needs') => {
  const { deps } = journeys;
  const reference = await journeys.apply({ preferredName: kind });
  const careCase = await deps.store.knownCase(slug, reference);
  const event = eventOf(deps, careCase, { actor: platform('test'), action: 'task-created', authority: 'A test' });
  const work = { kind, step: `${kind}-later`, opensOn: addDays(journeys.today(), 10) };
  await deps.store.commit({ signals: [plannedWork(careCase, work)], events: [event] });
  return { reference, careCase, step: work.step, event };
};
const kinds = async (reference: CaseReference) =>
  (await journeys.tasks(reference)).map(({ kind, openedAt }) => `${kind} ${openedAt.slice(0, 10)}`);

describe('work that is planned for a later day', { timeout: 60_000 }, () => {
  it('opens on that day, once, and whose it is is told', async () => {
    const { reference } = await planned('look-at-money');
    await journeys.forward('P9D');
    const before = await kinds(reference);

    await journeys.forward('P3D');

    expect(before).not.toContain('look-at-money 2026-01-15');
    expect((await kinds(reference)).filter((one) => one === 'look-at-money 2026-01-15')).toHaveLength(1);
    expect(await journeys.staffMailOf(reference)).toContainEqual(
      expect.stringContaining('look-at-money-later.task-opened'),
    );
  });

  it('opens nothing where it was taken back, or the case is over', async () => {
    const { deps } = journeys;
    const [back, over] = [await planned('look-at-money'), await planned('assess-needs')];
    await deps.store.commit({
      forgets: [plannedId(back.step)],
      events: [eventOf(deps, back.careCase, { actor: platform('test'), action: 'task-returned', authority: 'A test' })],
    });
    await createClosing(deps)(await deps.store.knownCase(slug, over.reference), 'died', platform('test'));

    await journeys.forward('P12D');

    expect(await kinds(back.reference)).not.toContainEqual(expect.stringContaining('look-at-money'));
    expect(await kinds(over.reference)).not.toContainEqual(expect.stringContaining('assess-needs'));
    expect(await allOwed(deps, deps.clock.now())).toEqual([]);
  });
});
