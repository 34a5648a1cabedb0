import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/public/site.ts';
import { createSweepSignals } from '../../functions/scheduled/sweep-signals.ts';
import { watched } from '../../infra/alarms.ts';
import { AwsError, awsEndpoint } from '../../local/aws-endpoint.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { auditEvent } from '../../schemas/case.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { isoInstant } from '../../schemas/scalars.ts';
import type { Deps } from '../../services/deps.ts';
import { createAddressProofs } from '../../services/mail/address-proofs.ts';
import { createTellBefore } from '../../services/mail/changed-details.ts';
import { createTellInvited } from '../../services/mail/invited-to-plan.ts';
import { createOwedMail } from '../../services/mail/owed-mail.ts';
import { createTellNamed } from '../../services/mail/record-opened.ts';
import { logger } from '../../services/runtime/logger.ts';
import { unending } from '../../services/runtime/run-time.ts';
import { createCaseStore } from '../../services/store/case-store.ts';
import { createEndingCases } from '../../services/work/ending-cases.ts';
import { createPlannedWork } from '../../services/work/planned-work.ts';
import { createWorkflows } from '../../services/work/workflows.ts';
import { metricLines } from '../support/metric-lines.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { createStaffSite } from '../support/staff-site.ts';

let platform: TestPlatform;
beforeEach(async () => {
  platform = await startTestPlatform();
});
afterEach(() => platform.stop());

/** The platform's deps, with a Step Functions that answers every call with an error of AWS's. */
const withFailing = (name: string, status = 400): Deps => ({
  ...platform.deps,
  workflows: createWorkflows({
    store: platform.deps.store,
    machineArn: (machine) => `arn:aws:states:eu-west-2:000000000000:stateMachine:${machine}`,
    tell: createOwedMail(platform.deps),
    tellHeld: createAddressProofs(platform.deps).tellHeld,
    open: createPlannedWork(platform.deps),
    close: (signal) => createEndingCases(platform.deps).close(signal),
    died: (signal) => createEndingCases(platform.deps).died(signal),
    tellStaff: createEndingCases(platform.deps).tellStaff,
    tellNamed: createTellNamed(platform.deps),
    tellBefore: createTellBefore(platform.deps),
    tellInvited: createTellInvited(platform.deps),
    now: () => platform.deps.clock.now(),
    config: {
      ...awsEndpoint(async () => {
        throw new AwsError(name, 'An answer that only AWS gives', {}, status);
      }),
      // The client’s own repetitions only take time.
      maxAttempts: 1,
    },
  }),
});

const submit = async (deps: Deps, answers: object = {}) => {
  const event = {
    httpMethod: 'POST',
    path: `/${council}/applications`,
    headers: { 'content-type': 'application/json' },
    queryStringParameters: null,
    body: JSON.stringify({ form: 'needs-assessment', answers: { ...completeAnswers(needsAssessment), ...answers } }),
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEvent;
  const answer = await handler.with(deps)(event, { awsRequestId: 'request', functionName: 'public-site' } as Context);
  return { status: answer.statusCode, json: JSON.parse(answer.body) };
};

const executions = async () => {
  await platform.settle();
  return platform.platform.stepFunctions.executions();
};

const sweep = (deps: Deps) => createSweepSignals(deps)({}, unending);

describe('Step Functions that cannot be told', () => {
  it.each([
    { error: 'ThrottlingException', status: 400 },
    { error: 'ExecutionLimitExceeded', status: 400 },
    { error: 'InternalServerException', status: 500 },
    { error: 'KmsThrottlingException', status: 400 },
    { error: 'AccessDeniedException', status: 400 },
  ])('for $error costs the person nothing: 201 now, and the sweeper starts the journey', async ({ error, status }) => {
    const answer = await submit(withFailing(error, status));
    const before = await executions();
    await platform.platform.clock.forward('PT61S');
    const swept = await sweep(platform.deps);

    expect(answer.status).toBe(201);
    expect(before).toEqual([]);
    expect(swept).toEqual({ sent: 1, failed: 0 });
    expect((await executions()).map(({ input, currentStates }) => [input, currentStates])).toEqual([
      [
        { council, reference: answer.json.reference, thread: 'assessment-1', leg: 1, schemaVersion: 1 },
        ['Triage the request'],
      ],
    ]);
  });

  it('is left in peace for a minute, and swept once only', async () => {
    await submit(withFailing('ThrottlingException'));
    await platform.platform.clock.forward('PT60S');
    const atOnce = await sweep(platform.deps);
    await platform.platform.clock.forward('PT1S');
    const [first, second] = [await sweep(platform.deps), await sweep(platform.deps)];

    expect([atOnce, first, second].map(({ sent }) => sent)).toEqual([0, 1, 0]);
    expect(await executions()).toHaveLength(1);
  });

  it('stays owed, and every sweep says for how long, until an alarm rings and until it is sent', async () => {
    const failing = withFailing('ThrottlingException');
    const minutes = async (deps: Deps) => {
      const lines = await metricLines(() => sweep(deps));
      return lines.filter(({ name }) => name === 'OldestMoveMinutes').map(({ value }) => Math.floor(value));
    };
    await submit(failing);
    await submit(failing, { town: 'Oadby' });
    await platform.platform.clock.forward('PT61S');

    expect(await sweep(failing)).toEqual({ sent: 0, failed: 2 });
    expect(await minutes(failing)).toEqual([1]);
    // The platform's own sweep would send them on the way.
    const late = Date.parse(failing.clock.now()) + (watched['owed-moves'].atLeast - 1) * 60_000;
    const later = { ...failing, clock: { now: () => isoInstant.parse(new Date(late).toISOString()) } };
    expect(await minutes(later)).toEqual([watched['owed-moves'].atLeast]);
    expect(await minutes(platform.deps)).toEqual([0]);
    expect(await sweep(platform.deps)).toEqual({ sent: 0, failed: 0 });
  });

  it('is told in the log by the name of the error and the references, in one line however many it befell', async () => {
    const failing = withFailing('ThrottlingException');
    const submitted = [await submit(failing), await submit(failing, { town: 'Oadby' })];
    await platform.platform.clock.forward('PT61S');
    const warned = vi.spyOn(logger, 'warn').mockImplementation(() => undefined);
    try {
      await sweep(failing);

      const lines = warned.mock.calls.filter(([message]) => message === 'Signals could not be sent');
      expect(lines).toHaveLength(1);
      expect(lines[0]?.[1]).toMatchObject({ error: 'ThrottlingException', howMany: 2 });
      for (const { json } of submitted) expect(JSON.stringify(lines)).toContain(json.reference);
      expect(JSON.stringify(lines)).not.toContain('Rate exceeded');
    } finally {
      warned.mockRestore();
    }
  });

  it('does not hold up a member of staff: 200, and the journey goes on when the sweeper has told it', async () => {
    const { json } = await submit(platform.deps);
    const task = await platform.client.waitForTask('contact-officer', json.reference, 'triage-request');
    const site = await createStaffSite(withFailing('InternalServerException', 500));
    const done = await site(
      { id: 'officer', roles: ['contact-officer'] },
      'POST /{council}/staff/tasks/{id}/complete',
      {
        names: { id: task.id },
        body: { answers: staffAnswers('2026-01-05')['triage-request'] },
      },
    );
    const waiting = (await executions())[0]?.currentStates;
    await platform.platform.clock.forward('PT61S');
    await sweep(platform.deps);

    expect(done.status).toBe(200);
    expect(waiting).toEqual(['Triage the request']);
    expect((await executions())[0]?.currentStates).toEqual(['Assess needs']);
  });

  it('was told but not forgotten: telling it again starts no second journey', async () => {
    const { store } = platform.deps;
    const removeSignal = async () => {
      throw new AwsError('ProvisionedThroughputExceededException', 'Slow down');
    };
    const { status } = await submit({
      ...platform.deps,
      workflows: createWorkflows({
        store: { ...store, removeSignal },
        machineArn: (machine) => `arn:aws:states:eu-west-2:000000000000:stateMachine:${machine}`,
        tell: createOwedMail(platform.deps),
        tellHeld: createAddressProofs(platform.deps).tellHeld,
        open: createPlannedWork(platform.deps),
        close: (signal) => createEndingCases(platform.deps).close(signal),
        died: (signal) => createEndingCases(platform.deps).died(signal),
        tellStaff: createEndingCases(platform.deps).tellStaff,
        tellNamed: createTellNamed(platform.deps),
        tellBefore: createTellBefore(platform.deps),
        tellInvited: createTellInvited(platform.deps),
        now: () => platform.deps.clock.now(),
        config: awsEndpoint(platform.platform.stepFunctions.handle),
      }),
    });
    await platform.platform.clock.forward('PT61S');

    expect(status).toBe(201);
    expect(await sweep(platform.deps)).toEqual({ sent: 1, failed: 0 });
    expect(await executions()).toHaveLength(1);
  });
});

describe('DynamoDB under load', () => {
  const commitWith = async (Code: string) => {
    const store = createCaseStore({
      tableName: 'cases',
      documents: DynamoDBDocumentClient.from(
        new DynamoDBClient({
          ...awsEndpoint(async (operation) => {
            // The last link of the history is read first; there is none.
            if (operation.endsWith('GetItem')) return {};
            throw new AwsError('TransactionCanceledException', `Transaction cancelled: [None, ${Code}]`, {
              CancellationReasons: [{ Code: 'None' }, { Code }],
            });
          }),
          maxAttempts: 1,
        }),
      ),
    });
    const event = auditEvent.parse({
      council,
      reference: 'K7M-29QX-T4F',
      at: '2026-01-05T10:00:00.000Z',
      id: '1',
      actor: { kind: 'public' },
      action: 'application-received',
      authority: 'Care Act 2014 section 9',
    });
    return store.commit({ events: [event] });
  };

  it.each(['ConditionalCheckFailed', 'TransactionConflict'])(
    'says that someone else was first for %s',
    async (code) => {
      expect(await commitWith(code)).toBe(false);
    },
  );

  it.each(['ThrottlingError', 'ProvisionedThroughputExceeded', 'ValidationError', 'ItemCollectionSizeLimitExceeded'])(
    'throws for %s, which is nobody being first',
    async (code) => {
      await expect(commitWith(code)).rejects.toThrow('Transaction cancelled');
    },
  );

  it.each([
    { lost: 1, status: 201, cases: 1 },
    { lost: 2, status: 201, cases: 1 },
    { lost: 3, status: 503, cases: 0 },
  ])('answers $status where $lost transactions in a row meet a conflict', async ({ lost, status, cases }) => {
    const { store } = platform.deps;
    let left = lost;
    const commit: typeof store.commit = async (change) => {
      left -= 1;
      return left < 0 ? store.commit(change) : false;
    };
    const answer = await submit({ ...platform.deps, store: { ...store, commit } });

    expect(answer.status).toBe(status);
    if (status === 503)
      expect(answer.json).toMatchObject({ code: 'busy', detail: 'Nothing was changed. Send it again.' });
    expect(await executions()).toHaveLength(cases);
  });

  it('answers 503 with a number and no more where the table cannot be written, and starts nothing', async () => {
    const { store } = platform.deps;
    const commit = async () => {
      throw new AwsError('ThrottlingException', 'Rate exceeded for Rose Okafor');
    };
    const answer = await submit({ ...platform.deps, store: { ...store, commit } });

    expect(answer).toMatchObject({
      status: 503,
      json: { code: 'out-of-reach', detail: expect.stringContaining('request') },
    });
    expect(JSON.stringify(answer.json)).not.toContain('Rate exceeded');
    expect(await executions()).toEqual([]);
  });
});
