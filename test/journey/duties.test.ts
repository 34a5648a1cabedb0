import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReference } from '../../schemas/scalars.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { type Journeys, startJourneys } from '../support/journey.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

/** The kinds of work that are open on a case. */
const open = async (reference: CaseReference): Promise<TaskKind[]> =>
  (await journeys.tasks(reference)).filter(({ status }) => status === 'open').map(({ kind }) => kind);

/** The fields that staff are told to put right; none where the work was taken. */
const wrong = async (reference: CaseReference, kind: TaskKind, answers: object = {}): Promise<string[]> => {
  try {
    await journeys.finish(reference, kind, answers);
    return [];
  } catch (error) {
    const [, body = '{}'] = /answered 400: (.*)$/s.exec(String(error)) ?? [];
    const { errors = [] } = JSON.parse(body) as { errors?: { field: string }[] };
    if (errors.length === 0) throw error;
    return errors.map(({ field }) => field);
  }
};

describe('an independent advocate (Care Act 2014 s.67)', () => {
  const remembers = { takingPart: ['remember'], someoneToSupport: 'no', wantsAdvocate: 'yes' };

  it('is asked for at triage by what the person told, and the assessment waits for one (A1)', async () => {
    const reference = await journeys.apply(remembers);
    await journeys.work(reference, 'triage-request');

    expect((await open(reference)).sort()).toEqual(['arrange-advocacy', 'assess-needs']);
    expect(await wrong(reference, 'assess-needs')).toEqual(['substantialDifficulty']);

    await journeys.work(reference, 'arrange-advocacy', 'assess-needs');

    expect((await journeys.case(reference)).stage).toBe('decision');
    expect((await journeys.mailOf(reference)).at(-1)).toContain('arrange-advocacy');
  });
});
