import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountToHold,
  budgetedCost,
  budgetProblems,
  finalBudget,
  heldProblems,
  withinEstimate,
} from '../../../domain/plan/budget.ts';
import type { Budget, HeldAnswers } from '../../../domain/plan/plan-answers.ts';
import { pence } from '../../../schemas/scalars.ts';
import { aNeed } from '../../support/care-act.ts';

const needs = [aNeed()];
const estimate = (shares: Partial<Budget> = {}): Budget => ({ budgetStage: 'estimated', budgetCost: 19200, ...shares });
const budget = (changes: Partial<Budget> = {}): Budget => ({
  budgetStage: 'final',
  budgetCost: 19200,
  budgetPerson: 4155,
  budgetCouncil: 15045,
  ...changes,
});
type Payment = NonNullable<HeldAnswers['directPayments']>[number];
const direct = (weekly: number, changes: Partial<Payment> = {}): HeldAnswers => ({
  paymentRoutes: ['direct-payment'],
  directPayments: [
    {
      needs: '1',
      weekly,
      every: 'weekly',
      amountEachTime: weekly,
      paidTo: 'person',
      recipientName: 'Ada Example',
      ...changes,
    },
  ],
});
const managed = (managedWeekly: number): HeldAnswers => ({ paymentRoutes: ['council-managed'], managedWeekly });
const both = (one: HeldAnswers, other: HeldAnswers): HeldAnswers => ({
  ...one,
  ...other,
  paymentRoutes: ['direct-payment', 'council-managed'],
});
const fields = (problems: readonly { field: string }[]) => problems.map(({ field }) => field);

describe('budgetedCost', () => {
  it.each([
    { what: 'one need of 192.00', lines: [aNeed()], cost: 19200 },
    { what: 'two needs', lines: [aNeed(), aNeed({ weeklyCost: 1 })], cost: 19201 },
    {
      what: 'a need that others meet',
      lines: [aNeed(), aNeed({ councilMeets: 'no', weeklyCost: 5000 })],
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
    expect(budgetedCost(lines)).toBe(cost);
  });
});

describe('budgetProblems (s.26(1))', () => {
  it.each([
    { given: budget(), problems: [] },
    { given: budget({ budgetCouncil: 15046 }), problems: ['budgetCost'] },
    { given: budget({ budgetCouncil: 15044 }), problems: ['budgetCost'] },
    { given: estimate(), problems: [] },
    { given: estimate({ budgetPerson: 0 }), problems: ['budgetCouncil'] },
    { given: estimate({ budgetCouncil: 19200 }), problems: ['budgetPerson'] },
    { given: { budgetStage: 'final' as const, budgetCost: 19200 }, problems: ['budgetPerson'] },
  ])('names $problems for $given', ({ given, problems }) => {
    expect(fields(budgetProblems(given))).toEqual(problems);
  });
});

describe('finalBudget', () => {
  const estimated = estimate({ budgetCost: 18000 });

  it.each([
    { contribution: 4155, person: 4155, council: 15045 },
    { contribution: 19199, person: 19199, council: 1 },
    { contribution: 19200, person: 19200, council: 0 },
    { contribution: 19201, person: 19200, council: 0 },
    { contribution: 0, person: 0, council: 19200 },
  ])('takes $person from the person for an assessed $contribution', ({ contribution, person, council }) => {
    const answer = finalBudget(estimated, pence.parse(19200), { weekly: pence.parse(contribution) });

    expect(answer).toMatchObject({
      ok: true,
      budget: { budgetStage: 'final', budgetCost: 19200, budgetPerson: person, budgetCouncil: council },
    });
  });

  it('waits for the financial assessment, and says so', () => {
    expect(finalBudget(estimated, pence.parse(19200), undefined)).toMatchObject({
      ok: false,
      problem: { field: 'budgetPerson', rule: 's.26(1)(b); s.17' },
    });
  });

  it('always adds up, and the person never pays more than the cost', () => {
    const amount = fc.nat({ max: 1_000_000 }).map((value) => pence.parse(value));

    fc.assert(
      fc.property(amount, amount, (cost, weekly) => {
        const answer = finalBudget(estimated, cost, { weekly });

        expect(answer.ok && budgetProblems(answer.budget)).toEqual([]);
        expect(answer.ok && answer.budget.budgetPerson <= cost).toBe(true);
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

describe('heldProblems', () => {
  const problemsOf = (held: HeldAnswers, of = budget(), met = needs) =>
    fields(heldProblems({ ...held, ...of, needs: met }));

  it.each([
    { what: 'council-managed (CB27)', held: managed(19200), problems: [] },
    { what: 'a direct payment (CB26)', held: direct(19200), problems: [] },
    { what: 'both, adding up (CB28)', held: both(direct(10000), managed(9200)), problems: [] },
    { what: 'both, a penny short', held: both(direct(10000), managed(9199)), problems: ['paymentRoutes'] },
    { what: 'both, a penny over', held: both(direct(10000), managed(9201)), problems: ['paymentRoutes'] },
    {
      what: 'a third party with the council, adding up',
      held: { ...managed(9200), fundWeekly: 10000, fundHeldBy: 'Example Trust' },
      problems: [],
    },
    { what: 'nothing', held: { paymentRoutes: ['none' as const] }, problems: ['paymentRoutes'] },
    {
      what: 'every four weeks',
      held: direct(19200, { every: 'every-four-weeks', amountEachTime: 76800 }),
      problems: [],
    },
    {
      what: 'every four weeks, a penny off',
      held: direct(19200, { every: 'every-four-weeks', amountEachTime: 76801 }),
      problems: ['directPayments[0].amountEachTime'],
    },
    {
      what: 'monthly by 52 weeks',
      held: direct(19200, { every: 'monthly', amountEachTime: 83200 }),
      problems: [],
    },
    {
      what: 'monthly by 365.25 days',
      held: direct(19200, { every: 'monthly', amountEachTime: 83486 }),
      problems: [],
    },
    {
      what: 'monthly, below',
      held: direct(19200, { every: 'monthly', amountEachTime: 83199 }),
      problems: ['directPayments[0].amountEachTime'],
    },
    {
      what: 'monthly, above',
      held: direct(19200, { every: 'monthly', amountEachTime: 83487 }),
      problems: ['directPayments[0].amountEachTime'],
    },
    {
      what: 'once, beside the weekly support',
      held: both(managed(19200), direct(0, { every: 'once', amountEachTime: 30000 })),
      problems: [],
    },
    { what: 'a need that does not exist', held: direct(19200, { needs: '2' }), problems: ['directPayments[0].needs'] },
    { what: 'needs without numbers', held: direct(19200, { needs: 'all' }), problems: ['directPayments[0].needs'] },
    {
      what: 'several needs, one of which does not exist',
      held: direct(19200, { needs: '1 and 3' }),
      problems: ['directPayments[0].needs'],
    },
  ])('names $problems for $what', ({ held, problems }) => {
    expect(problemsOf(held)).toEqual(problems);
  });

  it('refuses a direct payment for a need that the council does not meet (s.25(2))', () => {
    const notMet = [aNeed({ councilMeets: 'no', weeklyCost: 0, whyNotMet: 'A friend does it' })];

    expect(problemsOf(direct(19200), budget(), notMet)).toEqual(['directPayments[0].needs']);
  });

  it('adds up to the council’s share where the contribution is taken off the direct payment', () => {
    const net = budget({ contributionPaid: 'taken-off-direct-payment' });

    expect(problemsOf(direct(15045), net)).toEqual([]);
    expect(problemsOf(direct(19200), net)).toEqual(['paymentRoutes']);
  });
});

describe('withinEstimate', () => {
  it.each([
    { cost: 19199, may: true },
    { cost: 19200, may: true },
    { cost: 19201, may: false },
  ])('answers may: $may for a plan of $cost against an estimate of 19200', ({ cost, may }) => {
    expect(withinEstimate(pence.parse(cost), pence.parse(19200)).may).toBe(may);
  });
});
