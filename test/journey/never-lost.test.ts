import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { CaseReference } from '../../schemas/scalars.ts';
import type { TaskKind } from '../../schemas/task.ts';
import {
  aSupportedCase,
  asksForChange,
  cycle,
  doesNotAgree,
  failsCheck,
  forgetSupportedCase,
  type Journeys,
  reviewReassesses,
  reviewRevises,
  startJourneys,
  type Work,
} from '../support/journey.ts';

/** The ways in which the next open piece of work may be finished. */
const waysOf: Partial<Record<TaskKind, readonly Work[]>> = {
  'review-plan': ['review-plan', reviewRevises, reviewReassesses],
  'check-plan': ['check-plan', failsCheck],
  'agree-plan': ['agree-plan', asksForChange, doesNotAgree],
  // The day may have come long after the time for the review.
  'arrange-visit': [['arrange-visit', { outsideWhy: 'She was away.', movedWhy: 'She was away.' }]],
};

type Happening =
  | { readonly what: 'days pass'; readonly days: number }
  | { readonly what: 'someone works'; readonly way: number }
  | { readonly what: 'a review is asked for' | 'the process restarts' | 'the case is closed' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ what: fc.constant('days pass' as const), days: fc.integer({ min: 1, max: 400 }) }),
  },
  { weight: 12, arbitrary: fc.record({ what: fc.constant('someone works' as const), way: fc.nat({ max: 2 }) }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom({ what: 'a review is asked for' as const }, { what: 'the process restarts' as const }),
  },
  { weight: 1, arbitrary: fc.constant({ what: 'the case is closed' as const }) },
);

/** The one cycle that counts: it sleeps until a reminder that is to come, or someone has work to do for it. */
const expectOneLiveCycle = async (journeys: Journeys, reference: CaseReference): Promise<void> => {
  const { closed, reviewGeneration, nextReview } = await journeys.case(reference);
  if (closed) return;
  const thread = cycle(reviewGeneration);
  const ending = await journeys.ending(reference, thread);
  const tasks = await journeys.tasks(reference);
  const open = tasks.filter(({ id, status }) => status === 'open' && id.startsWith(`${reference}.review-`));
  if (ending === 'in Wait for the reminder') {
    expect(Date.parse(nextReview?.remindAt ?? '')).toBeGreaterThan(Date.parse(journeys.now()));
    expect(open).toEqual([]);
  } else {
    expect(ending).toMatch(
      /^in (Review the plan|Draft the revised plan|Check the revised plan|Agree the revised plan)$/,
    );
    // The visit of a review is arranged beside it.
    const threads = open.filter(({ kind }) => kind !== 'arrange-visit').map(({ id }) => id.split('.')[1]);
    expect(threads).toEqual([thread]);
    expect(open.filter(({ kind, id }) => kind === 'arrange-visit' && id.split('.')[1] !== thread)).toEqual([]);
  }
};

/** Every cycle that came to its review reminded once, and none twice. */
const expectOneReminderEach = async (journeys: Journeys, reference: CaseReference): Promise<void> => {
  const reminded = (await journeys.mailOf(reference)).flatMap((line) => /(review-\d+)\.remind\./.exec(line)?.[1] ?? []);
  const tasks = await journeys.tasks(reference);
  const reviewed = tasks.filter(({ kind }) => kind === 'review-plan').map(({ id }) => id.split('.')[1]);
  expect(reminded.toSorted()).toEqual(reviewed.toSorted());
};

const happen = async (journeys: Journeys, reference: CaseReference, one: Happening, index: number): Promise<void> => {
  if (one.what === 'days pass') return journeys.forward(`P${one.days}D`);
  const { closed } = await journeys.case(reference);
  if (closed) return;
  if (one.what === 'the case is closed') await journeys.close(reference, 'died');
  if (one.what === 'a review is asked for') await journeys.askForReview(reference, `asked-${index}`);
  if (one.what === 'someone works') {
    const task = (await journeys.tasks(reference)).find(
      ({ status, kind }) => status === 'open' && kind !== 'assess-finances',
    );
    if (task === undefined) return;
    const ways = waysOf[task.kind] ?? [task.kind];
    await journeys.work(reference, ways[one.way % ways.length] ?? task.kind);
  }
  // Two threads may have met in one change: the one that was second tries again within minutes.
  await journeys.forward('PT10M');
};

describe('a plan in force', () => {
  afterAll(forgetSupportedCase);

  it('always has exactly one live cycle, and each review one reminder, whatever happens in whatever order', {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 8, maxLength: 12 }), async (happenings) => {
        const { journeys: first, reference, folder, halt } = await aSupportedCase();
        let journeys: Journeys = { ...first, stop: halt };
        for (const [index, one] of happenings.entries()) {
          if (one.what === 'the process restarts') {
            await journeys.stop();
            journeys = await startJourneys({ folder });
          } else await happen(journeys, reference, one, index);
          await expectOneLiveCycle(journeys, reference);
        }
        await journeys.forward('P14M');
        await expectOneLiveCycle(journeys, reference);
        await expectOneReminderEach(journeys, reference);
        expect(journeys.errors).toEqual([]);
        await journeys.stop();
        await rm(folder, { recursive: true });
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});
