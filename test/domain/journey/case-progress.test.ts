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
    expect(titles(history(), 'to-come')).toHaveLength(8);
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

describe('where a case is', () => {
  const done = (kind: TaskKind, day: string) =>
    aRecord('work', `assessment-1.${kind}`, day, { work: kind, answers: {} });
  const signedPlan = (rest: object = {}) =>
    aRecord('plan', 'assessment-1.draft-plan-1', '2026-01-10', {
      number: 1,
      state: 'active',
      signed: { by: 'Rose', on: '2026-01-10' },
      ...rest,
    });
  const budget = { cost: 18_900, person: 4155, council: 14_745, fixedOn: '2026-01-09' };
  const assessed = [
    done('assess-needs', '2026-01-06'),
    done('decide-eligibility', '2026-01-07'),
    done('estimate-budget', '2026-01-08'),
  ];
  const reviewOn = isoDate.parse('2026-02-23');
  const triaged = aTask('triage-request', {
    status: 'completed',
    closed: { at: at('2026-01-05'), outcome: 'assess', answer: { kind: 'output', output: {} } },
  });
  const running = (rest: Partial<CaseHistory> = {}) =>
    history({
      case: aCase({
        stage: 'support',
        supportStartedOn: isoDate.parse('2026-01-12'),
        nextReview: {
          kind: 'first',
          windowFrom: reviewOn,
          dueOn: reviewOn,
          lastDay: reviewOn,
          remindAt: at('2026-02-09'),
          appointmentOn: reviewOn,
        },
      }),
      records: [...assessed, done('assess-finances', '2026-01-09'), signedPlan({ budget })],
      tasks: [triaged],
      ...rest,
    });
  const states = (of: CaseHistory, slug?: string) =>
    caseSteps(of, today, slug ? aCouncil({}, slug) : undefined).map(({ id, state }) => `${id} ${state}`);

  it('is where somebody works: finances and plan side by side are both now', () => {
    const both = history({
      case: aCase({ stage: 'plan' }),
      records: assessed,
      tasks: [triaged, aTask('assess-finances'), aTask('draft-plan')],
    });

    expect(states(both, 'coventry').filter((one) => one.endsWith(' now'))).toEqual(['finances now', 'plan now']);
    expect(states(both, 'warwickshire').filter((one) => one.endsWith(' now'))).toEqual(['plan now', 'finances now']);
  });

  it('has the personal budget after the plan and the finances, done once it is fixed and the plan agreed', () => {
    const fixed = (plan: CaseRecord) =>
      caseSteps(running({ records: [...assessed, plan] }), today).find(({ id }) => id === 'budget');

    expect(fixed(signedPlan({ budget }))).toMatchObject({
      title: 'Your personal budget',
      state: 'done',
      on: '2026-01-10',
    });
    for (const slug of ['leicestershire', 'warwickshire', 'coventry', 'staffordshire', 'cambridgeshire']) {
      const order = states(history(), slug);
      expect(order.indexOf('budget to-come')).toBeGreaterThan(order.indexOf('plan to-come'));
      expect(order.indexOf('budget to-come')).toBeGreaterThan(order.indexOf('finances to-come'));
    }
    const unsigned = history({
      case: aCase({ stage: 'plan' }),
      records: [...assessed, signedPlan({ budget, signed: undefined })],
      tasks: [triaged, aTask('agree-plan')],
    });
    expect(states(unsigned)).toEqual(expect.arrayContaining(['plan now', 'budget to-come']));
  });

  it('is "You get support" while nothing is to be done, for years, and the review when one is held', () => {
    expect(states(running()).filter((one) => !one.endsWith('done'))).toEqual(['running now', 'next-review to-come']);
    const reviewing = running({ tasks: [triaged, aTask('review-plan', { id: `${reference}.review-1.review-plan` })] });
    expect(states(reviewing).filter((one) => one.endsWith(' now'))).toEqual(['running now', 'next-review now']);
  });

  it('tells of nothing as to come that was passed by when support runs', () => {
    const urgent = running({ records: [signedPlan()] });

    expect(states(urgent).filter((one) => one.endsWith('to-come'))).toEqual(['next-review to-come']);
  });

  it('is short-term support while that is given', () => {
    const given = history({
      case: aCase({ stage: 'short-term-support' }),
      records: [done('give-short-term-support', '2026-01-06')],
      tasks: [triaged, aTask('review-short-term-support')],
    });

    expect(states(given)).toEqual(expect.arrayContaining(['short-term now', 'assessment to-come']));
  });

  it('has short-term support as done on the day on which it was looked at, and not on the day on which it was arranged', () => {
    const over = history({
      case: aCase({ stage: 'assessment' }),
      records: [done('give-short-term-support', '2026-01-06'), done('review-short-term-support', '2026-02-10')],
      tasks: [triaged, aTask('assess-needs')],
    });

    expect(caseSteps(over, today).find(({ id }) => id === 'short-term')?.on).toBe('2026-02-10');
  });

  const again = (rest: Partial<CaseHistory> = {}) =>
    running({
      case: aCase({
        stage: 'assessment',
        journey: 2,
        planInForce: 1,
        supportStartedOn: isoDate.parse('2025-01-12'),
      }),
      ...rest,
    });

  it.each([
    ['is worked on', [triaged, aTask('assess-needs', { id: `${reference}.assessment-2.assess-needs` })]],
    ['is about to be opened', [triaged]],
  ])('is a new assessment beside the plan that holds meanwhile, when it %s (s.27(4))', (_, tasks) => {
    const steps = caseSteps(again({ tasks }), today);

    expect(steps.filter(({ state }) => state === 'now')).toMatchObject([
      { id: 'assessment', title: 'New assessment' },
      { id: 'running', title: 'You get support', text: expect.stringContaining('Your plan from before holds') },
    ]);
    expect(states(again({ tasks }))).toEqual(
      expect.arrayContaining(['support done', 'decision to-come', 'plan to-come']),
    );
    expect(steps.map(({ title }) => title)).toEqual(expect.arrayContaining(['New plan']));
  });

  it('is no support beside a new assessment where that had ended before the case was opened again', () => {
    const ended = again({ records: [signedPlan({ state: 'ended' })], tasks: [triaged] });

    expect(states(ended).filter((one) => one.endsWith(' now'))).toEqual(['assessment now']);
  });

  it('is the assessment again where a plan was not clear, though it was done before in the same journey (CB23)', () => {
    const tasks = [triaged, aTask('assess-needs', { id: `${reference}.assessment-1.assess-needs-2` })];
    const once = history({ case: aCase({ stage: 'assessment' }), records: assessed, tasks });
    const twice = { ...once, tasks: [triaged, aTask('decide-eligibility')] };

    expect(states(once).filter((one) => one.endsWith(' now'))).toEqual(['assessment now']);
    expect(states(once)).toEqual(expect.arrayContaining(['decision to-come', 'estimate to-come', 'plan to-come']));
    expect(states(twice)).toEqual(expect.arrayContaining(['assessment done', 'decision now', 'estimate to-come']));
  });

  it.each(['not-eligible', 'assessment-refused', 'short-term-support-met-needs', 'support-ended', 'died'] as const)(
    'has an end and nothing to come where the case was closed: %s',
    (reason) => {
      const closed = running({
        case: aCase({
          stage: 'closed',
          supportStartedOn: isoDate.parse('2026-01-12'),
          closed: { reason, at: at('2026-03-02') },
        }),
      });

      expect(states(closed).at(-1)).toBe('closed done');
      expect(states(closed).filter((one) => !one.endsWith('done'))).toEqual([]);
    },
  );
});

describe('openQuestions', () => {
  const parts = (of: Partial<CaseHistory>) => openQuestions(history(of)).map(({ part }) => part);
  const sent = (form: string, day: string) =>
    aRecord('request', 'case.request-1', day, { list: form, listVersion: 1, answers: {} });

  it('asks nothing of a new case', () => {
    expect(parts({})).toEqual([]);
  });

  it('asks about the plan while it waits to be agreed, and there is one to read', () => {
    const waiting = aTask('agree-plan', { id: `${reference}.assessment-1.agree-plan-1` });
    const records = [aRecord('plan', 'assessment-1.draft-plan-1', '2026-01-12', { number: 1 })];

    expect(parts({ tasks: [waiting], records })).toEqual(['plan']);
    expect(parts({ tasks: [waiting] })).toEqual([]);
    expect(parts({ tasks: [{ ...waiting, status: 'completed' }], records })).toEqual([]);
  });

  it.each([
    ['before finances are looked at', '2026-01-09', undefined, []],
    ['while they are', '2026-01-10', undefined, []],
    ['for an assessment that is done', '2026-01-09', '2026-01-09', ['ask/financial-assessment']],
  ])('asks about money unless the form was sent for this assessment: %s', (_, day, done, asked) => {
    const records = [
      sent('financial-assessment', day),
      ...(done
        ? [aRecord('work', 'assessment-1.assess-finances', done, { work: 'assess-finances', answers: {} })]
        : []),
    ];

    expect(parts({ tasks: [aTask('assess-finances')], records })).toEqual(asked);
  });

  it('asks whom the person wants at a review once, though they said so before its work began', () => {
    expect(parts({ tasks: [aTask('review-plan')] })).toEqual(['ask/invitation']);
    expect(parts({ tasks: [aTask('review-plan')], records: [sent('invitation', '2026-01-09')] })).toEqual([]);
  });

  const reviewed = (round: number, heldOn: string, signing: object = { personSigning: 'by-themselves' }) =>
    aRecord('work', `review-${round}.review-plan`, heldOn, { work: 'review-plan', answers: { heldOn, ...signing } });

  it('asks for a signature under each review that has none, and tells them apart by their days', () => {
    const records = [
      reviewed(1, '2026-02-16'),
      reviewed(2, '2026-03-16'),
      reviewed(3, '2026-04-20'),
      aRecord('signature', 'review-1.review-plan', '2026-02-17', { of: 'review-1.review-plan' }),
    ];

    expect(openQuestions(history({ records }))).toEqual([
      { text: 'Read and sign the record of your review of Monday 20 April 2026', part: 'sign/review-3.review-plan' },
      { text: 'Read and sign the record of your review of Monday 16 March 2026', part: 'sign/review-2.review-plan' },
    ]);
  });

  it.each([
    ['who signed at the review', { personSigning: 'at-review', personSigns: 'Rose Okafor' }],
    ['who signed at a review of before the question', { personSigns: 'Rose Okafor' }],
    ['who does not agree', { personSigning: 'disagrees' }],
    ['who cannot', { personSigning: 'cannot' }],
  ])('asks nobody to sign a review %s (CB39)', (_, signing) => {
    expect(parts({ records: [reviewed(1, '2026-02-16', signing)] })).toEqual([]);
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
