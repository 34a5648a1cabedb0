import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { carersAssessment } from '../../schemas/forms/carers-assessment.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import { caseReference } from '../../schemas/scalars.ts';
import { adviceOnly, assessment, type Journeys, slug, startJourneys } from '../support/journey.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

const opened = async (reference: CaseReference) =>
  (await journeys.tasks(reference)).filter(({ status }) => status === 'open').map(({ kind }) => kind);

describe('work that answers open', () => {
  it('opens once with the work that was finished, is told to its team, and its own answers open the next', async () => {
    const reference = await journeys.apply({ preferredName: 'Beside' });
    await journeys.work(reference, [
      'triage-request',
      { capacityDoubted: 'yes', capacityDecision: 'Whether to have an assessment', assessmentWanted: 'no' },
    ]);

    expect((await opened(reference)).sort()).toEqual([
      'arrange-visit',
      'assess-capacity',
      'assess-needs',
      'consider-refusal',
    ]);
    expect((await journeys.events(reference)).filter((event) => event.startsWith('task-created'))).toHaveLength(5);
    expect(await journeys.staffMailOf(reference)).toHaveLength(4);

    await journeys.work(reference, ['consider-refusal', { capacityToRefuse: 'not-assessed' }], 'assess-capacity');
    // The doubt at triage and the one beside the refusal each have their work, and each brings the refusal up again.
    expect((await opened(reference)).sort()).toEqual([
      'arrange-visit',
      'assess-capacity',
      'assess-needs',
      'consider-refusal',
    ]);
    await journeys.work(reference, 'assess-capacity', 'consider-refusal');
    // A refusal that stands closes the case, and the other look at it is still to be finished.
    expect(await opened(reference)).toEqual(['consider-refusal']);
  });

  it('goes on after the case is closed, but for what means nothing once the person has died', async () => {
    const reference = await journeys.apply({ preferredName: 'After' });
    await journeys.work(reference, [
      'triage-request',
      {
        harmSuspected: 'yes',
        harmWhat: 'Bruises.',
        substantialDifficulty: ['retaining'],
        supportToTakePart: 'nobody',
      },
    ]);
    await journeys.close(reference, 'died');

    expect((await opened(reference)).sort()).toEqual(['look-into-safety', 'write-condolence']);
  });
});

describe('a carer’s case', () => {
  it('gets the carer’s lists at the steps at which an adult’s gets theirs, and goes on to the estimate', async () => {
    const answers = completeAnswers(carersAssessment, { email: 'ada.okafor@example.com' });
    const sent = await journeys.client.request<{ reference: string }>(
      'POST',
      `/${slug}/applications`,
      { form: 'carers-assessment', answers },
      { 'idempotency-key': randomUUID() },
    );
    await journeys.settle();
    const reference = caseReference.parse(sent.reference);
    await journeys.work(reference, 'triage-request');

    expect(await journeys.openTask(reference, 'assess-carer')).toMatchObject({
      id: `${reference}.assessment-1.assess-needs`,
      dueOn: (await journeys.case(reference)).targetOn,
    });
    await journeys.work(reference, 'assess-carer');
    expect(await journeys.ending(reference, assessment())).toBe('in Decide eligibility');
    const records = await journeys.deps.store.records(slug, reference, 'work');
    expect(records.find(({ id }) => id === 'assessment-1.assess-needs')).toMatchObject({
      work: 'assess-carer',
      list: 'carer-assessment',
      answers: { ableLater: 'no', carerHealth: 'at-risk' },
    });
    await journeys.work(reference, 'decide-carer-eligibility');
    expect(await journeys.ending(reference, assessment())).toBe('in Estimate the budget');
    const decided = await journeys.deps.store.records(slug, reference, 'work');
    expect(decided.find(({ id }) => id === 'assessment-1.decide-eligibility')).toMatchObject({
      work: 'decide-carer-eligibility',
      list: 'carer-decision',
      result: { conditions: [{ answer: 'met', source: 'Eligibility Regs reg 3(1)(a)' }, {}, {}] },
    });
  });
});

describe('advice without an assessment', () => {
  it('is kept with the triage, where the mail says that it can be read', async () => {
    const reference = await journeys.apply({ preferredName: 'Advice' });
    await journeys.work(reference, adviceOnly);
    const [triage] = await journeys.deps.store.records(slug, reference, 'work');

    expect(triage).toMatchObject({ work: 'triage-request', answers: { adviceGiven: 'The balance class.' } });
    expect(await journeys.mailOf(reference)).toHaveLength(2);
  });
});
