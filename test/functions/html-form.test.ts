import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Deps } from '../../functions/common/deps.ts';
import { handler } from '../../functions/public/site.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { applicationPage } from '../../templates/pages/pages.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { readableText, submittedBody } from '../templates/page-inputs.ts';

const apply = `/${council}/apply`;
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
const good = completeAnswers(needsAssessment, {
  email: 'rose.okafor@example.com',
  livesWith: 'others',
  household: [{ name: 'Ada “Addie” O’Kafor & <co>', relationship: 'Daughter', age: 50 }],
});

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

/** What a browser sends when these answers are typed, and some of its inputs then changed. */
const typed = (answers: object, key: string, inputs: Record<string, string> = {}): URLSearchParams => {
  const page = applicationPage({
    council: platform.deps.councils.known(platform.deps.councils.slugs[0] ?? ('' as never)),
    form: needsAssessment,
    values: answers as Record<string, unknown>,
    problems: [],
    submissionKey: key,
  });
  const body = new URLSearchParams(submittedBody(page));
  for (const [name, value] of Object.entries(inputs)) body.set(name, value);
  return body;
};

const send = (body: URLSearchParams) => platform.send('POST', apply, { body: body.toString(), headers: urlencoded });

const entries = (body: URLSearchParams | string, ...leaveOut: string[]) =>
  [...new URLSearchParams(body.toString())]
    .filter(([name, value]) => value !== '' && !leaveOut.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort();

const references = (html: string) => [...new Set(html.match(/[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}/g))];

describe('the form on one page', () => {
  it('has a new key each time that it is opened, as 128 random bits', async () => {
    const keys = await Promise.all(
      [1, 2].map(async () => {
        const { text } = await platform.send('GET', apply);
        return new URLSearchParams(submittedBody(text)).get('submissionKey');
      }),
    );

    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('is taken with 201 and a page that says the reference and nothing that was typed', async () => {
    const { status, text, headers } = await send(typed(good, 'taken'));

    expect(status).toBe(201);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(references(text)).toHaveLength(1);
    for (const answer of ['Okafor', 'LE3 8RA', 'Sycamore', '1948']) expect(readableText(text)).not.toContain(answer);
  });

  it.each([
    {
      what: 'problems',
      status: 400,
      answers: good,
      inputs: {
        'dateOfBirth.day': '30',
        'dateOfBirth.month': '2',
        postcode: 'not <here> & "there"',
        firstName: 'x'.repeat(201),
        'household[0].age': 'about fifty',
        lastName: '',
      },
      says: /There is a problem/,
    },
    { what: 'someone under 18', status: 400, answers: good, inputs: { 'dateOfBirth.year': '2010' }, says: /18/ },
    { what: 'danger', status: 422, answers: { ...good, immediateDanger: 'yes' }, inputs: {}, says: /Call 999 now/ },
    { what: 'abuse', status: 422, answers: { ...good, reportAbuse: 'yes' }, inputs: {}, says: /safeguarding team/ },
    {
      what: 'more than 256 KB',
      status: 413,
      answers: good,
      inputs: { lastName: 'ঠিক আছে '.repeat(12_000) },
      says: /at most 256 KB.*What you typed is still below/,
    },
  ])(
    'answers $status for $what, with everything that was typed still in it',
    async ({ status, answers, inputs, says }) => {
      const body = typed(answers, `kept-${status}`, inputs);
      const page = await send(body);

      expect(page.status).toBe(status);
      expect(readableText(page.text)).toMatch(says);
      expect(entries(submittedBody(page.text))).toEqual(entries(body));
    },
  );

  it('names each of 4 problems beside its question and in the summary', async () => {
    const { text } = await send(
      typed(good, 'four', { firstName: '', 'dateOfBirth.day': '31', 'dateOfBirth.month': '2', email: 'x', town: '' }),
    );

    const [, summary = ''] = /<div class="govuk-error-summary"([\s\S]*?)<\/ul>/.exec(text) ?? [];
    expect(summary.match(/<li>/g)).toHaveLength(4);
    expect(summary.match(/href="#/g)).toHaveLength(4);
    expect(text.match(/class="govuk-error-message"/g)).toHaveLength(4);
    expect(text).toContain('<title>Error: ');
  });

  it('refuses another kind of content with 415, as a page', async () => {
    const { status, headers } = await platform.send('POST', apply, {
      body: JSON.stringify(good),
      headers: { 'content-type': 'application/json', accept: 'text/html' },
    });

    expect(status).toBe(415);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('answers 413 without the form where 2 MB and more are sent', async () => {
    const { status, text } = await send(typed(good, 'huge', { lastName: 'x'.repeat(2 * 1024 * 1024) }));

    expect(status).toBe(413);
    expect(text.length).toBeLessThan(20_000);
  });
});

describe('sending the form again', () => {
  it('makes one application of a double click, and of 10 at once', async () => {
    const body = typed({ ...good, town: 'Oadby' }, 'double-click');
    const pages = await Promise.all(Array.from({ length: 10 }, () => send(body)));

    expect(pages.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(new Set(pages.flatMap(({ text }) => references(text))).size).toBe(1);
  });

  it('tells whoever goes back, changes an answer and sends again, and takes that from the page it shows', async () => {
    const first = await send(typed({ ...good, town: 'Syston' }, 'went-back'));
    const body = typed({ ...good, town: 'Thurmaston' }, 'went-back');

    const refused = await send(body);
    const again = new URLSearchParams(submittedBody(refused.text));
    const second = await send(again);

    expect(refused.status).toBe(409);
    expect(readableText(refused.text)).toContain('What you typed is still below');
    expect(entries(again, 'submissionKey')).toEqual(entries(body, 'submissionKey'));
    expect(again.get('submissionKey')).not.toBe('went-back');
    expect(second.status).toBe(201);
    expect(references(second.text)).not.toEqual(references(first.text));
  });
});

describe('a fault of ours', () => {
  const post = async (deps: Deps, body: URLSearchParams) => {
    const event = {
      httpMethod: 'POST',
      resource: '/{council}/apply',
      pathParameters: { council },
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' },
      queryStringParameters: null,
      body: Buffer.from(body.toString()).toString('base64'),
      isBase64Encoded: true,
    } as unknown as APIGatewayProxyEvent;
    return handler.with(deps)(event, { awsRequestId: 'request-1', functionName: 'public-site' } as Context);
  };

  it.each([
    { what: 'the table cannot be written', status: 500, commit: () => Promise.reject(new Error('No table')) },
    { what: 'others keep being first', status: 503, commit: () => Promise.resolve(false) },
  ])('keeps what was typed where $what ($status)', async ({ status, commit }) => {
    const body = typed({ ...good, town: 'Wigston' }, `fault-${status}`);
    const { statusCode, body: html } = await post(
      { ...platform.deps, store: { ...platform.deps.store, commit } },
      body,
    );

    expect(statusCode).toBe(status);
    expect(readableText(html)).toContain('What you typed is still below');
    expect(entries(submittedBody(html))).toEqual(entries(body));
    if (status === 500) expect(html).toContain('request-1');
  });
});
