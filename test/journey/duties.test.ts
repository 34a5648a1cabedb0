import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReference } from '../../schemas/scalars.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { type Journeys, startJourneys } from '../support/journey.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

/** The kinds of work that are open on a case. */
const open = async (reference: CaseReference): Promise<TaskKind[]> =>
  (await journeys.tasks(reference)).filter(({ status }) => status === 'open').map(({ kind }) => kind);

/** The fields that staff are told to put right; none where the work was taken. */
const wrong = async (reference: CaseReference, kind: TaskKind, answers: object = {}): Promise<string[]> => {
  try {
    await journeys.finish(reference, kind, answers);
    return [];
  } catch (error) {
    const [, body = '{}'] = /answered 400: (.*)$/s.exec(String(error)) ?? [];
    const { errors = [] } = JSON.parse(body) as { errors?: { field: string }[] };
    if (errors.length === 0) throw error;
    return errors.map(({ field }) => field);
  }
};

describe('an independent advocate (Care Act 2014 s.67)', () => {
  const remembers = { takingPart: ['remember'], someoneToSupport: 'no', wantsAdvocate: 'yes' };

  it('is asked for at triage by what the person told, and the assessment waits for one (A1)', async () => {
    const reference = await journeys.apply(remembers);
    await journeys.work(reference, 'triage-request');

    expect(await open(reference)).toContain('arrange-advocacy');
    expect(await wrong(reference, 'assess-needs')).toEqual(['substantialDifficulty']);

    await journeys.work(reference, 'arrange-advocacy', 'assess-needs');

    expect((await journeys.case(reference)).stage).toBe('decision');
    expect((await journeys.mailOf(reference)).at(-1)).toContain('arrange-advocacy');
  });
});

describe('a worry about safety (s.42)', () => {
  const allThree = { hasCareNeeds: 'yes', experiencingOrAtRisk: 'yes', cannotProtectSelf: 'yes' };
  const raise = (reference: CaseReference, as: 'finance-officer' | 'key-worker', key: string) =>
    journeys.send('POST', `/leicestershire/staff/cases/${reference}/work`, {
      as,
      body: { kind: 'look-into-safety', reason: 'Her card was used while she was in hospital.' },
      headers: { 'idempotency-key': key },
    });

  it('is raised by any member of staff, once, on a closed case too, and is decided by the next working day', async () => {
    const reference = await journeys.apply();
    await journeys.close(reference, 'withdrawn');
    const [first, again] = [
      await raise(reference, 'finance-officer', 'one'),
      await raise(reference, 'finance-officer', 'one'),
    ];

    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.json.id).toBe(first.json.id);
    expect(first.json).toMatchObject({ role: 'safeguarding-lead', dueOn: '2026-01-06' });
    const opened = await journeys.send('GET', `/leicestershire/staff/tasks/${first.json.id}`, {
      as: 'safeguarding-lead',
    });
    expect(opened.json).toMatchObject({ said: 'Her card was used while she was in hospital.' });
    expect(await journeys.events(reference)).toContainEqual(
      expect.stringMatching(/^task-created case\.look-into-safety-by-hand/),
    );
  });

  it('leads to an enquiry against the person’s wish, with the reason, and never ends with a limb not known (D1, D2)', async () => {
    const reference = await journeys.apply();
    await raise(reference, 'key-worker', 'two');

    expect(await wrong(reference, 'look-into-safety', { ...allThree, wantsEnquiry: 'leave-it' })).toEqual(['decision']);
    expect(await wrong(reference, 'look-into-safety', { ...allThree, cannotProtectSelf: 'not-known' })).toEqual([
      'decision',
    ]);
    const enquiry = { ...allThree, wantsEnquiry: 'leave-it', decision: 'enquiry', enquiryBy: 'The safeguarding team' };
    expect(await wrong(reference, 'look-into-safety', enquiry)).toEqual(['overrideReason']);
    expect(await wrong(reference, 'look-into-safety', { ...enquiry, overrideReason: 'A child is at risk.' })).toEqual(
      [],
    );
  });
});

describe('work that staff open by hand', () => {
  const post = (reference: CaseReference, as: 'finance-officer' | 'manager', kind: string) =>
    journeys.send('POST', `/leicestershire/staff/cases/${reference}/work`, {
      as,
      body: { kind, reason: 'It is wanted.' },
    });

  it.each([
    'consider-refusal',
    'assess-capacity',
    'arrange-advocacy',
    'refer-continuing-healthcare',
    'offer-carers-assessment',
  ])('is %s for whoever works on cases, and for nobody else', async (kind) => {
    const reference = await journeys.apply();

    expect((await post(reference, 'finance-officer', kind)).status).toBe(403);
    expect((await post(reference, 'manager', kind)).status).toBe(201);
    expect(await open(reference)).toContain(kind);
  });
});

describe('a refusal that stands (s.11)', () => {
  it('closes the case, and the person reads that they may ask again', async () => {
    const reference = await journeys.apply();
    await journeys.work(reference, ['triage-request', { assessmentWanted: 'no' }]);

    expect(await wrong(reference, 'consider-refusal', { capacityToRefuse: 'lacks' })).toContain('inBestInterests');

    await journeys.work(reference, 'consider-refusal');

    expect((await journeys.case(reference)).closed?.reason).toBe('assessment-refused');
    expect(await open(reference)).toEqual([]);
  });
});

describe('a wait for an assessment (guidance 6.29)', () => {
  it('is looked at again after 28 days, and the person is told their rank', async () => {
    const reference = await journeys.apply();
    await journeys.work(reference, 'triage-request');
    await journeys.moveTo('2026-02-02T10:00:00Z');
    await journeys.settle();

    expect(await open(reference)).toContain('review-wait');
    await journeys.work(reference, ['review-wait', { urgency: 'carer-breakdown', seenBy: '2026-02-06' }]);

    expect(await journeys.case(reference)).toMatchObject({ urgency: 'carer-breakdown', targetOn: '2026-02-06' });
    expect((await journeys.mailOf(reference)).at(-1)).toContain('review-wait');
  });
});

describe('a carer who is named (s.10(1))', () => {
  it('is offered an assessment by a task, and has a linked case of their own once they accept (B1)', async () => {
    const carers = [{ name: 'Ada Okafor', relationship: 'Daughter', whatTheyDo: 'Cooks', agreesToContact: 'yes' }];
    const reference = await journeys.apply({ hasCarer: 'yes', carers, carerWantsAssessment: 'yes' });
    await journeys.work(reference, 'triage-request');
    const task = await journeys.openTask(reference, 'offer-carers-assessment');

    const answer = await journeys.send('POST', `/leicestershire/staff/tasks/${task.id}/complete`, {
      as: 'contact-officer',
      body: {
        answers: {
          carerName: 'Ada Okafor',
          agreesToContact: 'yes',
          offeredOn: '2026-01-05',
          offeredBy: 'phone',
          answer: 'accepted',
          carerFirstName: 'Ada',
          carerLastName: 'Okafor',
          carerDateOfBirth: '1975-05-01',
          carerEmail: 'ada.okafor@example.com',
          carerAgreesLink: 'yes',
          personAgreesLink: 'yes',
        },
      },
    });
    await journeys.settle();

    expect(answer.status).toBe(200);
    const theirs = answer.json.carerReference as CaseReference;
    const adult = await journeys.case(reference);
    expect(await journeys.case(theirs)).toMatchObject({ kind: 'carer', caresFor: adult.personId, stage: 'received' });
    expect(await open(theirs)).toEqual(['triage-request']);
    expect((await journeys.deps.store.records(adult.council, theirs)).map(({ kind }) => kind)).toEqual(['application']);
  });
});
