import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asksForSupport } from '../../domain/plan/support.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { questionsOf } from '../../schemas/form-language.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { councilSlug, pence } from '../../schemas/scalars.ts';
import type { SupportView } from '../../schemas/support-catalogue.ts';
import { taskKind } from '../../schemas/task.ts';
import { workLists } from '../../schemas/work-lists.ts';
import { supportView } from '../../services/casework/support-page.ts';
import { supportOf } from '../../services/runtime/support-catalogues.ts';
import { aCouncil } from '../support/a-council.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { taskPages } from '../support/staff-pages.ts';
import { readableText } from '../templates/page-inputs.ts';

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

describe('the page of the support catalogue', () => {
  const page = (query: Record<string, string>) =>
    platform.send('GET', `/coventry/staff/support?${new URLSearchParams(query)}`, {
      headers: { authorization: `Bearer ${coventry}`, accept: 'text/html' },
    });

  it('shows whom an entry is for, how to get it and where it says so, with its id to copy and as its anchor', async () => {
    const { status, text } = await page({ words: 'pendant alarms', kind: 'technology', outcome: '', for: 'adult' });

    const said = readableText(text);
    expect(status).toBe(200);
    expect(text).toContain('<tr class="govuk-table__row" id="telecare">');
    for (const words of [
      '1 entry',
      'Telecare',
      'Id: telecare',
      'Technology',
      'Not said',
      'Adults with needs',
      'Contact Adult Social Care Direct on 024 7683 3003.',
      'Not known',
      'The page “How we will deliver our offer”',
    ]) {
      expect(said).toContain(words);
    }
    expect(text).not.toContain('id="carers-hours"');
  });

  it('keeps what was looked for in its form and in the address of each filter that can be taken away', async () => {
    const { text } = await page({ words: 'alarm', kind: 'technology', outcome: 'home-safely', for: 'adult' });

    expect(text).toMatch(/<form method="get" action="\/coventry\/staff\/support"/);
    expect(text).toMatch(/name="words"[^>]* value="alarm"/);
    for (const value of ['technology', 'home-safely', 'adult']) {
      expect(text).toMatch(new RegExp(`<option value="${value}" selected`));
    }
    expect(text).toContain('href="/coventry/staff/support?words=alarm&amp;kind=technology&amp;outcome=home-safely"');
  });

  it('says what a price is for and where the charge is known from, and what is not confirmed', async () => {
    expect(readableText((await page({ kind: 'reablement' })).text)).toContain('Free for the first 6 weeks.');
    expect(readableText((await page({ words: 'carer’s allowance' })).text)).toContain('Not confirmed');
  });

  it('repeats the filters where nothing fits, and says what to do', async () => {
    const { status, text } = await page({ for: 'adult', kind: 'carer-support', words: 'zzz' });

    const said = readableText(text);
    expect(status).toBe(200);
    for (const words of [
      'Nothing in the catalogue fits',
      'Words: zzz',
      'Support for a carer',
      'For: Adults with needs',
    ]) {
      expect(said).toContain(words);
    }
    expect(said).toContain('asking Adult Social Care Direct');
    expect(said).toContain('leave the entry blank in the plan');
  });

  it.each([
    [{ kind: 'homecare' }, 'Choose a kind of support'],
    [{ colour: 'red' }, 'There is no question called “colour” here'],
  ])('shows the form again with 400 for %o', async (query: Record<string, string>, says) => {
    const { status, text } = await page({ words: 'alarm', ...query });

    expect(status).toBe(400);
    expect(readableText(text)).toContain(says);
    expect(text).toMatch(/name="words"[^>]* value="alarm"/);
    expect(text).not.toContain('<table');
  });

  it('shows fifty entries of a large catalogue, with what was looked for in the address of the next', async () => {
    const [first] = await supportOf(councilSlug.parse('coventry'));
    if (!first) throw new Error('There is support in Coventry');
    const large = Array.from({ length: 120 }, (_, at) => ({
      ...first,
      id: `entry-${at}`,
      price: pence.parse(2150),
      unit: 'hour' as const,
    }));

    const shown = [1, 3, 999].map((at) => supportView(large, aCouncil({}, 'coventry'), { for: 'adult' }, at));

    expect(shown.map(({ heading }) => heading)).toEqual([
      '1 to 50 of 120 entries',
      '101 to 120 of 120 entries',
      '101 to 120 of 120 entries',
    ]);
    expect(shown[0]).toMatchObject({ previous: '', next: '/coventry/staff/support?for=adult&page=2' });
    expect(shown[1]).toMatchObject({ previous: '/coventry/staff/support?for=adult&page=2', next: '' });
    expect(shown[0]?.entries[0]?.cost).toEqual(['£21.50 an hour.', 'Free.']);
  });
});

describe('the way to the support catalogue from a piece of work', () => {
  it('stands where advice is given or asked for, and where the plan names entries', () => {
    const kinds = taskKind.options.filter((kind) =>
      questionsOf(workLists[kind]).some(({ question }) => asksForSupport(question)),
    );

    expect(kinds).toEqual(
      expect.arrayContaining(['triage-request', 'assess-needs', 'decide-eligibility', 'draft-plan']),
    );
    expect(kinds).not.toContain('assess-finances');
    expect(
      questionsOf(workLists['draft-plan']).flatMap(({ question }) => (asksForSupport(question) ? [question.id] : [])),
    ).toEqual(['needs', 'adviceMeetOrReduce', 'advicePreventOrDelay', 'adviceLinks']);
  });

  it('opens beside the page, so that nothing typed is lost, and only on its own section', async () => {
    const { reference } = await platform.client.submit(completeAnswers(needsAssessment), 'support');
    const { id } = await platform.client.waitForTask('contact-officer', reference, 'triage-request');
    const { open } = taskPages(platform, id);
    const asking = new Set(
      questionsOf(workLists['triage-request']).flatMap(({ section, question }) =>
        asksForSupport(question) ? [section.id] : [],
      ),
    );

    for (const { id: section } of workLists['triage-request'].sections) {
      const { text } = await open('contact-officer', `/sections/${section}`);
      const link = new RegExp(`href="/${council}/staff/support" target="_blank" rel="noopener"`);
      expect(link.test(text), section).toBe(asking.has(section));
    }
    expect(asking.size).toBe(1);
  });
});
