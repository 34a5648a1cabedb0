import { describe, expect, it } from 'vitest';
import { asOne } from '../../../domain/journey/joined-person.ts';
import { outcomeOf } from '../../../domain/journey/task-outcomes.ts';
import type { TaskSituation } from '../../../domain/journey/work-outcome.ts';
import { staffAnswers } from '../../../local/demo/staff-answers.ts';
import type { CaseRecord, PlanRecord } from '../../../schemas/records.ts';
import { isoInstant } from '../../../schemas/scalars.ts';
import { type TaskKind, task } from '../../../schemas/task.ts';
import { kindsOfWork } from '../../../schemas/work.ts';
import { aCase } from '../../support/a-case.ts';
import { aCharge } from '../../support/a-charge.ts';
import { aCouncil } from '../../support/a-council.ts';
import { aPerson } from '../../support/a-person.ts';
import { planPosted, reviewPosted } from '../../support/care-act.ts';

const today = '2026-07-02';
const good = staffAnswers(today);

/** Finances by which the person pays £41.55 a week. */
const finances: CaseRecord = {
  ...aCase(),
  kind: 'work',
  id: 'assessment-1.assess-finances',
  version: 1,
  at: isoInstant.parse(`${today}T08:30:00.000Z`),
  by: { kind: 'staff', id: 'officer', role: 'finance-officer' },
  work: 'assess-finances',
  list: 'finances',
  listVersion: 1,
  answers: {},
  result: { kind: 'charge', charge: aCharge(4155, 15_045) },
};

const situation = (
  kind: TaskKind,
  rest: Partial<TaskSituation> = {},
  step = `assessment-1.${kind}-1`,
): TaskSituation => ({
  case: aCase(),
  person: asOne([aPerson()]),
  task: task.parse({
    council: 'leicestershire',
    reference: 'K7M-29QX-T4F',
    id: `K7M-29QX-T4F.${step}`,
    version: 1,
    kind,
    role: kindsOfWork[kind].role,
    openedAt: `${today}T08:00:00.000Z`,
    dueOn: today,
    status: 'open',
  }),
  now: isoInstant.parse(`${today}T10:00:00.000Z`),
  staff: { id: 'worker', name: 'Kwame Nowak' },
  council: aCouncil({ charging: undefined }),
  records: [finances],
  tasks: [],
  mail: [],
  plans: [],
  ...rest,
});

const version = (state: PlanRecord['state'], rest: Partial<PlanRecord> = {}): PlanRecord => ({
  ...aCase(),
  kind: 'plan',
  id: 'assessment-1.draft-plan-1',
  version: 1,
  at: isoInstant.parse(`${today}T09:00:00.000Z`),
  by: { kind: 'staff', id: 'author', role: 'key-worker' },
  number: 1,
  state,
  ...rest,
});

const problemsOf = (answers: object, of: TaskSituation) => {
  const outcome = outcomeOf(answers, of);
  return outcome.ok ? [] : outcome.problems.map(({ field }) => field);
};

describe('draft-plan', () => {
  it('is the next version, whose words are in the record of the work with the same id', () => {
    const outcome = outcomeOf(planPosted(), situation('draft-plan', { plans: [version('changes-requested')] }));

    expect(outcome.ok && outcome.records).toEqual([
      {
        kind: 'plan',
        id: 'assessment-1.draft-plan-1',
        version: 1,
        number: 2,
        state: 'submitted',
        budget: { cost: 19_200, person: 4155, council: 15_045, fixedOn: today },
      },
      {
        kind: 'work',
        id: 'assessment-1.draft-plan-1',
        version: 1,
        work: 'draft-plan',
        list: 'plan',
        listVersion: 1,
        answers: planPosted(),
      },
    ]);
  });

  it.each([
    { kind: 'needs', about: 'carer' },
    { kind: 'carer', about: 'adult' },
  ] as const)('of a $about is refused in a case of kind $kind', ({ kind, about }) => {
    const carer = { careToAdult: 'no', consulted: [{ name: 'Cy', role: 'carer', askedForBy: 'law' }] };
    const answers = planPosted({ about, ...(about === 'carer' && carer) });

    expect(problemsOf(answers, situation('draft-plan', { case: aCase({ kind }) }))).toEqual(['about']);
  });

  it('names the rules that it breaks at the questions that it answers', () => {
    const answers = planPosted({ budgetCouncil: 1, managedWeekly: 2 });

    expect(problemsOf(answers, situation('draft-plan'))).toEqual(['budgetCost', 'paymentRoutes']);
  });

  it('opens what it tells of: an advocate who is due, and a worry about safety', () => {
    const answers = planPosted({
      substantialDifficulty: ['weighing'],
      supportToTakePart: 'nobody',
      harmSuspected: 'yes',
      harmWhat: 'A bruise.',
    });
    const outcome = outcomeOf(answers, situation('draft-plan'));

    expect(outcome.ok && outcome.opens?.map(({ kind }) => kind)).toEqual(['arrange-advocacy', 'look-into-safety']);
  });
});

describe('check-plan', () => {
  const plans = [version('submitted')];

  it('that passes is kept beside the version, which names it', () => {
    expect(outcomeOf(good['check-plan'], situation('check-plan', { plans }))).toMatchObject({
      outcome: 'approved',
      output: { approved: true },
      records: [
        { kind: 'plan', state: 'submitted', version: 2, checked: 'assessment-1.check-plan-1' },
        { kind: 'work', id: 'assessment-1.check-plan-1', list: 'plan-checks' },
      ],
    });
  });

  it('that fails sends the version back with what should change', () => {
    const answers = { ...good['check-plan'], risksCovered: 'no', whatToChange: 'Who comes when the bus fails?' };

    expect(outcomeOf(answers, situation('check-plan', { plans }))).toMatchObject({
      outcome: 'changes-asked',
      output: { approved: false },
      records: [{ state: 'changes-requested', changesAsked: 'Who comes when the bus fails?' }, { kind: 'work' }],
    });
  });
});

describe('agree-plan', () => {
  const plans = [version('submitted')];

  it('is signed today where no day is given', () => {
    expect(outcomeOf({ answer: 'agreed', signature: 'Ada Example' }, situation('agree-plan', { plans }))).toMatchObject(
      {
        outcome: 'agreed',
        records: [
          { state: 'agreed', signed: { by: 'Ada Example', on: today } },
          { kind: 'work', list: 'plan-agreement' },
        ],
      },
    );
  });

  it.each([
    ['as-planned', 'Evenings.'],
    ['direct-payment', 'Evenings. The budget is wanted as a direct payment.'],
    ['council-managed', 'Evenings. The council is wanted to arrange the support.'],
    ['both', 'Evenings. Part of the budget is wanted as a direct payment, part arranged by the council.'],
  ])('with changes and the budget held %s goes back with “%s”', (budgetHeld, changesAsked) => {
    const answers = { answer: 'changes-asked', whatChanges: 'Evenings.', budgetHeld };

    expect(outcomeOf(answers, situation('agree-plan', { plans }))).toMatchObject({
      records: [{ state: 'changes-requested', changesAsked }, { kind: 'work' }],
    });
  });

  it('cannot have been signed tomorrow', () => {
    const answers = { answer: 'agreed', signature: 'Ada Example', signedOn: '2026-07-03' };

    expect(problemsOf(answers, situation('agree-plan', { plans }))).toEqual(['signedOn']);
  });
});

describe('set-up-support', () => {
  const at = (startedOn: string, rest = {}) =>
    outcomeOf(
      { ...good['set-up-support'], startedOn, ...rest },
      situation('set-up-support', { plans: [version('agreed')] }),
    );

  it.each([
    ['2026-07-16', true],
    ['2026-07-17', false],
  ])('may start on %s, 14 days ahead or fewer: %s', (startedOn, ok) => {
    expect(at(startedOn).ok).toBe(ok);
  });

  it('puts the agreed plan in force', () => {
    expect(at(today)).toMatchObject({
      changes: { planInForce: 1, supportStartedOn: today, stage: 'support' },
      records: [
        { kind: 'plan', state: 'active' },
        { kind: 'work', list: 'set-up' },
      ],
    });
  });
});

describe('check-support', () => {
  it('brings the review forward with what must change', () => {
    const answers = { ...good['check-support'], changeNeeded: 'yes', whatChange: 'Longer visits.' };

    expect(outcomeOf(answers, situation('check-support'))).toMatchObject({
      outcome: 'change-needed',
      reviewForward: 'The key worker found a change is needed. Longer visits.',
    });
  });
});

describe('review-plan', () => {
  const of = situation('review-plan', { now: isoInstant.parse('2027-01-05T10:00:00.000Z') }, 'review-1.review-plan');

  it('is kept with its list, and tells the cycle its outcome and day', () => {
    expect(outcomeOf(reviewPosted(), of)).toMatchObject({
      outcome: 'no-change',
      output: { outcome: 'no-change', heldOn: '2027-01-04' },
      records: [{ kind: 'work', work: 'review-plan', list: 'review', answers: { reasons: 'It works well.' } }],
      opens: [],
    });
  });

  it('assesses finances again where money has changed (CV86)', () => {
    expect(outcomeOf(reviewPosted({ moneyChanged: 'yes' }), of)).toMatchObject({
      opens: [{ kind: 'assess-finances' }],
    });
  });

  it('wants someone who took part', () => {
    const people = [{ name: 'Ada Example', role: 'The person', attended: 'no' }];

    expect(problemsOf(reviewPosted({ people }), of)).toContain('people');
  });

  it.each([
    ['2027-01-04', false],
    ['2027-01-05', true],
    ['2028-01-04', true],
    ['2028-01-05', false],
  ])('may plan the next one for %s, after it and within 12 months: %s (S29)', (nextReviewOn, ok) => {
    expect(outcomeOf(reviewPosted({ nextReviewOn }), of).ok).toBe(ok);
  });
});

describe('agree-plan for the council', () => {
  const plans = [version('submitted')];
  const disagrees = { answer: 'not-agreed', whyNot: 'She wants another agency.', goesOn: 'yes' };

  it('G1: goes on without the person’s agreement only after steps were tried', () => {
    expect(problemsOf(disagrees, situation('agree-plan', { plans }))).toEqual(['stepsTried']);
  });

  it('G1: goes on after them, and keeps why the person does not agree', () => {
    const answers = { ...disagrees, stepsTried: 'Two meetings, and an advocate.' };

    expect(outcomeOf(answers, situation('agree-plan', { plans }))).toMatchObject({
      outcome: 'agreed',
      records: [{ state: 'agreed', changesAsked: 'She wants another agency.' }, { kind: 'work' }],
    });
  });

  it('is never its author’s', () => {
    const author = { id: 'author', name: 'Sam Worker' };
    const answers = { agreed: 'yes', why: 'It meets the needs.' };

    expect(outcomeOf(answers, situation('agree-plan-for-council', { plans, staff: author }))).toMatchObject({
      code: 'author-cannot-check',
    });
    expect(outcomeOf(answers, situation('agree-plan-for-council', { plans }))).toMatchObject({
      output: { next: 'agree' },
    });
  });

  it('leaves the plan in force where it does not agree to a revised one', () => {
    const answers = {
      agreed: 'no',
      why: 'The day centre meets it.',
      whatToChange: 'Three days.',
      leadsTo: 'not-agreed',
    };
    const inForce = aCase({ planInForce: 1 });
    const revised = version('submitted', { id: 'review-1.draft-plan-1', number: 2 });
    const of = situation(
      'agree-plan-for-council',
      { plans: [version('active'), revised], case: inForce },
      'review-1.agree-for-council-1',
    );

    expect(outcomeOf(answers, of)).toMatchObject({
      outcome: 'not-agreed',
      output: { next: 'stands' },
      tells: ['plan-news'],
      records: [{ number: 2, state: 'ended' }, { kind: 'work' }],
    });
  });

  const said = (agreed: 'yes' | 'no', round: number): CaseRecord => ({
    ...finances,
    id: `assessment-1.agree-for-council-${round}`,
    work: 'agree-plan-for-council',
    list: 'council-agreement',
    answers: { agreed, why: 'It meets the needs.' },
    result: undefined,
  });
  const check = (round: number): CaseRecord => ({
    ...finances,
    id: `assessment-1.check-plan-${round}`,
    work: 'check-plan',
    list: 'plan-checks',
    answers: good['check-plan'],
    result: undefined,
  });
  const no = { agreed: 'no', why: 'The day centre meets it.', whatToChange: 'Three days.', leadsTo: 'not-agreed' };
  const initial = version('changes-requested', { checked: 'assessment-1.check-plan-1' });
  const next = version('submitted', { id: 'assessment-1.draft-plan-2', number: 2 });

  it('goes back to the plan that it had agreed to, which the person may then agree to (CB19)', () => {
    const records = [finances, check(1), said('yes', 1)];
    const refusing = situation(
      'agree-plan-for-council',
      { plans: [initial, next], records },
      'assessment-1.agree-for-council-2',
    );
    expect(outcomeOf(no, refusing)).toMatchObject({
      output: { next: 'agree' },
      records: [{ number: 2, state: 'ended' }, { number: 1, state: 'submitted' }, { kind: 'work' }],
    });

    const plans = [
      { ...initial, state: 'submitted' as const },
      { ...next, state: 'ended' as const },
    ];
    const agreeing = situation(
      'agree-plan',
      { plans, records: [...records, said('no', 2)] },
      'assessment-1.agree-plan-2',
    );
    expect(outcomeOf(good['agree-plan'], agreeing)).toMatchObject({ outcome: 'agreed' });
  });

  it('never goes back to one that it had refused itself', () => {
    const records = [finances, check(1), said('no', 1)];
    const refusing = situation(
      'agree-plan-for-council',
      { plans: [initial, next], records },
      'assessment-1.agree-for-council-2',
    );
    expect(problemsOf(no, refusing)).toEqual(['leadsTo']);
  });
});
