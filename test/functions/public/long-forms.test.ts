import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, roomForAnswers } from '../../../domain/forms/room-for-answers.ts';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import { type Answers, askedQuestions } from '../../../schemas/form-conditions.ts';
import { questionsOf } from '../../../schemas/form-language.ts';
import { jointAssessment } from '../../../schemas/forms/joint-assessment.ts';
import { councilSlug } from '../../../schemas/scalars.ts';
import { createDrafts } from '../../../services/apply/drafts.ts';
import { Problem } from '../../../services/runtime/errors.ts';
import { itemBytes, mostItemBytes } from '../../../services/store/item-bytes.ts';
import { type Browser, createBrowser } from '../../support/browser-client.ts';
import { begin } from '../../support/form-journey.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';

const slug = councilSlug.parse('leicestershire');
let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const asked = questionsOf(jointAssessment);
const longPages = asked.filter(({ question }) => question.type === 'long');
/** Who is not sure which activities are hard is asked about each. */
const complete = completeAnswers(jointAssessment, {
  hardActivities: ['not-sure'],
  carerHardActivities: ['not-sure'],
});
const isAsked = new Set(askedQuestions(jointAssessment, complete).map(({ id }) => id));
const longOnes = longPages.flatMap(({ question }) => (isAsked.has(question.id) ? [question.id] : []));
/** A whole form whose long answers are as long as they may be, in Bengali, of three bytes a letter. */
const inBengali = (of: readonly string[]): Answers => ({
  ...complete,
  ...Object.fromEntries(of.map((id) => [id, 'ক'.repeat(id === 'shareLimits' || id === 'beforeWeMeet' ? 2000 : 5000)])),
});

/** As many of the long answers as take no more bytes than these. */
const upTo = (bytes: number): Answers => {
  const others = longOnes.filter((id) => id !== 'betterLife');
  const many = others.findIndex((_, at) => bytesOf(inBengali(others.slice(0, at + 1))) > bytes);
  return inBengali(others.slice(0, many));
};

/** A browser with a form that has these answers, as they stand in the store. */
const withAnswers = async (answers: Answers): Promise<{ browser: Browser; id: string }> => {
  const browser = createBrowser(platform.url);
  await begin(browser, jointAssessment);
  const { handleTyped, tableName } = platform.platform.dynamoDb;
  const { Items } = (await handleTyped('Scan', { TableName: tableName })) as {
    Items: Record<string, { S?: string }>[];
  };
  const drafts = Items.flatMap(({ pk }) => /^DRAFT#[^#]+#(.+)$/.exec(pk?.S ?? '')?.[1] ?? []);
  const newest = drafts.find((one) => !known.has(one)) ?? '';
  known.add(newest);
  await createDrafts(platform.deps).update(slug, newest, (found) => ({ ...found, answers }));
  return { browser, id: newest };
};
const known = new Set<string>();

describe('a joint form of long answers in Bengali', () => {
  it('is refused on the page that makes it too long, with what to shorten and by how much, and keeps what was typed', async () => {
    const { browser, id } = await withAnswers(upTo(roomForAnswers));
    await browser.open('/leicestershire/draft/pages/goals');
    browser.set([['betterLife', 'ক'.repeat(5000)]]);
    const refused = await browser.press('Continue');

    expect(refused.status).toBe(400);
    expect(refused.errors).toHaveLength(1);
    for (const error of refused.errors)
      expect(error).toMatch(
        /^Shorten what you wrote for “.+” by about [\d,]+ letters\. All answers together are too long/,
      );
    expect(refused.html).toContain('ক'.repeat(5000));

    browser.set([['betterLife', 'ক'.repeat(100)]]);
    const after = await browser.press('Continue');

    expect(after.status).toBe(200);
    const kept = await createDrafts(platform.deps).read(slug, id);
    expect(kept?.answers['betterLife']).toBe('ক'.repeat(100));
  });

  it('that was kept longer than it can be sent says so where it is checked, with a way to each answer', async () => {
    const { browser } = await withAnswers(upTo(380_000));
    await platform.platform.clock.forward('PT30M');
    await browser.open('/leicestershire/draft/check');
    const refused = browser.page.status === 200 ? await browser.press('Send your form') : browser.page;

    expect(refused.status).toBe(400);
    expect(refused.errors.every((error) => error.startsWith('Shorten what you wrote for “'))).toBe(true);
    expect(refused.html).toMatch(
      /<a href="\/leicestershire\/draft\/pages\/[a-z-]+\?change=yes">Shorten what you wrote/,
    );
  });
});

describe('what the table cannot hold', () => {
  it('is refused before it is written, with a sentence, whatever kind of item it is', async () => {
    const { items } = platform.deps.store;
    const text = '字'.repeat(140_000);
    const error = await items.put({ pk: `LINK#${slug}#x`, sk: 'LINK', data: { text } }, 1).catch((one: unknown) => one);

    expect(text.length).toBeLessThan(mostItemBytes);
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).details).toMatchObject({ status: 413, code: 'too-much-to-keep' });
    expect((error as Problem).details.detail).toMatch(/Shorten the longest text by about [\d,]+ letters/);
  });

  it('is measured as the local table measures it', () => {
    expect(itemBytes({ pk: 'a', m: { n: -1234.5, t: true, l: ['ab', null, 10] }, none: undefined })).toBe(
      2 + 1 + (1 + 3 + (1 + 1 + 5) + (1 + 1 + 1) + (1 + 1 + 3 + 3 + 2 + (1 + 2))),
    );
  });
});
