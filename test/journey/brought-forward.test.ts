import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseReference } from '../../schemas/scalars.ts';
import { cycle, type Journeys, startJourneys, toSupport } from '../support/journey.ts';

let journeys: Journeys;
let reference: CaseReference;
beforeAll(async () => {
  journeys = await startJourneys();
  reference = await journeys.apply();
  await journeys.work(reference, ...toSupport, 'check-support');
});
afterAll(() => journeys.stop());

const reviewTasks = async () => (await journeys.tasks(reference)).filter(({ kind }) => kind === 'review-plan');

it('a review that is brought forward ten times is one review, whose last date counts', async () => {
  for (let times = 1; times <= 10; times += 1) {
    await journeys.askForReview(reference, `asked-${times}`);
    if (times === 9) await journeys.forward('P2D');
  }

  const careCase = await journeys.case(reference);
  // Asked for last on Wednesday 7 January 2026: ten working days on.
  expect(careCase).toMatchObject({ reviewGeneration: 2, nextReview: { kind: 'early', dueOn: '2026-01-21' } });
  expect(await reviewTasks()).toMatchObject([{ status: 'open', dueOn: '2026-01-21' }]);
  expect(await journeys.ending(reference, cycle(2))).toBe('in Review the plan');
  expect(await journeys.ending(reference, cycle(3))).toBe('not begun');
  const reminders = (await journeys.mailOf(reference)).filter((line) => line.includes('remind'));
  expect(reminders).toHaveLength(1);
  const notes = await journeys.deps.store.records(careCase.council, reference, 'note');
  expect(notes.filter(({ id }) => id.startsWith('case.review-early-'))).toHaveLength(10);
});

it('and once it is held, asking again brings another', async () => {
  await journeys.work(reference, 'review-plan');
  await journeys.askForReview(reference, 'asked-after');

  expect(await journeys.case(reference)).toMatchObject({ reviewGeneration: 4, nextReview: { kind: 'early' } });
  expect((await reviewTasks()).filter(({ status }) => status === 'open')).toHaveLength(1);
});

it('of several that ask at the same moment each is answered, and one cycle begins', async () => {
  await journeys.work(reference, 'review-plan');
  await Promise.all(['a', 'b', 'c', 'd'].map((key) => journeys.askForReview(reference, `at-once-${key}`)));

  expect(await journeys.case(reference)).toMatchObject({ reviewGeneration: 6 });
  expect((await reviewTasks()).filter(({ status }) => status === 'open')).toHaveLength(1);
});
