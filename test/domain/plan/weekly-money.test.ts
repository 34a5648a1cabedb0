import { describe, expect, it } from 'vitest';
import { weeklyMoney } from '../../../domain/plan/weekly-money.ts';
import type { KeptCharge } from '../../../schemas/finance.ts';
import type { CaseRecord } from '../../../schemas/records.ts';
import { isoInstant, type Pence } from '../../../schemas/scalars.ts';
import { moneyPicture } from '../../../templates/documents/shares.ts';
import { aCase } from '../../support/a-case.ts';
import { aCharge } from '../../support/a-charge.ts';

const at = isoInstant.parse('2026-01-09T10:00:00.000Z');
const record = (kind: string, id: string, rest: object): CaseRecord =>
  ({ kind, id, at, ...rest }) as unknown as CaseRecord;
const charged = (charge: KeptCharge) =>
  record('work', 'assessment-1.assess-finances', { work: 'assess-finances', result: { kind: 'charge', charge } });
const estimated = record('work', 'assessment-1.estimate-budget', {
  work: 'estimate-budget',
  result: { kind: 'estimate', weeklyTotal: 18_900 },
});
const planned = (state: string, budget?: object) => [
  record('plan', 'assessment-1.draft-plan-1', { number: 1, state, ...(budget && { budget }) }),
  record('work', 'assessment-1.draft-plan-1', { work: 'draft-plan', answers: { budgetCost: 20_000 } }),
];
const money = (...records: readonly CaseRecord[]) => weeklyMoney(aCase(), records);
const lines = (...records: readonly CaseRecord[]) => {
  const found = money(...records);
  return found ? moneyPicture(found, 'You pay').block.rows.map(({ label, amount }) => `${label}: ${amount}`) : [];
};

describe('what support costs a week and who pays it', () => {
  it('is nothing before anything was worked out, and once the case is closed', () => {
    expect(money()).toBeUndefined();
    expect(weeklyMoney(aCase({ closed: { reason: 'support-ended', at } }), [estimated])).toBeUndefined();
  });

  it('is the estimate with no share, then the charge, then the budget of the plan', () => {
    expect(lines(estimated)).toEqual([
      'What the support costs: £189.00',
      'You pay: Not worked out yet',
      'The council pays: Not worked out yet',
    ]);
    expect(lines(estimated, charged(aCharge(4155, 14_745)))).toEqual([
      'What the support costs: £189.00',
      'You pay: £41.55',
      'The council pays: £147.45',
    ]);
    const budget = { cost: 20_000, person: 4155, council: 15_845, fixedOn: '2026-01-10' };
    expect(lines(estimated, charged(aCharge(4155, 14_745)), ...planned('active', budget))).toEqual([
      'What the support costs: £200.00',
      'You pay: £41.55',
      'The council pays: £158.45',
    ]);
  });

  it('is the plan’s cost with no share while its charge is not worked out', () => {
    expect(lines(estimated, ...planned('submitted'))).toEqual([
      'What the support costs: £200.00',
      'You pay: Not worked out yet',
      'The council pays: Not worked out yet',
    ]);
  });

  it('tells what is put off and what a top-up is, as the charge has them', () => {
    const deferred = aCharge(15_000, 0, { outcome: 'deferred', deferred: 60_000 as Pence, topUp: 5000 as Pence });
    expect(lines(charged(deferred))).toEqual([
      'What the support costs: £800.00',
      'You pay: £150.00',
      'The council pays: £0.00',
      'Put off until later: £600.00',
      'Top-up: £50.00',
    ]);
    const same = { cost: 75_000, person: 15_000, council: 60_000, fixedOn: '2026-01-10' };
    expect(lines(charged(deferred), ...planned('active', same))).toContain('Put off until later: £600.00');
  });

  it('never calls put-off money the council’s where the plan costs something else than what was charged for', () => {
    const deferred = aCharge(15_000, 0, { outcome: 'deferred', deferred: 60_000 as Pence });
    const other = { cost: 80_000, person: 15_000, council: 65_000, fixedOn: '2026-01-10' };
    expect(lines(charged(deferred), ...planned('active', other))).toEqual([
      'What the support costs: £800.00',
      'You pay: £150.00',
      'The council pays, or puts off until later: £650.00',
    ]);
  });

  it('is of a whole week where the first was none, and says where it may still change', () => {
    const week = { personPays: 4155 as Pence, councilPays: 14_745 as Pence, deferred: 0 as Pence, topUp: 0 as Pence };
    const found = money(charged(aCharge(1000, 2000, { status: 'provisional', wholeWeek: week })));
    expect(found).toMatchObject({ person: 4155, council: 14_745, workedOutIn: 'assessment-1.assess-finances' });
    expect(found && moneyPicture(found, 'Rose pays').says).toContain('may still change');
  });

  it('is not the charge of an earlier assessment, once another has begun and no plan is left', () => {
    expect(weeklyMoney(aCase({ journey: 2 }), [charged(aCharge(4155, 14_745))])).toBeUndefined();
  });
});
