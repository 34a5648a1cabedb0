import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { handler } from '../../functions/public/site.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { DirectDocuments } from '../../local/dynamodb/documents.ts';
import { type AuditEvent, auditEvent, careCase, councilEvent } from '../../schemas/case.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { workUpTo } from '../support/case-work.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

/** Told apart from every word of the platform's own. */
const personal: Answers = {
  firstName: 'Roswitha',
  preferredName: 'Rosalba',
  lastName: 'Okaforova',
  email: 'roswitha@private.example.com',
  phone: '01632 960 977',
  addressLine1: '771 Sycamore Crescent',
  town: 'Wigston Magna',
  postcode: 'LE18 3QQ',
  dateOfBirth: '1948-03-02',
  urgent: ['other'],
  urgentDetail: 'The boiler has been broken since Whitsun.',
  treatedBadly: 'yes',
};
const secrets = [
  ...Object.values(personal).filter((answer): answer is string => typeof answer === 'string' && answer.length > 5),
  'roswitha',
  '1948',
  'Rheumatoid',
  'Cannot wash',
  'Rose Okafor',
  'Ann Fordham',
];

type Write = { Put?: { Item: Record<string, unknown> & { pk: string; sk: string; data?: unknown } }; Delete?: object };

let platform: TestPlatform;
let reference: string;
const reads: { name: string; input: Record<string, unknown> }[] = [];
const transactions: Write[][] = [];
const printed: string[] = [];

/** Every call that changes something, with the events that it and nothing else brings about. */
const changes: { call: string; who: string; events: AuditEvent[] }[] = [];

beforeAll(async () => {
  const send = DirectDocuments.prototype.send;
  vi.spyOn(DirectDocuments.prototype, 'send').mockImplementation(function (
    this: DirectDocuments,
    command: { constructor: { name: string }; input: Record<string, unknown> },
  ) {
    reads.push({ name: command.constructor.name, input: structuredClone(command.input) });
    if (Array.isArray(command.input['TransactItems']))
      transactions.push(structuredClone(command.input['TransactItems']));
    return Reflect.apply(send, this, [command]);
  } as never);
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed.push(String(text));
      return true;
    });
  }

  platform = await startTestPlatform();
  const { client, settle } = platform;
  const record = async (call: string, who: string, run: () => Promise<unknown>) => {
    await settle();
    const before = transactions.length;
    await run();
    await settle();
    const events = transactions
      .slice(before)
      .flat()
      .flatMap(({ Put }) => (Put?.Item.sk.startsWith('EVENT#') ? [Put.Item['data'] as AuditEvent] : []));
    changes.push({ call, who, events: events.filter(({ actor }) => actor.kind !== 'platform') });
  };

  const application = completeAnswers(needsAssessment, { ...personal, hasCarer: 'no' });
  const officer = platform.member('contact-officer').id;
  const manager = platform.member('manager').id;
  await record('submit-application', 'public', async () => {
    ({ reference } = await client.submit(application, 'Roswitha Okaforova 1948-03-02'));
  });
  await record('submit-application again', 'public', () => client.submit(application, 'Roswitha Okaforova 1948-03-02'));
  const task = await client.waitForTask('contact-officer', reference, 'triage-request');
  await record('assign-task', manager, () =>
    client.asStaff('manager', 'POST', `/tasks/${task.id}/assign`, { to: officer }),
  );
  await record('complete-task', officer, () =>
    client.complete('contact-officer', task, { ...staffAnswers('2026-01-05')['triage-request'], urgency: 'urgent' }),
  );
  await workUpTo(platform, reference, 'check-support', 'assess-needs');
  await record('bring-review-forward', manager, () =>
    client.asStaff(
      'manager',
      'POST',
      `/cases/${reference}/review`,
      { askedBy: 'person', reason: 'Roswitha fell.' },
      { 'idempotency-key': 'Roswitha' },
    ),
  );
  await record('save-person', manager, () =>
    client.asStaff('manager', 'PUT', '/people/ann-1', {
      name: 'Ann Fordham',
      email: 'ann.fordham@example.com',
      roles: ['assessor'],
    }),
  );
  const second = await client.submit(completeAnswers(needsAssessment, { firstName: 'Roswitha' }), 'Roswitha once more');
  await record('close-case-early', manager, () =>
    client.asStaff('manager', 'POST', `/cases/${second.reference}/close`, { reason: 'withdrawn' }),
  );
  for (const bad of ['{', JSON.stringify({ form: 'needs-assessment', answers: { ...application, firstName: 7 } })]) {
    await platform.send('POST', `/${council}/applications`, { body: bad });
  }
  // Faults of ours, each of which is logged: a refused write, and stored data that no longer fits its schema.
  const faults = [
    () => Promise.reject(new Error('The table is out of reach')),
    async () => careCase.parse({ ...application, person: application }) && true,
  ];
  for (const commit of faults) {
    const deps = { ...platform.deps, store: { ...platform.deps.store, commit } };
    const event = {
      httpMethod: 'POST',
      path: `/${council}/applications`,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'Rosalba' },
      queryStringParameters: null,
      body: JSON.stringify({ form: 'needs-assessment', answers: { ...application, town: 'Wigston Parva' } }),
      isBase64Encoded: false,
    } as unknown as APIGatewayProxyEvent;
    const { statusCode } = await handler.with(deps)(event, { awsRequestId: 'request' } as Context);
    expect(statusCode).toBe(500);
  }
  await settle();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await platform.stop();
});

describe('the history', () => {
  it.each([
    {
      call: 'submit-application',
      action: 'application-received',
      role: undefined,
      authority: 'Care Act 2014 section 9',
    },
    { call: 'assign-task', action: 'task-assigned', role: 'manager', authority: 'The council’s own division of work' },
    {
      call: 'complete-task',
      action: 'task-completed',
      role: 'contact-officer',
      authority: 'Care Act 2014 section 9(1)',
    },
    { call: 'bring-review-forward', action: 'review-planned', role: 'manager', authority: 'Care Act 2014 section 27' },
    { call: 'save-person', action: 'staff-saved', role: 'manager', authority: 'The council’s own division of work' },
    { call: 'close-case-early', action: 'case-closed', role: 'manager', authority: 'Care Act 2014 section 27' },
  ])('has one line for $call: who, when, what and on what authority', ({ call, action, role, authority }) => {
    const change = changes.find((one) => one.call === call);

    expect(change?.events).toEqual([
      expect.objectContaining({
        council,
        action,
        authority,
        at: '2026-01-05T10:00:00.000Z',
        actor: role === undefined ? { kind: 'public' } : { kind: 'staff', id: change?.who, role },
      }),
    ]);
  });

  it('has no line for an application that was sent again', () => {
    expect(changes.find(({ call }) => call === 'submit-application again')?.events).toEqual([]);
  });

  it('is written in the same transaction as every change, of 40 and more', () => {
    const writing = transactions.filter((items) => items.some(({ Put }) => Put !== undefined));

    expect(writing.length).toBeGreaterThan(40);
    for (const items of writing) {
      const events = items.flatMap(({ Put }) => (Put?.Item.sk.startsWith('EVENT#') ? [Put.Item['data']] : []));
      expect(events, JSON.stringify(items.map(({ Put }) => Put?.Item.sk))).not.toHaveLength(0);
      const isOfCase = items.some(({ Put }) => Put?.Item.pk.startsWith('CASE#'));
      expect((isOfCase ? auditEvent : councilEvent).safeParse(events[0]).success).toBe(true);
    }
  });

  it('is all there when the case is read, in the order in which it happened', async () => {
    const { events } = await platform.client.readCase(reference);
    const written = transactions
      .flat()
      .filter(({ Put }) => Put?.Item.pk === `CASE#${council}#${reference}` && Put.Item.sk.startsWith('EVENT#'));

    // One whose chain someone else had written to meanwhile was sent again.
    expect(events).toHaveLength(new Set(written.map(({ Put }) => Put?.Item.sk)).size);
    expect(events[0]?.action).toBe('application-received');
    expect(events.some(({ action }) => action === 'review-planned')).toBe(true);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  });

  it('is never overwritten: each of its lines may only be new', () => {
    const puts = transactions
      .flat()
      .filter(({ Put }) => Put?.Item.pk.startsWith('CASE#') && Put.Item.sk.startsWith('EVENT#'));

    for (const { Put } of puts)
      expect((Put as { ConditionExpression?: string }).ConditionExpression).toBe('attribute_not_exists(pk)');
  });
});

describe('personal data', () => {
  const holds = (text: string) => secrets.filter((secret) => text.includes(secret));

  it('is in the stored data, so that these tests can fail', () => {
    expect(holds(JSON.stringify(transactions))).toHaveLength(secrets.length);
  });

  it('is in no key and no index of the table', () => {
    const keys = transactions.flat().flatMap(({ Put }) => {
      const { data: _data, ...rest } = Put?.Item ?? { data: undefined };
      return [JSON.stringify(rest)];
    });

    expect(keys.length).toBeGreaterThan(100);
    for (const key of keys) expect(holds(key)).toEqual([]);
  });

  it('is in no read of the table', () => {
    const asked = reads.filter(({ name }) => !name.startsWith('TransactWrite') && !name.startsWith('Put'));

    expect(asked.length).toBeGreaterThan(50);
    for (const { input } of asked) expect(holds(JSON.stringify(input))).toEqual([]);
  });

  it('is in no input, output, name or history of an execution', async () => {
    const executions = await platform.platform.stepFunctions.executions({ limit: 1000 });

    expect(executions.length).toBeGreaterThan(2);
    for (const execution of executions) expect(holds(JSON.stringify(execution))).toEqual([]);
  });

  it('is in no line of the history but the sign-in of staff', async () => {
    const { events } = await platform.client.readCase(reference);

    expect(holds(JSON.stringify(events))).toEqual([]);
  });

  it('is in nothing that is printed, though calls have failed', () => {
    const log = printed.join('\n');

    expect(log.match(/"A call failed"/g)).toHaveLength(2);
    expect(holds(log)).toEqual([]);
  });

  it('is in no address that a mail leads to', async () => {
    const mails = await platform.platform.mail.list();
    const links = mails.flatMap(({ html }) => [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href));

    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(holds(decodeURIComponent(link))).toEqual([]);
  });
});
