import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountToHold, budgetedCost, budgetProblems, finalBudget, routeProblems } from '../../../domain/plan/budget.ts';
import { paymentRoute, personalBudget, planNeed } from '../../../schemas/plan.ts';
import { pence } from '../../../schemas/scalars.ts';
import { aNeed } from '../../support/care-act.ts';

const needs = [planNeed.parse(aNeed())];
const budget = (changes: Record<string, unknown> = {}) =>
  personalBudget.parse({ stage: 'final', cost: 19200, personPays: 4155, councilPays: 15045, ...changes });
const direct = (weekly: number, changes: Record<string, unknown> = {}) =>
  paymentRoute.parse({
    route: 'direct-payment',
    weekly,
    needs: [1],
    frequency: 'weekly',
    amountEachTime: weekly,
    paidTo: 'person',
    recipientName: 'Ada Example',
    ...changes,
  });
const managed = (weekly: number) => paymentRoute.parse({ route: 'council-managed', weekly });
const fields = (problems: readonly { field: string }[]) => problems.map(({ field }) => field);

describe('budgetedCost', () => {
  it.each([
    { what: 'one need of 192.00', lines: [aNeed()], cost: 19200 },
    { what: 'two needs', lines: [aNeed(), aNeed({ weeklyCost: 1 })], cost: 19201 },
    {
      what: 'a need that others meet',
      lines: [aNeed(), aNeed({ councilMeets: false, weeklyCost: 5000 })],
      cost: 19200,
    },
    {
      what: 'reablement, left out by the Exclusion of Costs Regs',
      lines: [aNeed(), aNeed({ supportType: 'reablement' })],
      cost: 19200,
    },
    { what: 'a one-off cost, which is not weekly', lines: [aNeed({ oneOffCost: 90000 })], cost: 19200 },
    { what: 'no need', lines: [], cost: 0 },
  ])('is $cost for $what', ({ lines, cost }) => {
    expect(budgetedCost(lines.map((line) => planNeed.parse(line)))).toBe(cost);
  });
});

describe('budgetProblems (s.26(1))', () => {
  it.each([
    { given: budget(), problems: [] },
    { given: budget({ councilPays: 15046 }), problems: ['budget.cost'] },
    { given: budget({ councilPays: 15044 }), problems: ['budget.cost'] },
    { given: budget({ otherPublicMoney: [{ source: 'health', detail: 'Nurse', weekly: 5000 }] }), problems: [] },
    { given: personalBudget.parse({ stage: 'estimated', cost: 19200 }), problems: [] },
    {
      given: personalBudget.parse({ stage: 'estimated', cost: 19200, personPays: 0 }),
      problems: ['budget.councilPays'],
    },
    {
      given: personalBudget.parse({ stage: 'estimated', cost: 19200, councilPays: 19200 }),
      problems: ['budget.personPays'],
    },
  ])('names $problems for $given', ({ given, problems }) => {
    expect(fields(budgetProblems(given))).toEqual(problems);
  });
});

describe('finalBudget', () => {
  const estimated = personalBudget.parse({ stage: 'estimated', cost: 18000 });

  it.each([
    { contribution: 4155, personPays: 4155, councilPays: 15045 },
    { contribution: 19199, personPays: 19199, councilPays: 1 },
    { contribution: 19200, personPays: 19200, councilPays: 0 },
    { contribution: 19201, personPays: 19200, councilPays: 0 },
    { contribution: 0, personPays: 0, councilPays: 19200 },
  ])('takes $personPays from the person for an assessed $contribution', ({ contribution, personPays, councilPays }) => {
    const answer = finalBudget(estimated, pence.parse(19200), { weekly: pence.parse(contribution) });

    expect(answer).toMatchObject({ ok: true, budget: { stage: 'final', cost: 19200, personPays, councilPays } });
  });

  it('waits for the financial assessment, and says so', () => {
    expect(finalBudget(estimated, pence.parse(19200), undefined)).toMatchObject({
      ok: false,
      problem: { field: 'budget.personPays', rule: 's.26(1)(b); s.17' },
    });
  });

  it('always adds up, and the person never pays more than the cost', () => {
    const amount = fc.nat({ max: 1_000_000 }).map((value) => pence.parse(value));

    fc.assert(
      fc.property(amount, amount, (cost, weekly) => {
        const answer = finalBudget(estimated, cost, { weekly });

        expect(answer.ok && budgetProblems(answer.budget)).toEqual([]);
        expect(answer.ok && answer.budget.personPays <= cost).toBe(true);
      }),
    );
  });
});

describe('amountToHold', () => {
  it.each([
    { how: 'paid to the council', given: budget(), amount: 19200 },
    {
      how: 'taken off the direct payment',
      given: budget({ contributionPaid: 'taken-off-direct-payment' }),
      amount: 15045,
    },
  ])('is $amount when the contribution is $how', ({ given, amount }) => {
    expect(amountToHold(given)).toBe(amount);
  });
});

describe('routeProblems', () => {
  it.each([
    { what: 'council-managed (CB27)', routes: [managed(19200)], problems: [] },
    { what: 'a direct payment (CB26)', routes: [direct(19200)], problems: [] },
    { what: 'both, adding up (CB28)', routes: [direct(10000), managed(9200)], problems: [] },
    { what: 'both, a penny short', routes: [direct(10000), managed(9199)], problems: ['paymentRoutes'] },
    { what: 'both, a penny over', routes: [direct(10000), managed(9201)], problems: ['paymentRoutes'] },
    { what: 'nothing', routes: [], problems: ['paymentRoutes'] },
    {
      what: 'every four weeks',
      routes: [direct(19200, { frequency: 'every-four-weeks', amountEachTime: 76800 })],
      problems: [],
    },
    {
      what: 'every four weeks, a penny off',
      routes: [direct(19200, { frequency: 'every-four-weeks', amountEachTime: 76801 })],
      problems: ['paymentRoutes.0.amountEachTime'],
    },
    {
      what: 'monthly by 52 weeks',
      routes: [direct(19200, { frequency: 'monthly', amountEachTime: 83200 })],
      problems: [],
    },
    {
      what: 'monthly by 365.25 days',
      routes: [direct(19200, { frequency: 'monthly', amountEachTime: 83486 })],
      problems: [],
    },
    {
      what: 'monthly, below',
      routes: [direct(19200, { frequency: 'monthly', amountEachTime: 83199 })],
      problems: ['paymentRoutes.0.amountEachTime'],
    },
    {
      what: 'monthly, above',
      routes: [direct(19200, { frequency: 'monthly', amountEachTime: 83487 })],
      problems: ['paymentRoutes.0.amountEachTime'],
    },
    {
      what: 'once, beside the weekly support',
      routes: [managed(19200), direct(0, { frequency: 'once', amountEachTime: 30000 })],
      problems: [],
    },
    {
      what: 'a need that does not exist',
      routes: [direct(19200, { needs: [2] })],
      problems: ['paymentRoutes.0.needs'],
    },
  ])('names $problems for $what', ({ routes, problems }) => {
    expect(fields(routeProblems(routes, budget(), needs))).toEqual(problems);
  });

  it('refuses a direct payment for a need that the council does not meet (s.25(2))', () => {
    const notMet = [planNeed.parse(aNeed({ councilMeets: false, weeklyCost: 0, whyNotMet: 'A friend does it' }))];

    expect(fields(routeProblems([direct(19200)], budget(), notMet))).toEqual(['paymentRoutes.0.needs']);
  });

  it('takes a contribution off a direct payment only where there is one', () => {
    const net = budget({ contributionPaid: 'taken-off-direct-payment' });

    expect(fields(routeProblems([managed(15045)], net, needs))).toEqual(['budget.contributionPaid']);
    expect(fields(routeProblems([direct(15045)], net, needs))).toEqual([]);
  });
});
