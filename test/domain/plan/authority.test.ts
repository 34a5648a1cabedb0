import { describe, expect, it } from 'vitest';
import {
  agreementFor,
  type Colleague,
  limitOf,
  panelResult,
  standing,
  whoCan,
  whyNotAgree,
} from '../../../domain/plan/authority.ts';
import type { Council } from '../../../schemas/council.ts';
import type { StaffRole } from '../../../schemas/staff.ts';

const person = (id: string, roles: StaffRole[] = ['manager'], weeklyLimit?: number): Colleague => ({
  id,
  name: `${id.charAt(0).toUpperCase()}${id.slice(1)} Hill`,
  roles,
  ...(weeklyLimit !== undefined && { weeklyLimit }),
});
const staff = [person('ann'), person('ben', ['manager'], 80_000), person('cat'), person('dev', ['key-worker'])];
const example = { status: 'example', source: 'A test' } as const;
const rules = (rest: Partial<NonNullable<Council['plans']>> = {}): Council['plans'] => ({
  ...{ checkedBy: 'key-worker', authorMayCheck: false, ...example },
  limits: { manager: 50_000 },
  panel: { role: 'manager', quorum: 2, ...example },
  ...rest,
});
const views = (...said: ('agree' | 'not-agree' | 'more-needed')[]) => said.map((view) => ({ view }));

describe('who agrees to a plan', () => {
  it.each([
    { what: 'anybody within the limit of the role', weekly: 50_000, by: 'one', who: ['ann', 'ben', 'cat'] },
    { what: 'whoever has a higher limit of their own', weekly: 50_001, by: 'one', who: ['ben'] },
    { what: 'whoever has it, to the penny', weekly: 80_000, by: 'one', who: ['ben'] },
    { what: 'the panel above everybody’s limit', weekly: 80_001, by: 'panel', who: ['ann', 'ben', 'cat'] },
  ])('is $what', ({ weekly, by, who }) => {
    const agreement = agreementFor(rules(), { weekly, author: 'dev' }, staff);

    expect([agreement.by, agreement.who.map(({ id }) => id)]).toEqual([by, who]);
  });

  it('is never its author: where they alone had the limit, the panel decides without them', () => {
    const agreement = agreementFor(rules(), { weekly: 60_000, author: 'ben' }, staff);

    expect([agreement.by, agreement.who.map(({ id }) => id)]).toEqual(['panel', ['ann', 'cat']]);
  });

  it('is the panel from the amount that the council names, whatever anybody’s limit', () => {
    const from = rules({ panel: { role: 'manager', quorum: 2, fromWeekly: 40_000, ...example } });

    expect(agreementFor(from, { weekly: 39_999, author: 'dev' }, staff).by).toBe('one');
    expect(agreementFor(from, { weekly: 40_000, author: 'dev' }, staff).by).toBe('panel');
  });

  it('is one person where the council has no rules, no panel, or a directory without managers', () => {
    expect(agreementFor(undefined, { weekly: 1e7, author: 'dev' }, staff).by).toBe('one');
    const { panel: _panel, ...alone } = rules() ?? {};
    expect(agreementFor(alone as Council['plans'], { weekly: 1e7, author: 'dev' }, staff)).toMatchObject({
      by: 'one',
      who: [],
    });
    expect(agreementFor(rules(), { weekly: 50_000, author: 'dev' }, []).by).toBe('one');
    expect(agreementFor(rules(), { weekly: 50_001, author: 'dev' }, []).by).toBe('panel');
  });

  it('a limit of one’s own counts in place of the role’s, higher or lower; none is no limit', () => {
    expect(limitOf(rules(), person('eve', ['manager'], 0), 'manager')).toBe(0);
    expect(limitOf(rules(), person('eve'), 'manager')).toBe(50_000);
    expect(limitOf(undefined, person('eve'), 'manager')).toBeUndefined();
  });
});

describe('somebody who may not agree', () => {
  it.each([
    {
      me: 'ann',
      sought: { weekly: 10_000, author: 'ann' },
      code: 'author-cannot-check',
      message: 'You wrote this plan, so someone else has to agree it for the council. Ben Hill or Cat Hill can.',
    },
    {
      me: 'ann',
      sought: { weekly: 60_000, author: 'dev' },
      code: 'above-limit',
      message: 'You may agree plans of up to £500.00 a week, and this one costs £600.00. Ben Hill can.',
    },
    {
      me: 'ann',
      sought: { weekly: 90_000, author: 'dev' },
      code: 'panel-decides',
      message: 'A panel of 2 decides.',
    },
  ])('reads who can: $code', ({ me, sought, code, message }) => {
    const found = staff.find(({ id }) => id === me) ?? { id: me };

    expect(whyNotAgree(rules(), sought, found, staff)).toEqual({ code, message });
  });

  it('is nobody within their limit, who reads it', () => {
    expect(whyNotAgree(rules(), { weekly: 50_000, author: 'dev' }, person('ann'), staff)).toBeUndefined();
    expect(standing(rules(), { weekly: 50_000, author: 'dev' }, person('ann'), staff)).toEqual([
      'You may agree to this plan: your limit is £500.00 a week.',
    ]);
  });

  it('reads that a panel lacks members', () => {
    const few = agreementFor(rules(), { weekly: 90_000, author: 'ann' }, [person('ann'), person('cat')]);

    expect(whoCan(few)).toBe('A panel of 2 decides, and only 1 can be on it. A manager adds others.');
  });
});

describe('what a panel comes to', () => {
  it.each([
    { said: views('agree'), quorum: 2, members: 3, result: undefined },
    { said: views('agree', 'agree'), quorum: 2, members: 3, result: 'agree' },
    { said: views('agree', 'not-agree'), quorum: 2, members: 3, result: undefined },
    { said: views('agree', 'not-agree', 'not-agree'), quorum: 2, members: 3, result: 'not-agree' },
    { said: views('agree', 'not-agree'), quorum: 2, members: 2, result: 'more-needed' },
    { said: views('agree', 'not-agree', 'more-needed'), quorum: 3, members: 3, result: 'more-needed' },
    { said: views('agree', 'agree', 'not-agree', 'more-needed'), quorum: 3, members: 5, result: undefined },
    { said: views('agree', 'agree', 'agree', 'more-needed'), quorum: 3, members: 5, result: 'agree' },
    { said: [], quorum: 2, members: 0, result: undefined },
  ])('is $result of $said with a quorum of $quorum of $members', ({ said, quorum, members, result }) => {
    expect(panelResult(said, { quorum, members })).toBe(result);
  });
});
