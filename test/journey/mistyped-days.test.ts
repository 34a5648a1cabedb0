import { afterAll, describe, expect, it } from 'vitest';
import { isoDate } from '../../schemas/scalars.ts';
import { platform } from '../../services/store/audit.ts';
import { createReviewCycles } from '../../services/work/review-cycles.ts';
import {
  aSupportedCase,
  cycle,
  forgetSupportedCase,
  type Journeys,
  startJourneys,
  toSupport,
} from '../support/journey.ts';

afterAll(forgetSupportedCase);

/** What is answered to work that is sent with a mistyped day: a refusal, in which the day is named. */
const refusal = (sent: Promise<unknown>) => sent.then(() => 'taken', String);

describe('a mistyped year', { timeout: 60_000 }, () => {
  it('in the day of a review is told, and the next review is planned from the right one', async () => {
    const { journeys, reference } = await aSupportedCase();
    await journeys.moveTo('2026-02-16T10:00:00Z');

    const said = await refusal(journeys.work(reference, ['review-plan', { heldOn: '2019-01-11' }]));
    await journeys.work(reference, 'review-plan');

    expect(said).toMatch(/ 400: .*Date of the review must/);
    expect((await journeys.case(reference)).nextReview).toMatchObject({ kind: 'later', dueOn: '2027-02-16' });
    expect(journeys.errors).toEqual([]);
  });

  it('in the start of support or of an assessment, or in short-term support, is told', async () => {
    const journeys: Journeys = await startJourneys();
    const [first, second] = [await journeys.apply(), await journeys.apply({ preferredName: 'Second' })];
    await journeys.work(first, 'triage-request');
    await journeys.work(second, ['triage-request', { outcome: 'short-term-support' }]);

    const said = [
      await refusal(journeys.work(first, ['assess-needs', { startedOn: '2016-01-05' }])),
      await refusal(journeys.work(first, ['assess-needs', { startedOn: '2030-01-05', completedOn: '2029-01-05' }])),
      await refusal(
        journeys.work(second, ['give-short-term-support', { startsOn: '2010-01-05', endsOn: '2010-02-05' }]),
      ),
    ];
    await journeys.work(first, ...toSupport.slice(1, -1));
    said.push(await refusal(journeys.work(first, ['set-up-support', { startedOn: '2016-01-05' }])));
    await journeys.work(first, 'set-up-support');

    expect(said.map((one) => / 400: .*check the year|today or in the past/i.test(one) || one)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect((await journeys.case(first)).nextReview?.kind).toBe('first');
    expect(journeys.errors).toEqual([]);
    await journeys.stop();
  });

  it('that was kept before it was told leaves no plan without a review: one is planned for now', async () => {
    const { journeys, reference } = await aSupportedCase();
    const careCase = await journeys.case(reference);
    const actor = platform('test');

    const cause = cycle(careCase.reviewGeneration);
    await createReviewCycles(journeys.deps)(careCase, {
      cause,
      kind: 'later',
      from: isoDate.parse('2016-01-05'),
      actor,
    });

    const { nextReview, reviewGeneration } = await journeys.case(reference);
    expect(reviewGeneration).toBe(careCase.reviewGeneration + 1);
    expect(nextReview?.dueOn.slice(0, 7)).toBe(journeys.today().slice(0, 7));
    expect(nextReview?.kind).toBe('later');
  });
});
