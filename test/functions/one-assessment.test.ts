import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReference } from '../../schemas/scalars.ts';
import { createReassessments } from '../../services/work/reassessments.ts';
import {
  aSupportedCase,
  assessment,
  forgetSupportedCase,
  type Journeys,
  reviewReassesses,
  slug,
} from '../support/journey.ts';

let journeys: Journeys;
let reference: CaseReference;
beforeAll(async () => {
  ({ journeys, reference } = await aSupportedCase());
});
afterAll(async () => {
  await journeys.stop();
  await forgetSupportedCase();
});

const assessing = async () =>
  (await journeys.tasks(reference)).filter(({ kind, status }) => kind === 'assess-needs' && status === 'open');

/** What asks for another assessment, as answers of work do. */
const asks = (cause: string) =>
  createReassessments(journeys.deps)(
    { council: slug, reference },
    { cause, actor: { kind: 'platform', name: 'test' }, reason: `Asked by ${cause}` },
  );

describe('a case with support', () => {
  it('has one assessment, however many reviews ask for one', async () => {
    await journeys.askForReview(reference, 'first');
    await journeys.work(reference, reviewReassesses);
    await journeys.askForReview(reference, 'second');
    await journeys.work(reference, reviewReassesses);

    expect((await assessing()).map(({ id }) => id)).toEqual([`${reference}.assessment-2.assess-needs`]);
    expect((await journeys.case(reference)).journey).toBe(2);
    expect(await journeys.ending(reference, assessment(3))).toBe('not begun');
    // Each review has planned the next, so that none is lost.
    expect((await journeys.case(reference)).nextReview?.kind).toBe('later');
  });

  it('has one where something else asks while it runs, which is kept and told to whoever assesses', async () => {
    await asks('look-at-change-1');

    const [task] = await assessing();
    expect(task?.reason).toContain('Another assessment was asked for meanwhile.');
    expect(await journeys.events(reference)).toContain('reassessment-joined assessment-2 asked by look-at-change-1');
    const whole = await journeys.deps.store.whole(slug, reference);
    expect(whole?.records.find(({ id }) => id === 'case.reassessment-look-at-change-1')).toMatchObject({
      content: { text: 'Asked by look-at-change-1' },
    });
  });

  it('has one where two ask at the same moment', async () => {
    const fresh = await aSupportedCase();
    const all = ['a-change', 'a-request'].map((cause) =>
      createReassessments(fresh.journeys.deps)(
        { council: slug, reference: fresh.reference },
        { cause, actor: { kind: 'platform', name: 'test' } },
      ),
    );
    const first = await Promise.allSettled(all);
    const lost = first.findIndex(({ status }) => status === 'rejected');
    // Whoever lost the race asks again, as each caller does.
    const again = await createReassessments(fresh.journeys.deps)(
      { council: slug, reference: fresh.reference },
      { cause: ['a-change', 'a-request'][lost] ?? 'a-request', actor: { kind: 'platform', name: 'test' } },
    );
    await fresh.journeys.settle();

    expect(again).toBe(2);
    expect((await fresh.journeys.case(fresh.reference)).journey).toBe(2);
    expect(await fresh.journeys.ending(fresh.reference, assessment(3))).toBe('not begun');
    await fresh.journeys.stop();
  });
});
