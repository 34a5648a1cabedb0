import { describe, expect, it } from 'vitest';
import type { BehindPlan } from '../../../domain/plan/behind-plan.ts';
import { namesOnlyAMaximum } from '../../../domain/plan/only-a-maximum.ts';
import { differenceLines, recordsAgree } from '../../../domain/plan/records-agree.ts';
import { lessMayStartOn, reductions } from '../../../domain/plan/reduction.ts';
import { setUpProblems } from '../../../domain/plan/set-up.ts';
import { aCharge } from '../../support/a-charge.ts';
import { aNeed, aPlan } from '../../support/care-act.ts';

const behind = (rest: Partial<BehindPlan> = {}): BehindPlan => ({ lookedAtAgain: true, noticeDays: 28, ...rest });
const unshared = { budgetStage: 'estimated', budgetPerson: undefined, budgetCouncil: undefined };
const without = (changes: object) =>
  Object.fromEntries(Object.entries({ ...unshared, ...changes }).filter(([, value]) => value !== undefined));

/** A plan that leaves its shares to the finances. */
const planOf = (changes: Record<string, unknown> = {}) => {
  const { budgetPerson: _person, budgetCouncil: _council, ...plan } = aPlan({});
  return { ...plan, ...without(changes) } as ReturnType<typeof aPlan>;
};
const fields = (plan: ReturnType<typeof aPlan>, of: BehindPlan) =>
  recordsAgree(plan, of).problems.map(({ field }) => field);

describe('a plan and the decision', () => {
  const decided = behind({ eligible: { adult: new Set(['hygiene', 'clothed']) } });

  it('agree where each eligible outcome is met', () => {
    const needs = [aNeed(), aNeed({ outcome: 'clothed', weeklyCost: 0 })];

    expect(fields(planOf({ needs }), decided)).toEqual([]);
  });

  it('do not where the plan leaves out an eligible outcome, which is named', () => {
    expect(recordsAgree(planOf(), decided).problems).toMatchObject([
      { field: 'needs', message: expect.stringContaining('Getting dressed') },
    ]);
  });

  it('do not where the plan calls eligible what the decision did not find', () => {
    const needs = [aNeed(), aNeed({ outcome: 'clothed' }), aNeed({ outcome: 'community' })];

    expect(fields(planOf({ needs }), decided)).toEqual(['needs[2].eligible']);
  });

  it('do not where an eligible outcome is called not eligible', () => {
    const needs = [aNeed(), aNeed({ outcome: 'clothed', eligible: 'no' })];

    expect(fields(planOf({ needs }), decided)).toEqual(['needs']);
  });

  it('may differ in a need that the council will not meet, whose reason whoever checks reads', () => {
    const whyNotMet = 'Her daughter dresses her and wants to go on.';
    const needs = [aNeed(), aNeed({ outcome: 'clothed', councilMeets: 'no', whyNotMet, weeklyCost: 0 })];

    expect(fields(planOf({ needs }), decided)).toEqual([]);
    expect(differenceLines(planOf({ needs }), decided, 'needs')).toEqual([
      `“Getting dressed” is an eligible need that the council will not meet. Reason given: ${whyNotMet}`,
    ]);
  });

  it('do not where the only reason is a highest amount', () => {
    const whyNotMet = 'Over the maximum of £500 a week.';
    const needs = [aNeed(), aNeed({ outcome: 'clothed', councilMeets: 'no', whyNotMet, weeklyCost: 0 })];

    expect(fields(planOf({ needs }), decided)).toEqual(['needs[1].whyNotMet']);
  });
});

describe('a plan and the financial assessment', () => {
  it.each([
    { title: 'the charge', person: 3270, charge: aCharge(3270, 15_930), wrong: [] },
    { title: '£41.55 beside a charge of £32.70', person: 4155, charge: aCharge(3270, 15_930), wrong: ['budgetPerson'] },
    { title: 'no more than the cost', person: 19_200, charge: aCharge(25_000, 100), wrong: [] },
    {
      title: 'the full cost of this plan',
      person: 19_200,
      charge: aCharge(18_900, 0, { outcome: 'full-cost' }),
      wrong: [],
    },
    { title: 'nothing where it is free', person: 0, charge: aCharge(0, 19_200, { outcome: 'free' }), wrong: [] },
    { title: 'a share before any assessment', person: 4155, charge: undefined, wrong: ['budgetPerson'] },
    {
      title: 'a share where all of a cheaper support was paid',
      person: 15_000,
      charge: aCharge(15_000, 0),
      wrong: ['budgetPerson'],
    },
  ])('$title: $wrong', ({ person, charge, wrong }) => {
    const shares = { budgetStage: 'final', budgetPerson: person, budgetCouncil: 19_200 - person };

    expect(fields(planOf(shares), behind({ charge }))).toEqual(wrong);
  });

  it('agree where the plan leaves the shares to it', () => {
    expect(fields(planOf(), behind({ charge: aCharge(3270, 15_930) }))).toEqual([]);
  });
});

describe('a plan and the estimate', () => {
  it.each([
    { cost: 990_000, why: undefined, wrong: ['estimateDiffersWhy'] },
    { cost: 15_000, why: undefined, wrong: ['estimateDiffersWhy'] },
    { cost: 18_900, why: undefined, wrong: [] },
    { cost: 19_200, why: 'The visits at the weekend cost more.', wrong: [] },
  ])('of £189: $cost pence a week needs $wrong', ({ cost, why, wrong }) => {
    const plan = planOf({
      needs: [aNeed({ weeklyCost: cost })],
      budgetCost: cost,
      managedWeekly: cost,
      estimateDiffersWhy: why,
    });

    expect(fields(plan, behind({ estimated: 18_900 }))).toEqual(wrong);
  });

  it('differ for whoever checks with both amounts, the reason, and who has to agree', () => {
    const plan = planOf({ estimateDiffersWhy: 'The weekend costs more.' });

    expect(differenceLines(plan, behind({ estimated: 18_900 }), 'money')).toEqual([
      'The plan costs £192.00 a week and the estimate was £189.00. A manager agrees to it. Reason given: The weekend costs more.',
    ]);
  });
});

const costing = (weeklyCost: number, changes: Record<string, unknown> = {}) =>
  planOf({ needs: [aNeed({ weeklyCost })], budgetCost: weeklyCost, managedWeekly: weeklyCost, ...changes });

describe('a plan and the plan in force', () => {
  const before = costing(30_000);
  const reasons = {
    lessReasons: [
      { outcome: 'hygiene', why: 'She washes by herself since the rail was put in.', metNow: 'Three visits.' },
    ],
    lessView: 'She agrees.',
    lessToldOn: '2026-11-01',
  };

  it('F1: £250 after £300 is a reduction, whatever is ticked, and its reasons are asked', () => {
    expect(fields(costing(25_000), behind({ before }))).toEqual(['lessReasons', 'lessView', 'lessToldOn']);
  });

  it('is none where it stays or goes up', () => {
    expect(fields(costing(30_000), behind({ before }))).toEqual([]);
    expect(fields(costing(31_500), behind({ before }))).toEqual([]);
  });

  it('is a reduction for less time at the same cost, and for a need that is left out', () => {
    const timed = (minutes: number) => costing(30_000, { needs: [aNeed({ weeklyCost: 30_000, times: 7, minutes })] });
    const both = costing(30_000, {
      needs: [aNeed({ weeklyCost: 30_000 }), aNeed({ outcome: 'clothed', weeklyCost: 0 })],
    });

    expect(reductions(timed(45), timed(30)).map(({ outcome }) => outcome)).toEqual(['hygiene']);
    expect(reductions(both, costing(30_000)).map(({ outcome }) => outcome)).toEqual(['clothed']);
  });

  it('needs a finished review or reassessment behind it', () => {
    expect(fields(costing(25_000, reasons), behind({ before, lookedAtAgain: false }))).toContain('needs');
  });

  it('is not explained by a highest amount', () => {
    const [row] = reasons.lessReasons;
    const lessReasons = [{ ...row, why: 'The maximum is £250 a week.' }];

    expect(fields(costing(25_000, { ...reasons, lessReasons }), behind({ before }))).toEqual(['lessReasons[0].why']);
  });

  it.each([
    { starts: '2026-11-10', sooner: undefined, wrong: ['supportStartsOn'] },
    { starts: '2026-11-28', sooner: undefined, wrong: ['supportStartsOn'] },
    { starts: '2026-11-29', sooner: undefined, wrong: [] },
    { starts: '2026-11-10', sooner: 'yes', wrong: [] },
    { starts: '2026-10-31', sooner: 'yes', wrong: ['supportStartsOn'] },
  ])(
    'F2: told on 1 November, it may start on $starts (agreed sooner: $sooner): $wrong',
    ({ starts, sooner, wrong }) => {
      const plan = costing(25_000, { ...reasons, supportStartsOn: starts, lessSooner: sooner });

      expect(fields(plan, behind({ before }))).toEqual(wrong);
    },
  );

  it('starts after as many days as the council has', () => {
    expect(lessMayStartOn(costing(1, reasons), 14)).toBe('2026-11-15');
  });

  it('shows whoever checks old beside new, with the reason', () => {
    expect(differenceLines(costing(25_000, reasons), behind({ before }), 'needs')).toContain(
      'Less for “Keeping clean”: £300.00 a week in the plan in force, £250.00 in this one. Reason given: She washes by herself since the rail was put in.',
    );
  });
});

describe('a set-up and the plan', () => {
  const setUp = {
    startedOn: '2026-12-01',
    arrangements: ['council-managed'],
    toldOfCostOn: '2026-11-20',
    contributionHow: 'By a bill every four weeks',
  } as const;
  const of = (changes: object = {}, plan = planOf(), budget = { cost: 19_200, person: 3270, council: 15_930 }) =>
    setUpProblems({ ...setUp, ...changes } as unknown as Parameters<typeof setUpProblems>[0], {
      plan,
      behind: behind({ before: costing(19_200) }),
      budget: { ...budget, fixedOn: '2026-11-20' as never },
    }).map(({ field }) => field);

  it('agree where the budget is held as the plan says', () => {
    expect(of()).toEqual([]);
  });

  it.each([[['direct-payment']], [['council-managed', 'direct-payment']], [['none']]])(
    'do not where a council-managed plan is set up as %s',
    (arrangements) => {
      expect(of({ arrangements })).toEqual(['arrangements']);
    },
  );

  it('do not where support that is charged for starts before the cost is told', () => {
    expect(of({ toldOfCostOn: undefined })).toEqual(['toldOfCostOn']);
    expect(of({ toldOfCostOn: '2026-12-02' })).toEqual(['toldOfCostOn']);
    expect(of({ toldOfCostOn: undefined }, planOf(), { cost: 19_200, person: 0, council: 19_200 })).toEqual([]);
  });

  it('do not where a part is paid to the council and nobody said how', () => {
    const unsaid = { contributionHow: undefined };

    expect(of(unsaid)).toEqual(['contributionHow']);
    expect(of(unsaid, planOf(), { cost: 19_200, person: 0, council: 19_200 })).toEqual([]);
    expect(of(unsaid, planOf({ contributionPaid: 'taken-off-direct-payment' }))).toEqual([]);
  });

  it('do not where less starts before its notice is over', () => {
    const less = costing(15_000, { lessToldOn: '2026-11-20' });

    expect(of({}, less)).toEqual(['startedOn']);
  });
});

describe('a reason', () => {
  it.each([
    ['The maximum is £500 a week.', true],
    ['It is above the limit of the council', true],
    ['Over the cap for home care', true],
    ['No more than £300 per week', true],
    ['Two visits do not need two workers, so the cost is above what meets the need', false],
    ['Her neighbour drives her to the club', false],
    ['A day centre nearby meets the same need for less', false],
  ])('“%s” names only a highest amount: %s', (reason, is) => {
    expect(namesOnlyAMaximum(reason)).toBe(is);
  });
});
