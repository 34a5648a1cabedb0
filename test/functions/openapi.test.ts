import { readFile } from 'node:fs/promises';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { type Route, routes } from '../../schemas/routes.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import { workUpTo } from '../support/case-work.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

type Schema = Record<string, unknown>;
type Operation = {
  operationId: string;
  security?: object[];
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content: Record<string, { schema: Schema }> }>;
};
type Document = { info: object; openapi: string; paths: Record<string, Record<string, Operation>>; components: Schema };

let platform: TestPlatform;
let document: Document;
let reference: string;
/** A case that is only asked for so far, and may be closed. */
let fresh: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  document = (await platform.send('GET', '/openapi.json')).json;
  ({ reference } = await platform.client.submit(completeAnswers(needsAssessment), 'the case'));
  await workUpTo(platform, reference, 'check-support');
  const other = { firstName: 'Ida', lastName: 'Fresh', email: 'ida.fresh@example.com', hasCarer: 'no' };
  ({ reference: fresh } = await platform.client.submit(completeAnswers(needsAssessment, other), 'a fresh case'));
});
afterAll(() => platform.stop());

const operation = (call: string): Operation => {
  const found = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .find(({ operationId }) => operationId === call);
  if (found === undefined) throw new Error(`The document has no ${call}`);
  return found;
};

const compiled = new WeakMap<Schema, ValidateFunction>();

/** A validator of one schema of the document; its references are those of the document. */
const validatorOf = (schema: Schema): ValidateFunction => {
  const validate =
    compiled.get(schema) ??
    new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile({
      ...schema,
      components: document.components,
    });
  compiled.set(schema, validate);
  return validate;
};

describe('GET /openapi.json', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));

    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  it('would not be valid without a title, so that the test can fail', async () => {
    const { valid } = await new Validator().validate({ ...document, info: { version: '1' } });

    expect(valid).toBe(false);
  });

  it('has every call that answers with JSON and no other, and staff calls need sign-in', async () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId, security }]) =>
          `${security === undefined ? 'public' : 'staff'} ${method.toUpperCase()} ${path} ${operationId}`,
      ),
    );
    const answersJson = async ({ site, call }: Route) =>
      /\b(json|answered|teamPage)\(/.test(
        await readFile(new URL(`../../functions/${site}/${call}.ts`, import.meta.url), 'utf8'),
      );
    const wanted = await Promise.all(
      routes.map(async (route) =>
        (await answersJson(route)) ? [`${route.site} ${route.method} ${route.path} ${route.call}`] : [],
      ),
    );

    expect(described.length).toBeGreaterThan(10);
    expect(described.toSorted()).toEqual(wanted.flat().toSorted());
  });

  it('names every parameter of every path', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const { parameters = [] } of Object.values(methods)) {
        const inPath = parameters.filter(({ in: place }) => place === 'path').map(({ name }) => name);
        expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      }
    }
  });

  it('has no reference that leads nowhere', () => {
    const text = JSON.stringify(document);
    const references = [...new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, pointer = '']) => pointer))];

    expect(references.length).toBeGreaterThan(3);
    for (const pointer of references) {
      const found = pointer
        .split('/')
        .reduce<unknown>(
          (value, part) => (value as Record<string, unknown> | undefined)?.[decodeURIComponent(part)],
          document,
        );
      expect(found, pointer).toBeDefined();
    }
  });

  it('has a schema for every body and every answer, so that a client can be generated', () => {
    for (const methods of Object.values(document.paths)) {
      for (const [method, { requestBody, responses, operationId }] of Object.entries(methods)) {
        // A press that says all: which task is next is for the server to say, and a handover is read or not.
        const sends = method !== 'get' && !['take-next-task', 'read-handover'].includes(operationId);
        expect(requestBody !== undefined, operationId).toBe(sends);
        const schemas = [requestBody, ...Object.values(responses)].flatMap((one) => Object.values(one?.content ?? {}));
        for (const { schema } of schemas) expect(Object.keys(schema).length, operationId).toBeGreaterThan(0);
      }
    }
  });
});

describe('the body of an application', () => {
  const good = completeAnswers(needsAssessment);
  const accepts = (body: unknown) => {
    const schema = operation('submit-application').requestBody?.content['application/json']?.schema ?? {};
    return validatorOf(schema)(body);
  };

  it('accepts what the call accepts', () => {
    expect(accepts({ form: 'needs-assessment', answers: good })).toBe(true);
  });

  it.each([
    { what: 'another form', body: { form: 'bus-pass', answers: good } },
    { what: 'no answers', body: { form: 'needs-assessment' } },
    { what: 'a missing answer', body: { form: 'needs-assessment', answers: { ...good, firstName: undefined } } },
    { what: 'a wrong type', body: { form: 'needs-assessment', answers: { ...good, firstName: 5 } } },
    {
      what: 'a choice that there is not',
      body: { form: 'needs-assessment', answers: { ...good, filledInBy: 'ghost' } },
    },
    { what: 'too long a text', body: { form: 'needs-assessment', answers: { ...good, firstName: 'x'.repeat(201) } } },
    { what: 'a question that there is not', body: { form: 'needs-assessment', answers: { ...good, extra: 'x' } } },
    { what: 'a field beside', body: { form: 'needs-assessment', answers: good, extra: 1 } },
  ])('refuses $what', ({ body }) => {
    expect(accepts(JSON.parse(JSON.stringify(body)))).toBe(false);
  });
});

describe('the body of a finished task', () => {
  it.each(Object.entries(staffAnswers('2026-01-05')))('accepts good answers to %s', (_, answers) => {
    const schema = operation('complete-task').requestBody?.content['application/json']?.schema ?? {};

    expect(validatorOf(schema)({ answers })).toBe(true);
    expect(validatorOf(schema)({ answers: { nothing: 'like it' } })).toBe(false);
  });
});

describe('what the API answers', () => {
  type Asked = {
    call: string;
    status: number;
    method: string;
    path: string;
    as?: StaffRole;
    body?: unknown;
    type?: string;
  };
  const staff = `/${council}/staff`;
  const application = (changes = {}) => ({
    form: 'needs-assessment',
    answers: { ...completeAnswers(needsAssessment), ...changes },
  });
  const large = { x: 'y'.repeat(256 * 1024) };
  const review = { askedBy: 'person', reason: 'She fell.' };
  const ann = { name: 'Ann Ford', email: 'ann.ford@example.com', roles: ['assessor'] };

  /** Each call in each of its statuses, as far as one request can bring it about. */
  const asked = (): Asked[] => {
    const done = `${reference}.assessment-1.triage-request`;
    const applications = { call: 'submit-application', method: 'POST', path: `/${council}/applications` };
    const tasks = { call: 'list-tasks', method: 'GET', path: `${staff}/tasks` };
    const task = { call: 'read-task', method: 'GET', path: `${staff}/tasks/${done}` };
    const assign = { call: 'assign-task', method: 'POST', path: `${staff}/tasks/${done}/assign` };
    const complete = { call: 'complete-task', method: 'POST', path: `${staff}/tasks/${done}/complete` };
    const readCase = { call: 'read-case', method: 'GET', path: `${staff}/cases/${reference}` };
    const bring = { call: 'bring-review-forward', method: 'POST', path: `${staff}/cases/${reference}/review` };
    const close = { call: 'close-case-early', method: 'POST', path: `${staff}/cases/${reference}/close` };
    const list = { call: 'list-people', method: 'GET', path: `${staff}/people` };
    const support = { call: 'find-support', method: 'GET', path: `${staff}/support` };
    const save = { call: 'save-person', method: 'PUT', path: `${staff}/people/ann` };
    const officer = { as: 'contact-officer' } as const;
    const manager = { as: 'manager' } as const;
    const refused = (one: { call: string; method: string; path: string }) => [
      { ...one, status: 401, ...(one.method !== 'GET' && { body: {} }) },
      {
        ...one,
        path: one.path.replace(council, 'camelot'),
        status: 403,
        ...manager,
        ...(one.method !== 'GET' && { body: {} }),
      },
    ];
    const unread = (one: { call: string; method: string; path: string; as: StaffRole }) => [
      { ...one, status: 400, body: '{' },
      { ...one, status: 400, body: { stranger: 1 } },
      { ...one, status: 413, body: large },
      { ...one, status: 415, body: 'x', type: 'text/plain' },
    ];
    return [
      { ...applications, status: 201, body: application({ town: 'Oadby', postcode: 'SW1A 1AA' }) },
      { ...applications, status: 200, body: application({ town: 'Oadby', postcode: 'SW1A 1AA' }) },
      { ...applications, status: 422, body: application({ reportAbuse: 'danger' }) },
      { ...applications, status: 404, body: { ...application(), form: 'x' } },
      { ...applications, status: 400, body: application({ firstName: '' }) },
      { ...applications, status: 400, body: '{' },
      { ...applications, status: 413, body: large },
      { ...applications, status: 415, body: 'x', type: 'text/plain' },
      { call: 'read-application', method: 'GET', path: `/${council}/applications/${reference}`, status: 200 },
      { call: 'read-application', method: 'GET', path: `/${council}/applications/none`, status: 404 },
      ...[tasks, task, assign, complete, readCase, bring, close, support, list, save].flatMap(refused),
      { ...tasks, status: 200, as: 'contact-officer' },
      { ...task, status: 200, ...officer },
      ...unread({ ...assign, ...manager }),
      { ...assign, status: 400, ...manager, body: { to: 'nobody' } },
      { ...assign, status: 409, ...manager, body: { to: platform.member('contact-officer').id } },
      ...unread({ ...complete, ...officer }),
      { ...complete, status: 409, ...officer, body: { answers: {} } },
      { ...support, status: 200, ...officer },
      { ...support, path: `${support.path}?kind=magic`, status: 400, ...officer },
      { ...list, status: 200, ...officer },
      ...unread({ ...save, ...manager }),
      { ...save, status: 200, ...manager, body: ann },
      { ...save, status: 403, ...officer, body: ann },
      ...unread({ ...bring, ...manager }),
      { ...bring, status: 201, ...manager, body: review },
      { ...readCase, status: 200, ...manager },
      ...unread({ ...close, ...manager }),
      {
        ...close,
        path: close.path.replace(reference, fresh),
        status: 200,
        ...manager,
        body: { reason: 'support-ended' },
      },
      { ...close, status: 409, ...manager, body: { reason: 'withdrawn' } },
      { ...bring, path: bring.path.replace(reference, fresh), status: 409, ...manager, body: review },
      { ...readCase, status: 200, ...manager },
      { ...readCase, path: readCase.path.replace(reference, 'none'), status: 403, ...manager },
    ];
  };

  it('has the status and the shape that the document says, in 67 cases', async () => {
    const all = asked();
    for (const { call, status, method, path, as, body, type } of all) {
      const what = `${call} ${status}`;
      const answer = await platform.send(method, path, {
        as,
        body,
        ...(type && { headers: { 'content-type': type } }),
      });
      const described = operation(call).responses[status];
      const [mediaType = ''] = (answer.headers.get('content-type') ?? '').split(';');
      const validate = validatorOf(described?.content[mediaType]?.schema ?? { not: {} });

      expect(answer.status, `${what}: ${answer.text.slice(0, 300)}`).toBe(status);
      expect(validate(answer.json), `${what}: ${JSON.stringify(validate.errors?.slice(0, 3))}`).toBe(true);
      if (status >= 400)
        expect(answer.json).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
    }
    expect(all.length).toBe(67);
  }, 30_000);

  it('of each call has 200 or 201, 500, and for staff 401 and 403', () => {
    for (const methods of Object.values(document.paths)) {
      for (const { responses, security, operationId } of Object.values(methods)) {
        const statuses = Object.keys(responses);
        expect(
          statuses.some((status) => status.startsWith('2')),
          operationId,
        ).toBe(true);
        expect(statuses, operationId).toContain('500');
        if (security) expect(statuses, operationId).toEqual(expect.arrayContaining(['401', '403']));
      }
    }
  });

  it('is the same document when the whole journey has been worked on', async () => {
    expect((await platform.send('GET', '/openapi.json')).json).toEqual(document);
  });
});
