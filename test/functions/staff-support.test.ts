import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SupportView } from '../../schemas/support-catalogue.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
let coventry: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  coventry = await platform.token('key-worker', 'coventry');
});
afterAll(() => platform.stop());

const ask = (query: Record<string, string>, council = 'coventry', token = coventry) =>
  platform.send('GET', `/${council}/staff/support?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${token}` },
  });
const found = async (query: Record<string, string>): Promise<string[]> =>
  (await ask(query)).json.support.map(({ id }: SupportView) => id);

describe('the staff call that finds support', () => {
  it('gives an entry whole, with the council’s area, its contact and its word for the worker', async () => {
    const { status, json } = await ask({ words: 'telecare' });

    expect(status).toBe(200);
    expect(json.support).toEqual([
      {
        id: 'telecare',
        kind: 'technology',
        name: 'Telecare',
        what: expect.stringMatching(/phone line.*Sensors.*emergency services/),
        for: ['adult'],
        area: 'Coventry',
        national: false,
        howToGet: ['Contact Adult Social Care Direct on 024 7683 3003.', 'Ask the social care professional.'],
        adultOutcomes: ['home-safely'],
        evidence: { status: 'confirmed', source: expect.stringMatching(/How we will deliver our offer/) },
      },
    ]);
  });

  it('says that what is national is so, and is had in England', async () => {
    const { json } = await ask({ words: 'continuing healthcare' });

    expect(json.support).toMatchObject([{ id: 'nhs-continuing-healthcare', national: true, area: 'England' }]);
  });

  it.each([
    { query: { kind: 'carer-break' }, is: ['carers-stay-away', 'carers-hours'] },
    { query: { kind: 'reablement', words: 'wash' }, is: ['short-term-support'] },
    { query: { words: 'pendant alarms' }, is: ['telecare'] },
    { query: { words: "carers' trust" }, is: ['carers-trust'] },
    { query: { words: 'brain' }, is: ['brain-in-hand'] },
    {
      query: { kind: 'carer-support', outcome: 'relationships' },
      is: expect.arrayContaining(['carers-groups', 'cress']),
    },
    { query: { outcome: 'nutrition', kind: 'home-care' }, is: ['home-support'] },
    { query: { for: 'carer', kind: 'information-advice' }, is: ['information-and-advice'] },
    { query: { for: 'adult', kind: 'carer-support' }, is: [] },
  ])('finds, for $query, $is', async ({ query, is }) => {
    expect(await found(query)).toEqual(is);
  });

  it('gives the whole catalogue where nothing is asked, in one answer', async () => {
    expect(await found({})).toHaveLength(26);
  });

  it('says what the law makes free, and what the page does', async () => {
    const { json } = await ask({ kind: 'reablement' });

    expect(json.support.map(({ id, charge }: SupportView) => [id, charge?.level])).toEqual([
      ['short-term-support', 'free'],
      ['reablement', 'free-within-limit'],
    ]);
  });

  it('gives each council its own', async () => {
    const { json } = await ask({ kind: 'technology' }, 'leicestershire', await platform.token('contact-officer'));

    expect(json.support).toMatchObject([
      { id: 'technology', area: 'Leicestershire', howToGet: ['Ask the Adult Social Care worker.'] },
    ]);
  });

  it('refuses staff of another council with 403', async () => {
    const { status, json } = await ask({}, 'coventry', await platform.token('manager', 'leicestershire'));

    expect(status).toBe(403);
    expect(json.code).toBe('not-yours');
  });

  it.each([
    { query: { kind: 'homecare' }, field: 'kind', says: /^Choose a kind of support: information-advice, / },
    { query: { outcome: 'happiness' }, field: 'outcome', says: /^Choose an outcome: nutrition, .*recreation/ },
    { query: { for: 'child' }, field: 'for', says: /^Choose whom it is for: adult, carer$/ },
    { query: { words: 'x'.repeat(101) }, field: 'words', says: /^Use 100 characters or fewer$/ },
    { query: { colour: 'red' }, field: 'colour', says: /^There is no question called “colour” here/ },
  ])('answers 400 with the field and what is allowed for $query', async ({ query, field, says }) => {
    const { status, json } = await ask(query);

    expect(status).toBe(400);
    expect(json.errors).toEqual([{ field, message: expect.stringMatching(says) }]);
  });

  it('takes words of 100 characters', async () => {
    expect((await ask({ words: 'x'.repeat(100) })).status).toBe(200);
  });
});
