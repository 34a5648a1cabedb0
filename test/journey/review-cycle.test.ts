import { afterAll, describe, expect, it } from 'vitest';
import type { CaseReference } from '../../schemas/scalars.ts';
import {
  adviceOnly,
  aSupportedCase,
  asksForChange,
  assessment,
  cycle,
  doesNotAgree,
  forgetSupportedCase,
  type Journeys,
  reviewEnds,
  reviewReassesses,
  reviewRevises,
  startJourneys,
  toSupport,
} from '../support/journey.ts';

const toReminder = [
  'Take up the cycle',
  'Plan the review',
  'Is this cycle current?',
  'Wait for the reminder',
  'Is it time to remind?',
];
const toReview = [
  ...toReminder,
  'Remind of the review',
  'Is the review still wanted?',
  'Review the plan',
  'What did the review find?',
];
const drafted = [
  'Draft the revised plan',
  'Check the revised plan',
  'Does the revised plan pass the checks?',
  'Agree the revised plan',
  'Does the person agree?',
];
const later = ['Plan the later review', 'Next review planned'];

afterAll(forgetSupportedCase);

const reminders = async (journeys: Journeys, reference: CaseReference) =>
  (await journeys.mailOf(reference)).filter((line) => line.includes('.remind.'));

describe('the review cycle', { timeout: 180_000 }, () => {
  it('reminds at 09:00 in London of the first review after 6 weeks and of later ones 4 weeks ahead, winter and summer', async () => {
    const { journeys, reference } = await aSupportedCase();
    await journeys.moveTo('2026-02-16T10:00:00Z');
    await journeys.work(reference, 'review-plan');
    await journeys.moveTo('2027-02-16T10:00:00Z');
    await journeys.work(reference, reviewRevises, 'draft-plan', 'check-plan', 'agree-plan');
    await journeys.moveTo('2027-08-02T10:00:00Z');
    await journeys.work(reference, 'review-plan');
    await journeys.moveTo('2028-07-05T10:00:00Z');

    expect(await reminders(journeys, reference)).toEqual([
      '2026-02-02T09:00:00.000Z review-1.remind.person',
      // 16 February 2027 less 28 days is Tuesday 19 January.
      '2027-01-19T09:00:00.000Z review-2.remind.person',
      // 6 weeks after 16 February are 30 March, less 14 days Tuesday 16 March.
      '2027-03-16T09:00:00.000Z review-3.remind.person',
      // 2 August 2028 less 28 days is Wednesday 5 July, in summer time.
      '2028-07-05T08:00:00.000Z review-4.remind.person',
    ]);
    await journeys.stop();
  });

  it('goes on after 300 days of waiting in a new leg, so that no execution lasts a year, and plans 12 months from the review held', async () => {
    const { journeys, reference } = await aSupportedCase();
    await journeys.moveTo('2026-02-16T10:00:00Z');

    await journeys.work(reference, 'review-plan');
    await journeys.forward('P12M');

    expect(await journeys.path(reference, cycle(1))).toEqual([...toReview, ...later]);
    expect(await journeys.path(reference, cycle(2))).toEqual([
      ...toReminder,
      'Continue in a new execution',
      'Continued',
      ...toReview.slice(0, -1),
    ]);
    const [first] = await journeys.legs(reference, cycle(2));
    expect([first?.startedAt, first?.endedAt]).toEqual([
      Date.parse('2026-02-16T10:00Z'),
      Date.parse('2026-12-13T09:00Z'),
    ]);
    await journeys.stop();
  });

  it('starts the 6-week clock again with a revised plan, that the person asked to change once', async () => {
    const { journeys, reference } = await aSupportedCase();
    await journeys.moveTo('2026-02-16T10:00:00Z');

    await journeys.work(
      reference,
      reviewRevises,
      'draft-plan',
      'check-plan',
      asksForChange,
      'draft-plan',
      'check-plan',
      'agree-plan',
    );

    expect(await journeys.path(reference, cycle(1))).toEqual([
      ...toReview,
      ...drafted,
      'Go round again',
      ...drafted,
      'Send the revised plan',
      'Plan the first review again',
      'Next review planned',
    ]);
    expect(await journeys.case(reference)).toMatchObject({
      stage: 'support',
      planInForce: 3,
      reviewGeneration: 2,
      nextReview: { kind: 'first', dueOn: '2026-03-30' },
    });
    // Once: what else is told at this moment may come before or after it.
    const sent = (await journeys.mailOf(reference)).filter((line) => line.endsWith('review-1.send-plan.person'));
    expect(sent).toEqual(['2026-02-16T10:00:00.000Z review-1.send-plan.person']);
    await journeys.stop();
  });

  it('leaves the initial plan in force where the revised one is not agreed, and reviews it in 12 months', async () => {
    const { journeys, reference } = await aSupportedCase();
    await journeys.moveTo('2026-02-16T10:00:00Z');

    await journeys.work(reference, reviewRevises, 'draft-plan', 'check-plan', doesNotAgree);

    expect(await journeys.path(reference, cycle(1))).toEqual([...toReview, ...drafted, ...later]);
    expect(await journeys.case(reference)).toMatchObject({
      planInForce: 1,
      nextReview: { kind: 'later', dueOn: '2027-02-16' },
    });
    const plans = await journeys.deps.store.records((await journeys.case(reference)).council, reference, 'plan');
    expect(plans.map((plan) => plan.kind === 'plan' && `${plan.number} ${plan.state}`)).toEqual([
      '1 active',
      '2 ended',
    ]);
    await journeys.stop();
  });

  it('begins a new journey where needs have changed, and its plan replaces the later review that stood meanwhile', async () => {
    const { journeys, reference } = await aSupportedCase();
    await journeys.moveTo('2026-02-16T10:00:00Z');
    await journeys.work(reference, reviewReassesses);
    await journeys.forward('PT1M');
    const meanwhile = (await journeys.case(reference)).nextReview?.dueOn;

    await journeys.work(reference, ...toSupport.slice(1), 'check-support');
    await journeys.forward('P13M');

    expect(await journeys.path(reference, cycle(1))).toEqual([...toReview, 'Start a reassessment', ...later]);
    expect(meanwhile).toBe('2027-02-16');
    expect(await journeys.ending(reference, assessment(2))).toBe('SUCCEEDED at Support is under review');
    expect(await journeys.ending(reference, cycle(2))).toBe('SUCCEEDED at Superseded');
    expect(await journeys.case(reference)).toMatchObject({ stage: 'support', planInForce: 2, reviewGeneration: 3 });
    expect((await reminders(journeys, reference)).map((line) => line.split(' ')[1])).toEqual([
      'review-1.remind.person',
      'review-3.remind.person',
    ]);
    await journeys.stop();
  });

  it('that finds support no longer needed leaves it running until notice was given and is over, then tells once how to come back', async () => {
    const { journeys, reference } = await aSupportedCase();
    await journeys.moveTo('2026-02-16T10:00:00Z');

    await journeys.work(reference, reviewEnds);
    await journeys.forward('P10W');

    expect(await journeys.path(reference, cycle(1))).toEqual([
      ...toReview,
      'End support',
      'Has support ended?',
      'Plan the later review',
      'Next review planned',
    ]);
    expect(await journeys.case(reference)).toMatchObject({ stage: 'support', planInForce: 1 });
    expect((await journeys.case(reference)).closed).toBeUndefined();

    // Monday 27 April: 28 days later is Monday 25 May, and nothing ends before.
    const early = journeys.finish(reference, 'give-notice-of-end', { endsOn: '2026-05-24' });
    await expect(early).rejects.toThrow('Support ends on Monday 25 May 2026 at the earliest');
    await journeys.work(reference, 'give-notice-of-end');
    expect((await journeys.mailOf(reference)).at(-1)).toContain('case.give-notice-of-end-1.person');
    await expect(journeys.openTask(reference, 'end-support')).rejects.toThrow('No open end-support');
    await journeys.moveTo('2026-05-25T08:00:00Z');
    await journeys.work(reference, 'end-support');
    await journeys.forward('P2Y');

    expect((await journeys.case(reference)).closed).toEqual({
      reason: 'support-ended',
      at: '2026-05-25T08:00:00.000Z',
    });
    expect((await journeys.mailOf(reference)).at(-1)).toBe('2026-05-25T08:00:00.000Z case.tell-of-end.person');
    // What was owed until then is still collected: nobody has begun on it here.
    const left = (await journeys.tasks(reference)).filter(({ status }) => status === 'open');
    expect(left.map(({ kind }) => kind)).toEqual(['collect-contribution']);
    await journeys.stop();
  });

  it('is replaced by a review asked for early: that one reminds at once, the sleeping one ends quietly when it wakes', async () => {
    const { journeys, reference } = await aSupportedCase();
    await journeys.forward('P1W');

    await journeys.askForReview(reference);
    await journeys.askForReview(reference);
    await journeys.forward('P4W');

    expect(await journeys.path(reference, cycle(1))).toEqual([
      ...toReminder,
      'Remind of the review',
      'Is the review still wanted?',
      'Superseded',
    ]);
    expect(await reminders(journeys, reference)).toEqual(['2026-01-12T10:00:00.000Z review-2.remind.person']);
    expect((await journeys.case(reference)).nextReview).toMatchObject({ kind: 'early', dueOn: '2026-01-26' });
    expect(await journeys.legs(reference, cycle(3))).toEqual([]);
    await journeys.stop();
  });

  it('keeps the revision that is under way where a review is asked for meanwhile, with why it was asked', async () => {
    const { journeys, reference } = await aSupportedCase();
    await journeys.moveTo('2026-02-16T10:00:00Z');
    await journeys.work(reference, reviewRevises);

    await journeys.askForReview(reference);
    await journeys.work(reference, 'draft-plan', 'check-plan', 'agree-plan');

    expect(await journeys.case(reference)).toMatchObject({ planInForce: 2, nextReview: { kind: 'first' } });
    expect(
      (await journeys.client.readCase(reference)).records.filter(({ id }) => id.startsWith('case.review-')),
    ).toMatchObject([{ content: { text: 'Asked for by the person. Her sight is worse.' } }]);
    await journeys.stop();
  });

  it('is brought forward to within 10 working days where the key worker finds that a change is needed', async () => {
    const journeys = await startJourneys();
    const reference = await journeys.apply();
    await journeys.work(reference, ...toSupport);
    await journeys.forward('P1W');

    await journeys.work(reference, [
      'check-support',
      { howItGoes: 'The visits are too short.', changeNeeded: 'yes', whatChange: 'Longer visits.' },
    ]);
    await journeys.forward('PT1M');

    expect((await journeys.case(reference)).nextReview).toMatchObject({ kind: 'early', dueOn: '2026-01-26' });
    expect(await journeys.ending(reference, cycle(2))).toBe('in Review the plan');
    expect(await journeys.ending(reference, assessment())).toBe('SUCCEEDED at Support is under review');
    await journeys.stop();
  });

  it('comes on the sooner day that was agreed at the one before (S43)', async () => {
    const { journeys, reference } = await aSupportedCase();
    await journeys.moveTo('2026-02-16T10:00:00Z');

    await journeys.work(reference, ['review-plan', { nextReviewOn: '2026-08-17' }]);
    await journeys.forward('PT1M');

    expect((await journeys.case(reference)).nextReview).toMatchObject({ kind: 'later', dueOn: '2026-08-17' });
    await journeys.stop();
  });

  it('keeps a review asked for early while the cycle before it has still to plan the next', async () => {
    const { journeys, reference } = await aSupportedCase();
    await journeys.moveTo('2026-02-16T10:00:00Z');
    // The store is out of reach for a moment after the review is held, and meanwhile the person asks.
    journeys.setFault(({ name }) => (name === 'start-review-cycle' ? { error: 'StoreConflict' } : undefined));
    await journeys.work(reference, 'review-plan');
    await journeys.askForReview(reference);
    journeys.setFault();

    await journeys.forward('PT1H');

    expect(await journeys.case(reference)).toMatchObject({ reviewGeneration: 2, nextReview: { kind: 'early' } });
    expect(await journeys.ending(reference, cycle(2))).toBe('in Review the plan');
    await journeys.stop();
  });

  it('sends no reminder where the case was closed while it slept, and has no review of a closed case', async () => {
    const { journeys, reference } = await aSupportedCase();
    await journeys.moveTo('2026-02-02T08:59:59Z');
    await journeys.close(reference, 'died');

    await journeys.forward('P1D');

    expect(await journeys.ending(reference, cycle(1))).toBe('SUCCEEDED at Superseded');
    expect(await reminders(journeys, reference)).toEqual([]);
    expect((await journeys.case(reference)).nextReview).toBeUndefined();
    await journeys.stop();
  });

  it('reminds on the next working morning where the day of the reminder is over when support is recorded', async () => {
    const journeys = await startJourneys();
    const reference = await journeys.apply();
    await journeys.work(reference, ...toSupport.slice(0, -1));
    await journeys.moveTo('2026-02-06T17:32:00Z');

    await journeys.work(reference, ['set-up-support', { startedOn: '2026-01-06', toldOfCostOn: '2026-01-05' }]);
    await journeys.forward('P5D');

    // Friday evening: the reminder was for Tuesday 3 February, and goes out on Monday.
    expect(await reminders(journeys, reference)).toEqual(['2026-02-09T09:00:00.000Z review-1.remind.person']);
    await journeys.stop();
  });

  it.each([
    { what: 'a review held tomorrow', answers: { heldOn: '2026-02-17' } },
    { what: 'a review held in 2099', answers: { heldOn: '2099-02-16' } },
  ])('refuses $what, since the next one is counted from it', async ({ answers }) => {
    const { journeys, reference } = await aSupportedCase();
    await journeys.moveTo('2026-02-16T10:00:00Z');

    await expect(journeys.finish(reference, 'review-plan', answers)).rejects.toThrow('answered 400');
    await journeys.stop();
  });
});

describe('a task that is open for 3 years', { timeout: 180_000 }, () => {
  it('goes on in legs of 300 days with one task, one mail and one token, and its answer still carries the case on', async () => {
    const journeys = await startJourneys();
    const reference = await journeys.apply();
    const other = await journeys.apply({ preferredName: 'Reviewed' });
    await journeys.work(other, ...toSupport);

    await journeys.forward('P3Y');
    await journeys.work(reference, adviceOnly);
    await journeys.work(other, 'review-plan');

    for (const [case_, thread, kind, next] of [
      [reference, assessment(), 'triage-request', 'SUCCEEDED at Case closed'],
      [other, cycle(1), 'review-plan', 'SUCCEEDED at Next review planned'],
    ] as const) {
      const legs = await journeys.legs(case_, thread);
      expect(legs).toHaveLength(4);
      for (const { startedAt, endedAt, history } of legs) {
        const days = ((endedAt ?? Date.parse(journeys.now())) - startedAt) / 86_400_000;
        expect(days).toBeLessThanOrEqual(301);
        expect(history.length).toBeLessThan(200);
      }
      expect(await journeys.ending(case_, thread)).toBe(next);
      expect((await journeys.tasks(case_)).filter((task) => task.kind === kind)).toHaveLength(1);
      expect((await journeys.staffMailOf(case_)).filter((key) => key.includes(kind))).toHaveLength(1);
    }
    expect(await reminders(journeys, other)).toEqual(['2026-02-02T09:00:00.000Z review-1.remind.person']);
    expect(await journeys.ending(other, cycle(2))).toBe('in Wait for the reminder');
    await journeys.stop();
  });
});
