import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { councilSlug } from '../../../schemas/scalars.ts';
import { supportDirectory } from '../../../services/apply/support-directory.ts';
import { createCouncils, everyCouncil } from '../../../services/runtime/councils.ts';
import { supportOf } from '../../../services/runtime/support-catalogues.ts';
import { aCouncil } from '../../support/a-council.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { readableText } from '../../templates/page-inputs.ts';

const catalogue = async (slug: string) => supportOf(councilSlug.parse(slug));
const shown = async (slug: string, asked: Record<string, string> = {}) =>
  supportDirectory(await catalogue(slug), aCouncil({}, slug), asked);
const names = (html: string): string[] =>
  [...html.matchAll(/<h3 class="govuk-heading-m" id="([^"]+)"/g)].map(([, id = '']) => id);

describe('what help there is, as the public finds it', () => {
  it('of each council shows every entry of its catalogue, each with a way to get it that leads somewhere', async () => {
    for (const slug of createCouncils(everyCouncil()).slugs) {
      const html = await shown(slug);
      const all = await catalogue(slug);

      expect(names(html).toSorted(), slug).toEqual(all.map(({ id }) => id).toSorted());
      for (const part of html.split('<h3 ').slice(1)) {
        expect(/<dt[^>]*>How to get it<\/dt>\s*<dd[^>]*>(.*?)<\/dd>/s.exec(part)?.[1], slug).toMatch(
          /href="(\/|tel:|https:)|Anyone can use it/,
        );
      }
    }
  });

  it.each([
    ['Telecare (CV27)', 'telecare'],
    ['Brain in Hand (CV28)', 'brain-in-hand'],
    ['Carers Response Emergency Support Service (CV16)', 'cress'],
    ['Carers Trust Heart of England (CV3, CV63)', 'carers-trust'],
    ['Shared Lives (CV10)', 'shared-lives'],
  ])('of Coventry has %s', async (_what, id) => {
    expect(names(await shown('coventry'))).toContain(id);
  });

  it('narrows by what help is wanted with and for whom, the nearest first', async () => {
    const adults = names(await shown('coventry', { outcome: 'home-safely', for: 'adult' }));

    expect(adults.slice(0, 2)).toEqual(['telecare', 'short-term-support']);
    expect(adults).not.toContain('carers-groups');
    expect(names(await shown('coventry', { for: 'carer' }))).toContain('cress');
  });

  it.each([
    ['telecair', 'telecare'],
    ['Brian in hand', 'brain-in-hand'],
    ['councelling', 'carers-counselling'],
    ['sheltered lives', 'shared-lives'],
  ])('forgives the slip “%s”, and says that it comes near', async (words, id) => {
    const html = await shown('coventry', { words });

    expect(names(html)).toContain(id);
    expect(readableText(html)).toContain('Nothing has just these words. This comes near.');
  });

  it('says so where nothing comes near, and whom to ask', async () => {
    const text = readableText(await shown('staffordshire', { words: 'zebra' }));

    expect(text).toContain('Nothing found for “zebra”');
    expect(text).toContain('Contact Staffordshire Cares');
  });

  it('sends who has no worker to the assessment that fits, and who has one to their case', async () => {
    const html = await shown('coventry', { words: 'carers-direct payment for a carer', for: 'carer' });
    const part = html.split('id="carers-direct-payment"')[1]?.split('<h2')[0] ?? '';

    expect(part).toContain('href="/coventry/forms/carers-assessment"');
    expect(part).not.toContain('href="/coventry/forms/needs-assessment"');
    expect(part).toContain('href="/coventry/case/sign-in"');
  });

  it('says what is not confirmed, what costs nothing, and that a price is not known, and names no law', async () => {
    const warwickshire = readableText(await shown('warwickshire', { words: 'reablement' }));
    const coventry = readableText(await shown('coventry'));

    expect(warwickshire).toContain('We have not confirmed this yet.');
    expect(coventry).toContain('There is no charge, as a rule.');
    expect(coventry).toContain('We do not have a price. Ask before you start.');
    expect(coventry).not.toMatch(/\bSI \d{4}|Care Act|our copy lacks/);
  });

  it('leaves aside what nobody could choose, escapes what was typed and keeps what was chosen', async () => {
    const html = await shown('coventry', { outcome: 'happiness', for: 'carer', words: '<script>' });

    expect(html).toContain('<option value="carer" selected>');
    expect(html).toContain('value="&lt;script&gt;"');
    expect(html).not.toContain('happiness');
  });
});

describe('the ways to it', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startTestPlatform();
  });
  afterAll(() => platform.stop());

  it('stand on the start page, in the answers of the help page and at the foot of every page, and lead to it', async () => {
    for (const path of ['/coventry', '/coventry/help', '/coventry/privacy']) {
      expect((await platform.send('GET', path)).text, path).toContain('href="/coventry/support"');
    }
    const { status, text } = await platform.send('GET', '/coventry/support?for=carer&words=breik');

    expect(status).toBe(200);
    expect(readableText(text)).toContain('Who it is for');
  });
});
