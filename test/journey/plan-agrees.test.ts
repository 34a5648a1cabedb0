import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { revisedPlan, staffAnswers } from '../../local/demo/staff-answers.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { type Journeys, reviewRevises, startJourneys, toSupport, type Work } from '../support/journey.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

/** What the API answers to finishing work with these answers instead of the usual ones. */
const answerTo = async (reference: CaseReference, kind: TaskKind, changes: object) => {
  const task = await journeys.openTask(reference, kind);
  const answers = { ...staffAnswers(journeys.today())[kind], ...changes };
  const path = `/leicestershire/staff/tasks/${task.id}/complete`;
  const { status, json } = await journeys.send('POST', path, { as: kindsOfWork[kind].role, body: { answers } });
  const problems = (json.errors ?? []) as { field: string; message: string }[];
  return { status, fields: problems.map(({ field }) => field), messages: problems.map(({ message }) => message) };
};
const [hygiene, clothed] = staffAnswers('2026-01-05')['draft-plan'].needs;

describe('a plan that is drafted', () => {
  let reference: CaseReference;
  beforeAll(async () => {
    reference = await journeys.apply();
    // What her laundry costs is accepted at £18.85 a week, by which she pays £32.70.
    const [laundry] = staffAnswers('2026-01-05')['assess-finances'].disabilityCosts;
    await journeys.work(reference, ...toSupport.slice(0, toSupport.indexOf('assess-finances')), [
      'assess-finances',
      { disabilityCosts: [{ ...laundry, cost: 1885 }] },
    ]);
  });

  it('has to say how each eligible outcome is met: the decision found hygiene and clothing, the plan has hygiene alone', async () => {
    expect(await answerTo(reference, 'draft-plan', { needs: [hygiene] })).toMatchObject({
      status: 400,
      fields: ['needs'],
      messages: [expect.stringContaining('Getting dressed')],
    });
  });

  it('has to say that the person pays what the financial assessment worked out: not £41.55 beside £32.70', async () => {
    const shares = { budgetStage: 'final', budgetPerson: 4155, budgetCouncil: 18_900 - 4155 };

    expect(await answerTo(reference, 'draft-plan', shares)).toMatchObject({
      status: 400,
      fields: ['budgetPerson'],
      messages: [expect.stringContaining('£32.70')],
    });
  });

  it('of £9,900 a week has to say why it is not the estimate of £189', async () => {
    const needs = [{ ...hygiene, weeklyCost: 990_000 }, clothed];

    expect(
      await answerTo(reference, 'draft-plan', { needs, budgetCost: 990_000, managedWeekly: 990_000 }),
    ).toMatchObject({ status: 400, fields: ['estimateDiffersWhy'], messages: [expect.stringContaining('£189.00')] });
  });

  it('names an entry of the council’s support catalogue, or none', async () => {
    const needs = [{ ...hygiene, support: 'magic-carpet' }, clothed];

    expect(await answerTo(reference, 'draft-plan', { needs })).toMatchObject({
      status: 400,
      fields: ['needs[0].support'],
    });
  });
});

describe('a plan that differs from the estimate with a reason', () => {
  it('shows whoever checks it what differs and why', async () => {
    const reference = await journeys.apply();
    const needs = [{ ...hygiene, weeklyCost: 20_000 }, clothed];
    await journeys.work(reference, ...toSupport.slice(0, toSupport.indexOf('draft-plan')), [
      'draft-plan',
      { needs, budgetCost: 20_000, managedWeekly: 20_000, estimateDiffersWhy: 'The weekend costs more.' },
    ]);
    const task = await journeys.openTask(reference, 'check-plan');
    const { json } = await journeys.send('GET', `/leicestershire/staff/tasks/${task.id}`, { as: 'manager' });

    expect(json.known).toContainEqual(
      expect.objectContaining({
        question: 'affordableWhy',
        lines: [
          'The plan costs £200.00 a week and the estimate was £189.00. A manager agrees to it. Reason given: The weekend costs more.',
        ],
      }),
    );
  });
});

describe('support that is set up', () => {
  it('holds the budget as the agreed plan says: no direct payment of a council-managed plan', async () => {
    const reference = await journeys.apply();
    await journeys.work(reference, ...toSupport.slice(0, -1));
    const paid = { arrangements: ['direct-payment'], separateAccount: 'yes', firstPaidOn: journeys.today() };

    expect(await answerTo(reference, 'set-up-support', paid)).toMatchObject({ status: 400, fields: ['arrangements'] });
  });
});

describe('a revised plan', () => {
  const less = (changes: object): Work => ['draft-plan', changes];
  const atLess = {
    budgetCost: 12_600,
    managedWeekly: 12_600,
    needs: [{ ...hygiene, minutes: 30, weeklyCost: 12_600 }, clothed],
  };

  it('that costs less is a reduction whatever the review ticked, and starts after its notice', async () => {
    const reference = await journeys.apply();
    await journeys.work(reference, ...toSupport, 'check-support');
    await journeys.forward('P6W');
    await journeys.work(reference, reviewRevises);

    expect(await answerTo(reference, 'draft-plan', atLess)).toMatchObject({
      status: 400,
      fields: ['lessReasons', 'lessView', 'lessToldOn'],
    });

    const explained = {
      ...atLess,
      lessReasons: [
        {
          outcome: 'hygiene',
          why: 'She washes her face and arms herself since the new basin.',
          metNow: 'Half an hour.',
        },
      ],
      lessView: 'She is content.',
      lessToldOn: journeys.today(),
    };
    expect(await answerTo(reference, 'draft-plan', explained)).toMatchObject({ fields: ['supportStartsOn'] });

    const startsOn = '2026-03-16';
    await journeys.work(reference, less({ ...explained, supportStartsOn: startsOn }), 'check-plan', 'agree-plan');
    expect((await journeys.case(reference)).planInForce).toBe(1);

    await journeys.forward('P28D');
    await journeys.work(reference, ['set-up-support', { startedOn: startsOn }]);
    expect((await journeys.case(reference)).planInForce).toBe(2);
  });

  it('that costs more needs no more than its review', async () => {
    const reference = await journeys.apply();
    await journeys.work(reference, ...toSupport, 'check-support');
    await journeys.forward('P6W');
    await journeys.work(
      reference,
      reviewRevises,
      ['draft-plan', revisedPlan(journeys.today())],
      'check-plan',
      'agree-plan',
    );

    expect((await journeys.case(reference)).planInForce).toBe(2);
  });
});
