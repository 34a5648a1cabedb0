import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { caseForms } from '../../schemas/forms/case-forms.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { workUpTo } from '../support/case-work.ts';
import { openCase, signedIn } from '../support/followed-case.ts';
import { fieldsOf } from '../support/form-journey.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { walkCaseForm } from '../support/walk-case-form.ts';

type Known = { question: string; answer: unknown; lines: string[]; from: { list: string }; isAccepted: boolean };

let platform: TestPlatform;
let reference: CaseReference;
beforeAll(async () => {
  platform = await startTestPlatform();
  reference = await openCase(platform);
  await workUpTo(platform, reference, 'assess-needs');
});
afterAll(() => platform.stop());

const opened = async (kind: TaskKind) => {
  const { role } = kindsOfWork[kind];
  const { id } = await platform.client.waitForTask(role, reference, kind);
  const path = `/${council}/staff/tasks/${id}`;
  const { json } = await platform.send('GET', path, { as: role });
  const post = (to: 'complete' | 'lines', body: object) =>
    platform.send('POST', `${path}/${to}`, { as: role, body }).then(async (answer) => {
      await platform.settle();
      return answer;
    });
  return { known: json.known as Known[], post };
};

const acceptedIn = (known: readonly Known[]) => known.filter((one) => one.isAccepted).map(({ question }) => question);
/** The example's answers without those that are taken over as they are known. */
const stillToType = (kind: TaskKind, known: readonly Known[]) =>
  Object.fromEntries(
    Object.entries(staffAnswers('2026-01-05')[kind]).filter(([id]) => !acceptedIn(known).includes(id)),
  );

const recordOf = async (kind: TaskKind) => {
  const { records } = await platform.client.readCase(reference);
  const found = records.find((record) => record.kind === 'work' && record.work === kind);
  if (found?.kind !== 'work') throw new Error(`No record of ${kind}`);
  return found;
};

// In the order of the journey: each test goes on with the case of the one before.
describe('what is known already', () => {
  it('of the outcomes is what the assessment found, and the decision takes it over without a word typed', async () => {
    const { known, post } = await opened('decide-eligibility');
    const typed = stillToType('decide-eligibility', known);

    expect(known).toContainEqual(
      expect.objectContaining({ question: 'hygieneMeanings', answer: ['a-assistance'], isAccepted: true }),
    );
    expect(Object.keys(typed).filter((id) => /Meanings|NeedAsIfNoCarer|Applies|Goal/.test(id))).toEqual([]);
    expect((await post('complete', { answers: typed, unchanged: acceptedIn(known) })).json).toMatchObject({
      outcome: 'plan',
      stage: 'estimated-budget',
    });
    expect(await recordOf('decide-eligibility')).toMatchObject({
      answers: { hygieneNeedAsIfNoCarer: 'Cannot wash below the waist.' },
      unchanged: { hygieneNeedAsIfNoCarer: { list: 'assessment', record: 'assessment-1.assess-needs' } },
      result: { kind: 'determination', conditions: [{ answer: 'met' }, { answer: 'met' }, { answer: 'met' }] },
    });
  });

  it('of money is what the person told on the form, and what care costs is the estimate’s total', async () => {
    await workUpTo(platform, reference, 'estimate-budget', 'estimate-budget');
    const form = caseForms.get('financial-assessment');
    if (form === undefined) throw new Error('No form');
    const told = completeAnswers(form, {
      setting: 'home',
      financialChoice: 'full',
      partnerAtHome: 'no',
      gaveAway: 'no',
      ownsProperty: 'no',
      hasOtherIncome: 'no',
      hasDisabilityCosts: 'no',
      benefits: [{ kind: 'state-pension', weekly: 23_025 }],
      capital: [{ kind: 'isa', owners: 1, value: 900_000 }],
      housingCosts: [{ kind: 'council-tax', weekly: 2000, metByBenefit: 0 }],
    });
    const browser = await signedIn(platform);
    const path = `/${council}/case/${reference}/ask/financial-assessment`;
    await walkCaseForm(browser, path, fieldsOf(form, told));
    expect((await browser.press('Send your answers')).errors).toEqual([]);

    const { known, post } = await opened('assess-finances');
    const typed = stillToType('assess-finances', known);

    expect(Object.keys(typed).toSorted()).toEqual([
      'assessmentReason',
      'confirmed',
      'disabilityCosts',
      'household',
      'service',
      'toldPersonOn',
      'weekOf',
    ]);
    expect(known).toContainEqual(
      expect.objectContaining({
        question: 'weeklyCost',
        lines: ['£189.00'],
        from: expect.objectContaining({ list: 'estimate' }),
      }),
    );
    const answer = await post('complete', { answers: typed, unchanged: acceptedIn(known) });
    expect(answer.json).toMatchObject({ outcome: 'assessed' });
    expect(await recordOf('assess-finances')).toMatchObject({
      answers: { benefits: [{ kind: 'state-pension', weekly: 23_025 }], capital: [{ kind: 'isa', value: 900_000 }] },
      unchanged: { weeklyCost: { list: 'estimate' }, benefits: { list: 'financial-assessment' } },
      result: { kind: 'charge', charge: { personPays: 0, councilPays: 18_900 } },
    });
  });
});

describe('what the page works out', () => {
  it('is asked of the server while answers are typed, and keeps nothing', async () => {
    const other = await openCase(platform);
    await workUpTo(platform, other, 'decide-eligibility');
    const { id } = await platform.client.waitForTask('key-worker', other, 'estimate-budget');
    const support = [{ what: 'Visits', times: 7, minutes: 45, per: 'hour', rate: 3600 }];

    const lines = await platform.send('POST', `/${council}/staff/tasks/${id}/lines`, {
      as: 'key-worker',
      body: { answers: { support } },
    });

    expect(lines.json).toEqual({
      lines: [{ id: 'weeklyTotal', page: 'support', label: 'Weekly total', lines: ['£189.00'] }],
      panels: [],
    });
    expect((await platform.client.waitForTask('key-worker', other, 'estimate-budget')).status).toBe('open');
  });
});
