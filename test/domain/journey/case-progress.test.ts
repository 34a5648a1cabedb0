import { describe, expect, it } from 'vitest';
import {
  type CaseHistory,
  caseSteps,
  moneyIsWanted,
  openQuestions,
  planToAgree,
} from '../../../domain/journey/case-progress.ts';
import type { CaseRecord } from '../../../schemas/records.ts';
import { isoDate, isoInstant } from '../../../schemas/scalars.ts';
import { type Task, type TaskKind, task } from '../../../schemas/task.ts';
import { kindsOfWork } from '../../../schemas/work.ts';
import { aCase } from '../../support/a-case.ts';
import { aCouncil } from '../../support/a-council.ts';

const reference = 'K7M-29QX-T4F';
const today = isoDate.parse('2026-01-12');
const at = (day: string) => isoInstant.parse(`${day}T10:00:00.000Z`);

const aTask = (kind: TaskKind, rest: Partial<Record<keyof Task, unknown>> = {}): Task =>
  task.parse({
    council: 'leicestershire',
    reference,
    id: `${reference}.assessment-1.${kind}`,
    version: 1,
    kind,
    role: kindsOfWork[kind].role,
    openedAt: at('2026-01-10'),
    dueOn: '2026-01-20',
    status: 'open',
    ...rest,
  });

/** A record of which only kind, id and day matter here. */
const aRecord = (kind: CaseRecord['kind'], id: string, day: string, rest: object = {}): CaseRecord =>
  ({ kind, id, at: at(day), content: {}, ...rest }) as unknown as CaseRecord;

const history = (rest: Partial<CaseHistory> = {}): CaseHistory => ({ case: aCase(), tasks: [], records: [], ...rest });
const titles = (of: CaseHistory, state: string) =>
  caseSteps(of, today)
    .filter((step) => step.state === state)
    .map(({ title }) => title);

describe('caseSteps', () => {
  it('has 1 step done, 1 present with its target day and the others to come when a case is new', () => {
    expect(titles(history(), 'done')).toEqual(['You asked for help']);
    expect(caseSteps(history(), today).filter(({ state }) => state === 'now')).toMatchObject([
      { title: 'We look at your request', on: '2026-02-02' },
    ]);
    expect(titles(history(), 'to-come')).toHaveLength(7);
  });

  it('tells no day that is past as coming', () => {
    const late = caseSteps(history(), isoDate.parse('2026-02-03')).find(({ state }) => state === 'now');
    const putOff = { ...history(), case: aCase({ delayedTo: isoDate.parse('2026-02-20') }) };

    expect(late).toMatchObject({ title: 'We look at your request', on: undefined });
    expect(caseSteps(putOff, isoDate.parse('2026-02-03'))[1]).toMatchObject({ on: '2026-02-20' });
  });

  it('takes the days from what was recorded', () => {
    const records = [aRecord('work', 'assessment-1.assess-needs', '2026-01-12', { work: 'assess-needs' })];
    const step = caseSteps(history({ records }), today).find(({ title }) => title === 'Assessment');

    expect(step).toMatchObject({ state: 'done', on: '2026-01-12' });
  });

  it('counts only the present journey after a reassessment', () => {
    const records = [aRecord('work', 'assessment-1.assess-needs', '2026-01-12', { work: 'assess-needs' })];

    expect(titles(history({ case: aCase({ journey: 2 }), records }), 'done')).not.toContain('Assessment');
  });

  it('has nothing to come in a closed case, and says why it was closed', () => {
    const closed = history({ case: aCase({ stage: 'closed', closed: { reason: 'withdrawn', at: at('2026-01-15') } }) });

    expect(caseSteps(closed, today).map(({ title, on }) => [title, on])).toEqual([
      ['You asked for help', '2026-01-05'],
      ['Case closed', '2026-01-15'],
    ]);
    expect(caseSteps(closed, today).at(-1)?.text).toContain('do not want to go on');
  });
});

describe('openQuestions', () => {
  const parts = (of: Partial<CaseHistory>) => openQuestions(history(of)).map(({ part }) => part);
  const sent = (form: string, day: string) =>
    aRecord('request', 'case.request-1', day, { list: form, listVersion: 1, answers: {} });

  it('asks nothing of a new case', () => {
    expect(parts({})).toEqual([]);
  });

  it('asks about the plan while it waits to be agreed', () => {
    expect(parts({ tasks: [aTask('agree-plan')] })).toEqual(['plan']);
    expect(parts({ tasks: [aTask('agree-plan', { status: 'completed' })] })).toEqual([]);
  });

  it.each([
    ['before finances were looked at', '2026-01-09', ['ask/financial-assessment']],
    ['since', '2026-01-10', []],
  ])('asks about money unless the form was sent %s', (_, day, asked) => {
    expect(parts({ tasks: [aTask('assess-finances')], records: [sent('financial-assessment', day)] })).toEqual(asked);
  });

  it('asks for a signature under each review that has none', () => {
    const reviewed = { work: 'review-plan', answers: {} };
    const records = [
      aRecord('work', 'review-1.review-plan', '2026-02-16', reviewed),
      aRecord('work', 'review-2.review-plan', '2026-03-16', reviewed),
      aRecord('signature', 'review-1.review-plan', '2026-02-17', { of: 'review-1.review-plan' }),
    ];

    expect(parts({ records })).toEqual(['sign/review-2.review-plan']);
  });

  it('asks nothing once the case is closed', () => {
    const closed = aCase({ stage: 'closed', closed: { reason: 'moved-away', at: at('2026-01-15') } });

    expect(parts({ case: closed, tasks: [aTask('agree-plan')] })).toEqual([]);
  });
});

describe('planToAgree', () => {
  it('is the newest version of the thread whose step waits, and of no other', () => {
    const plan = (id: string, number: number) => aRecord('plan', id, '2026-01-12', { number });
    const records = [
      plan('assessment-1.draft-plan-1', 1),
      plan('review-2.draft-plan-1', 2),
      plan('review-2.draft-plan-2', 3),
      plan('assessment-2.draft-plan-1', 4),
    ];
    const waiting = aTask('agree-plan', { id: `${reference}.review-2.agree-plan-2` });

    expect(planToAgree(history({ tasks: [waiting], records }))?.plan).toMatchObject({ number: 3 });
    expect(planToAgree(history({ records }))).toBeUndefined();
  });
});

describe('the way of a council', () => {
  const titles = (slug: string) =>
    caseSteps({ case: aCase(), tasks: [], records: [] }, '2026-01-05' as never, aCouncil({}, slug)).map(
      ({ title }) => title,
    );

  it('assesses finances after the plan where the council does, and before it elsewhere', () => {
    const after = titles('warwickshire');
    const before = titles('leicestershire');

    expect(after.indexOf('Your plan')).toBeLessThan(after.indexOf('Financial assessment'));
    expect(before.indexOf('Financial assessment')).toBeLessThan(before.indexOf('Your plan'));
  });

  it('has the council’s own names, and calls no estimate a personal budget', () => {
    expect(titles('cambridgeshire')).toContain('Estimated personal budget');
    expect(titles('cambridgeshire')).toContain('Care and support assessment');
  });
});

describe('moneyIsWanted', () => {
  const decided = aRecord('work', 'assessment-1.decide-eligibility', '2026-01-09', { work: 'decide-eligibility' });
  const assessed = aRecord('work', 'assessment-1.assess-finances', '2026-01-10', { work: 'assess-finances' });

  it.each<{ when: string; of: CaseHistory; wanted: boolean }>([
    { when: 'before the decision', of: history(), wanted: false },
    { when: 'from the decision on', of: history({ records: [decided] }), wanted: true },
    { when: 'once it is worked out', of: history({ records: [decided, assessed] }), wanted: false },
    {
      when: 'while it is worked out again',
      of: history({ records: [decided, assessed], tasks: [aTask('assess-finances')] }),
      wanted: true,
    },
  ])('is $wanted $when', ({ of, wanted }) => {
    expect(moneyIsWanted(of)).toBe(wanted);
  });
});
