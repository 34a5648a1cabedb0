import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { readAnswers } from '../../schemas/answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { anyAnswers } from '../support/any-answers.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

const good = completeAnswers(needsAssessment);

let platform: TestPlatform;
beforeEach(async () => {
  platform = await startTestPlatform();
});
afterEach(() => platform.stop());

const submit = async (answers: object, key?: string) => {
  const { status, json } = await platform.send('POST', `/${council}/applications`, {
    body: { form: 'needs-assessment', answers },
    headers: key === undefined ? {} : { 'Idempotency-Key': key },
  });
  return { status, json, reference: json.reference as string };
};

const journeys = async () => {
  await platform.settle();
  return (await platform.platform.stepFunctions.executions()).filter(({ machine }) => machine === 'assessment-journey');
};

describe('the same application sent again', () => {
  it('gives one reference to 10 at once with one key: one answer is 201 and nine are 200', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(good, 'key-1')));

    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
    expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1);
    expect(await journeys()).toHaveLength(1);
  });

  it('gives one reference to 10 at once without a key', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(good)));

    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
    expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1);
    expect(await journeys()).toHaveLength(1);
  });

  it('is answered as it was the first time, to the letter', async () => {
    const first = await submit({ ...good, postcode: 'SW1A 1AA' }, 'key-1');
    const second = await submit({ ...good, postcode: 'SW1A 1AA' }, 'key-1');

    expect(second.json).toEqual(first.json);
  });

  it.each([
    { what: 'in another order', again: () => Object.fromEntries(Object.entries(good).reverse()) },
    {
      what: 'with spaces around and another case',
      again: () => ({ ...good, postcode: ' le38ra ', firstName: ' Rose ' }),
    },
    { what: 'with an answer that is not asked', again: () => ({ ...good, urgentDetail: 'Not asked' }) },
  ])('is the same $what', async ({ again }) => {
    const first = await submit(good);
    const second = await submit(again());

    expect(second).toMatchObject({ status: 200, reference: first.reference });
  });

  it('is another with one answer changed, and with another key', async () => {
    const [first, changed, keyed, otherKey] = [
      await submit(good),
      await submit({ ...good, town: 'Oadby' }),
      await submit(good, 'key-1'),
      await submit(good, 'key-2'),
    ];

    expect(new Set([first, changed, keyed, otherKey].map(({ reference }) => reference)).size).toBe(4);
  });

  it('refuses a key that was used for something else with 409, and changes nothing', async () => {
    await submit(good, 'key-1');
    const before = await journeys();
    const { status, json } = await submit({ ...good, town: 'Oadby' }, 'key-1');

    expect(status).toBe(409);
    expect(json).toMatchObject({ code: 'idempotency-key-reused', detail: expect.stringMatching(/new key/) });
    expect(await journeys()).toHaveLength(before.length);
  });

  it('refuses all but one of two contents that come with one key at the same moment', async () => {
    const answers = await Promise.all([submit(good, 'key-1'), submit({ ...good, town: 'Oadby' }, 'key-1')]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await journeys()).toHaveLength(1);
  });

  it('does not take a key whose application was refused', async () => {
    const refused = await submit({ ...good, firstName: '' }, 'key-1');
    const { status } = await submit(good, 'key-1');

    expect(refused.status).toBe(400);
    expect(status).toBe(201);
  });

  it.each([
    { after: 'PT23H59M59S', same: true },
    { after: 'PT24H', same: false },
    { after: 'PT24H1S', same: false },
  ])('is the same after $after: $same', async ({ after, same }) => {
    const [first, keyed] = [await submit(good), await submit(good, 'key-1')];
    await platform.platform.clock.forward(after);
    const [second, keyedAgain] = [await submit(good), await submit(good, 'key-1')];

    expect(second.reference === first.reference).toBe(same);
    expect(keyedAgain.reference === keyed.reference).toBe(same);
    expect(second.status).toBe(same ? 200 : 201);
  });

  it('takes a key of 4,000 characters in any script, which becomes no key of the table', async () => {
    const key = encodeURIComponent('Роза Окафор '.repeat(60));
    const [first, second] = [await submit(good, key), await submit(good, key)];

    expect(first.status).toBe(201);
    expect(second).toMatchObject({ status: 200, reference: first.reference });
  });
});

describe('any application that is taken', () => {
  it('can be read again by staff and by the person, with every answer that was asked for', async () => {
    await fc.assert(
      // Documents are uploaded with a form page by page; the API takes none.
      fc.asyncProperty(anyAnswers(needsAssessment), async ({ documents: _none, helperProof: _either, ...answers }) => {
        const { status, reference, json } = await submit(answers);
        expect(status, JSON.stringify(json)).toBeLessThan(202);
        await platform.settle();

        const read = readAnswers(needsAssessment, () => '2026-01-05', answers);
        const { records } = await platform.client.readCase(reference);
        expect(records[0]).toMatchObject({ kind: 'application', answers: read.outcome === 'complete' && read.answers });
        const page = await platform.send('GET', `/${council}/applications/${reference}`);
        expect(page.status).toBe(200);
        expect(platform.errors).toEqual([]);
      }),
      { numRuns: 6 },
    );
  }, 20_000);
});
