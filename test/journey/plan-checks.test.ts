import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { aCouncil } from '../support/a-council.ts';
import {
  assessment,
  failsCheck,
  type Journeys,
  slug,
  startJourneys,
  toSupport,
  type Work,
} from '../support/journey.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

/** What the API answers to finishing work with these answers beside the usual ones. */
const answerTo = async (reference: CaseReference, kind: TaskKind, changes: object, as?: StaffRole) => {
  const task = await journeys.openTask(reference, kind);
  const answers = { ...staffAnswers(journeys.today())[kind], ...changes };
  const path = `/leicestershire/staff/tasks/${task.id}/complete`;
  const { status, json } = await journeys.send('POST', path, { as: as ?? kindsOfWork[kind].role, body: { answers } });
  const problems = (json.errors ?? []) as { field: string }[];
  return { status, code: json.code, fields: problems.map(({ field }) => field) };
};
const toCheck = toSupport.slice(0, toSupport.indexOf('check-plan'));
const failing = (leadsTo: string): Work => [
  'check-plan',
  { effective: 'no', effectiveWhy: 'The evening is left out.', whatToChange: 'Say who helps in the evening.', leadsTo },
];
const drafted = async () => {
  const reference = await journeys.apply();
  await journeys.work(reference, ...toCheck);
  return reference;
};

describe('a check of a plan', () => {
  it('G2: that finds it not effective sends it back, and the person is told what and why', async () => {
    const reference = await drafted();
    await journeys.work(reference, failsCheck);

    expect((await journeys.mailOf(reference)).at(-1)).toContain('check-plan-1');
    const [plan] = await journeys.deps.store.records(slug, reference, 'plan');
    expect(plan).toMatchObject({ state: 'changes-requested', changesAsked: 'A shorter visit on Sundays.' });
    expect(await journeys.ending(reference, assessment())).toBe('in Draft the plan');
  });

  it('is not taken where its reason names only a highest amount', async () => {
    const reference = await drafted();
    const changes = {
      affordable: 'no',
      affordableWhy: 'The maximum is £150 a week.',
      whatToChange: 'A shorter visit.',
    };

    expect(await answerTo(reference, 'check-plan', changes)).toMatchObject({ status: 400, fields: ['affordableWhy'] });
  });

  it('that finds it not clear leads back to the assessment and a new decision', async () => {
    const reference = await drafted();
    await journeys.work(reference, failing('assess-again'));
    expect(await journeys.ending(reference, assessment())).toBe('in Assess needs');

    await journeys.work(
      reference,
      'assess-needs',
      'decide-eligibility',
      'estimate-budget',
      'draft-plan',
      'check-plan',
      'agree-plan',
    );
    expect((await journeys.case(reference)).stage).toBe('setting-up-support');
    expect(journeys.errors).toEqual([]);
  });

  it('after which the council does not agree puts the initial plan before the person again', async () => {
    const reference = await drafted();
    expect(
      await answerTo(reference, 'check-plan', { ...(failing('not-agreed') as [string, object])[1] }),
    ).toMatchObject({
      fields: ['leadsTo'],
    });
    await journeys.work(
      reference,
      'check-plan',
      ['agree-plan', { answer: 'changes-asked', whatChanges: 'A second visit.', budgetHeld: 'as-planned' }],
      'draft-plan',
      failing('not-agreed'),
      'agree-plan',
    );
    const plans = await journeys.deps.store.records(slug, reference, 'plan');

    expect(plans.map((plan) => plan.kind === 'plan' && [plan.number, plan.state])).toEqual([
      [1, 'agreed'],
      [2, 'ended'],
    ]);
  });
});

describe('where the key worker checks and the council agrees', () => {
  beforeAll(() => journeys.setCouncil({ plans: aCouncil({}, 'cambridgeshire').plans }));
  afterAll(() => journeys.setCouncil({}));

  it('the author may check, and a manager agrees for the council before the person is asked', async () => {
    const reference = await drafted();
    const task = await journeys.openTask(reference, 'check-plan');
    expect(task.role).toBe('key-worker');
    expect(await answerTo(reference, 'check-plan', {}, 'key-worker')).toMatchObject({ status: 200 });
    await journeys.settle();
    expect(await journeys.ending(reference, assessment())).toBe('in Agree the plan for the council');

    await journeys.work(reference, 'agree-plan-for-council', 'agree-plan');
    expect((await journeys.case(reference)).stage).toBe('setting-up-support');
  });
});

describe('a plan to which the person does not agree', () => {
  it('G1: is never taken on for the council by its author', async () => {
    const reference = await drafted();
    await journeys.work(reference, 'check-plan');
    const disagrees = { answer: 'not-agreed', whyNot: 'She wants another agency.', goesOn: 'yes' };
    const clean = { signature: undefined, signedOn: undefined, signedAs: undefined, ...disagrees };

    expect(await answerTo(reference, 'agree-plan', clean)).toMatchObject({ status: 409, code: 'author-cannot-check' });
  });

  it('is not signed by who has authority over property alone', async () => {
    const reference = await drafted();
    await journeys.work(reference, 'check-plan');

    expect(await answerTo(reference, 'agree-plan', { signedAs: 'property-deputy' })).toMatchObject({
      fields: ['signedAs'],
    });
  });
});
