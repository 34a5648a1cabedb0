import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { council, start, startTestPlatform, type TestPlatform } from '../support/platform.ts';

const applications = `/${council}/applications`;
const good = completeAnswers(needsAssessment);
const sent = (answers: unknown) => ({ form: 'needs-assessment', answers });
const without = (id: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== id));

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const submit = (body: unknown, headers = {}) => platform.send('POST', applications, { body, headers });

describe('submitting an application', () => {
  it('takes a complete form with 201, its place, a target date and a possibility', async () => {
    const { status, headers, json } = await submit(sent(completeAnswers(needsAssessment, { town: 'Wigston' })));

    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`${applications}/${json.reference}`);
    expect(json).toMatchObject({ receivedAt: '2026-01-05T10:00:00.000Z', targetOn: '2026-02-02' });
    expect(json.indication.kind).toBe('indication');
    expect(json.outsideArea).toBeUndefined();
  });

  it.each([
    { what: 'a council that is not served', path: '/camelot/applications', body: sent(good), code: 'unknown-council' },
    {
      what: 'a form that there is not',
      path: applications,
      body: { form: 'bus-pass', answers: {} },
      code: 'unknown-form',
    },
    {
      what: 'a name of JavaScript',
      path: applications,
      body: { form: 'constructor', answers: {} },
      code: 'unknown-form',
    },
  ])('answers 404 for $what', async ({ path, body, code }) => {
    const { status, headers, json } = await platform.send('POST', path, { body });

    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(json).toMatchObject({ status: 404, code, type: `about:blank#${code}` });
  });

  it.each([
    { what: 'half a body', body: '{"form":"needs-assessment","answers":{"firstName":"Ro' },
    { what: 'no body', body: '' },
    { what: 'a form body that says it is JSON', body: 'form=needs-assessment' },
  ])('answers 400 for $what', async ({ body }) => {
    const { status, json, text } = await submit(body);

    expect(status).toBe(400);
    expect(json.code).toBe('malformed-json');
    expect(text).not.toContain('Ro"');
  });

  it.each([
    { what: 'a list', body: [], fields: [''] },
    { what: 'null', body: null, fields: [''] },
    { what: 'neither form nor answers', body: {}, fields: ['form', 'answers'] },
    {
      what: 'wrong types and a stranger',
      body: { form: 7, answers: 'yes', extra: true },
      fields: ['form', 'answers', 'extra'],
    },
  ])('answers 400 and names $fields for $what', async ({ body, fields }) => {
    const { status, json } = await submit(body);

    expect(status).toBe(400);
    expect(json.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
    expectPlainEnglish(json.errors);
  });

  it.each([
    { what: 'a wrong type', field: 'firstName', answer: 5, message: 'First name must be text' },
    { what: 'an object for a text', field: 'firstName', answer: { a: 1 }, message: 'First name must be text' },
    {
      what: 'an impossible date',
      field: 'dateOfBirth',
      answer: '1948-02-30',
      message: 'Date of birth must be a real date',
    },
    {
      what: 'a birthday tomorrow',
      field: 'dateOfBirth',
      answer: '2026-01-06',
      message: 'Date of birth must be in the past',
    },
    { what: 'a person a day short of 18', field: 'dateOfBirth', answer: '2008-01-06', message: /18/ },
    {
      what: '201 characters where 200 may be',
      field: 'firstName',
      answer: 'x'.repeat(201),
      message: 'Shorten “First name” to 200 characters or fewer',
    },
    { what: 'a choice that there is not', field: 'filledInBy', answer: 'a ghost', message: /^Select/ },
    { what: 'a misspelt question', field: 'fristName', answer: 'Rose', message: /no question called “fristName”/ },
  ])('answers 400 for $what', async ({ field, answer, message }) => {
    const { status, json } = await submit(sent({ ...good, [field]: answer }));

    expect(status).toBe(400);
    expect(json.errors).toEqual([{ field, message: expect.stringMatching(message) }]);
    expect(json.detail).toBe('Put one thing right and send again.');
  });

  it('takes a person who is 18 today, and 200 characters', async () => {
    const { status } = await submit(sent({ ...good, dateOfBirth: '2008-01-05', firstName: 'x'.repeat(200) }));

    expect(status).toBe(201);
  });

  it('names a missing answer by the sentence that asks for it', async () => {
    const { status, json } = await submit(sent(without('firstName')));

    expect(status).toBe(400);
    expect(json.errors).toEqual([{ field: 'firstName', message: expect.stringMatching(/^Enter/) }]);
  });

  it('names all 7 problems at once, in the order of the form', async () => {
    const { json } = await submit(
      sent({
        ...without('firstName'),
        dateOfBirth: '1948-13-01',
        postcode: 'nowhere',
        email: 'rose at example',
        urgent: ['other'],
        hasCarer: 'yes',
        carers: [{ name: 'Ada', whatTheyDo: 'Cooks', agreesToContact: 'maybe' }],
      }),
    );

    expect(json.errors.map(({ field }: { field: string }) => field)).toEqual([
      'urgentDetail',
      'firstName',
      'dateOfBirth',
      'postcode',
      'email',
      'carers[0].relationship',
      'carers[0].agreesToContact',
    ]);
    expect(json.detail).toBe('Put 7 things right and send again.');
    expectPlainEnglish(json.errors);
  });

  it('asks for everything at once where nothing is answered', async () => {
    const { status, json } = await submit(sent({}));

    expect(status).toBe(400);
    expect(json.errors.length).toBeGreaterThan(20);
    expectPlainEnglish(json.errors);
  });

  it.each([
    { answer: 'danger', code: 'not-with-this-form', says: /Call 999 now/ },
    { answer: 'yes', code: 'not-with-this-form', says: /safeguarding team/ },
  ])(
    'answers 422 with what to do where danger or abuse is “$answer”, and opens no case',
    async ({ answer, code, says }) => {
      const before = await platform.platform.stepFunctions.executions();
      const { status, json } = await submit(sent({ ...good, reportAbuse: answer }));

      expect(status).toBe(422);
      expect(json.code).toBe(code);
      expect(json.title).toMatch(says);
      expect(json.detail.length).toBeGreaterThan(40);
      expect(await platform.platform.stepFunctions.executions()).toHaveLength(before.length);
    },
  );

  it.each([
    { postcode: 'LE3 8RA', outside: false },
    { postcode: 'SW1A 1AA', outside: true },
    { postcode: 'LE1 6EP', outside: true },
  ])(
    'tells a person of $postcode whom to contact: $outside, and takes the application',
    async ({ postcode, outside }) => {
      const { status, json } = await submit(sent({ ...good, postcode, town: `Town of ${postcode}` }));

      expect(status).toBe(201);
      expect(json.outsideArea !== undefined).toBe(outside);
      if (outside) {
        expect(json.outsideArea.findCouncilUrl).toBe('https://www.gov.uk/find-local-council');
        expect(json.outsideArea.message).toMatch(/outside Leicestershire.*have the request.*postcode/);
      }
    },
  );
});

describe('the size and kind of a body', () => {
  const padded = (bytes: number) => {
    const body = JSON.stringify({ form: 'needs-assessment', answers: {} });
    return body.replace('{}', `{}${' '.repeat(bytes - body.length)}`);
  };

  it.each([
    { bytes: 256 * 1024 - 1, status: 400 },
    { bytes: 256 * 1024, status: 400 },
    { bytes: 256 * 1024 + 1, status: 413 },
  ])('answers $status for $bytes bytes', async ({ bytes, status }) => {
    const body = padded(bytes);
    const answer = await submit(body);

    expect(Buffer.byteLength(body)).toBe(bytes);
    expect(answer.status).toBe(status);
    expect(answer.json.code).toBe(status === 413 ? 'too-large' : 'invalid');
  });

  it('counts bytes and not characters: 100,000 of 3 bytes each are too many', async () => {
    const { status } = await submit(sent({ ...good, firstName: '…'.repeat(100_000) }));

    expect(status).toBe(413);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', ''])(
    'answers 415 for “%s”, and says what to send',
    async (type) => {
      const { status, json } = await submit(JSON.stringify(sent(good)), { 'content-type': type });

      expect(status).toBe(415);
      expect(json).toMatchObject({ code: 'unsupported-media-type', detail: 'Send the body as application/json.' });
    },
  );

  it.each(['application/json; charset=utf-8', 'Application/JSON'])('reads “%s”', async (type) => {
    const { status } = await submit(JSON.stringify(sent({})), { 'content-type': type });

    expect(status).toBe(400);
  });
});

describe('what staff send', () => {
  const calls = [
    { call: 'assign', method: 'POST', path: (id: string) => `/tasks/${id}/assign`, good: { to: 'nobody' } },
    {
      call: 'complete',
      method: 'POST',
      path: (id: string) => `/tasks/${id}/complete`,
      good: { answers: staffAnswers('2026-01-05')['triage-request'] },
    },
    {
      call: 'close',
      method: 'POST',
      path: (id: string) => `/cases/${id.split('.')[0]}/close`,
      good: { reason: 'withdrawn' },
    },
    {
      call: 'review',
      method: 'POST',
      path: (id: string) => `/cases/${id.split('.')[0]}/review`,
      good: { askedBy: 'person', reason: 'Fell.' },
    },
    {
      call: 'save-person',
      method: 'PUT',
      path: () => '/people/new-id',
      good: { name: 'A B', email: 'a.b@example.com', roles: ['assessor'] },
    },
  ] as const;

  let triage: string;
  beforeAll(async () => {
    const { reference } = await platform.client.submit(good, 'for staff');
    triage = (await platform.client.waitForTask('contact-officer', reference, 'triage-request')).id;
  });
  // The manager may use all of these but completing, which needs the role of the task.
  const post = (call: (typeof calls)[number], body: unknown, headers = {}) =>
    platform.send(call.method, `/${council}/staff${call.path(triage)}`, {
      body,
      as: call.call === 'complete' ? 'contact-officer' : 'manager',
      headers,
    });

  it.each(calls)('$call refuses what is not JSON, another kind and too much', async (call) => {
    expect(await post(call, '{"')).toMatchObject({ status: 400, json: { code: 'malformed-json' } });
    expect(await post(call, 'x', { 'content-type': 'text/csv' })).toMatchObject({ status: 415 });
    expect(await post(call, { x: 'y'.repeat(256 * 1024) })).toMatchObject({ status: 413 });
  });

  it.each(calls)('$call names every field that is missing, wrong or unknown, each in plain English', async (call) => {
    const fields = Object.keys(call.good);
    const wrong = Object.fromEntries(fields.map((field) => [field, 5]));

    for (const body of [{}, wrong, { ...wrong, stranger: 1 }]) {
      const { status, json } = await post(call, body);
      expect(status).toBe(400);
      expect(json.errors.map(({ field }: { field: string }) => field)).toEqual([
        ...fields,
        ...('stranger' in body ? ['stranger'] : []),
      ]);
      expectPlainEnglish(json.errors);
    }
  });

  it.each([
    { answers: { outcome: 'later', urgency: 3, reasons: '' }, fields: ['urgency', 'reasons', 'outcome'] },
    {
      answers: { reasons: 'x'.repeat(5001), assessorId: 'i'.repeat(129) },
      fields: ['reasons', 'assessorId'],
    },
    { answers: { outcome: 'advice-only', appearsToHaveNeeds: 'no' }, fields: ['adviceGiven'] },
  ])('names every wrong field of a task’s own form at once: $fields', async ({ answers, fields }) => {
    const good = staffAnswers('2026-01-05')['triage-request'];
    const { status, json } = await post(calls[1], { answers: { ...good, ...answers } });

    expect(status).toBe(400);
    expect(json.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
    expectPlainEnglish(json.errors);
  });

  it.each([
    { field: 'assessorId', who: 'nobody in the directory', id: 'no-such-id' },
    { field: 'keyWorkerId', who: 'someone without the role', id: undefined },
  ])('refuses $who as $field, and leaves the task open', async ({ field, id }) => {
    const answers = {
      ...staffAnswers('2026-01-05')['triage-request'],
      [field]: id ?? platform.member('finance-officer').id,
    };
    const { status, json } = await post(calls[1], { answers });

    expect(status).toBe(400);
    expect(json.errors).toEqual([{ field, message: expect.stringMatching(/staff directory/) }]);
    const task = await platform.send('GET', `/${council}/staff/tasks/${triage}`, { as: 'contact-officer' });
    expect(task.json.status).toBe('open');
  });

  it('has changed nothing by all of these', async () => {
    const { case: careCase, events } = await platform.client.readCase(triage.split('.')[0] ?? '');

    expect(careCase).toMatchObject({ version: 1, stage: 'received', openedAt: new Date(start).toISOString() });
    expect(events.filter(({ actor }) => actor.kind === 'staff')).toEqual([]);
  });
});

/** A sentence for a person: it begins with a capital letter, is more than a word, and is not a validator's. */
const expectPlainEnglish = (errors: readonly { field: string; message: string }[]) => {
  for (const { message } of errors) {
    expect(message).toMatch(/^[A-Z][^_{}]{10,}$/);
    expect(message).not.toMatch(/invalid|expected|received|unrecognized|undefined|string|regex|too (big|small)/i);
  }
};
