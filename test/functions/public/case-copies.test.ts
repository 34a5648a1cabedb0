import { unzipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReference } from '../../../schemas/scalars.ts';
import type { Browser } from '../../support/browser-client.ts';
import { workUpTo } from '../../support/case-work.ts';
import { openCase, signedIn, slug } from '../../support/followed-case.ts';
import { lawNamedIn } from '../../support/law-named.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { htmlFaults } from '../../templates/html-faults.ts';
import { readableText } from '../../templates/page-inputs.ts';

let platform: TestPlatform;
let reference: CaseReference;
let other: CaseReference;
let browser: Browser;
beforeAll(async () => {
  platform = await startTestPlatform();
  other = await openCase(platform, { email: 'someone.else@example.com', firstName: 'Zebedee', lastName: 'Quill' });
  reference = await openCase(platform, { treatedBadly: 'yes', safeContact: 'Ring the day centre only.' });
  await workUpTo(platform, reference, 'check-support');
  browser = await signedIn(platform);
});
afterAll(() => platform.stop());

const copies = [
  { title: 'What you told us', id: 'application.application', says: ['Rose', 'LE3 8RA'] },
  { title: 'What happens first', id: 'work.assessment-1.triage-request', says: ['An assessment'] },
  { title: 'Your assessment', id: 'work.assessment-1.assess-needs', says: ['arthritis', 'Rose Okafor'] },
  {
    title: 'Our decision',
    id: 'work.assessment-1.decide-eligibility',
    says: [
      'You have eligible needs.',
      'physical or mental impairment or an illness',
      'at least two daily activities',
      'significant impact on your wellbeing',
      'Cannot wash below the waist.',
      'Customer Relations Manager',
      'Ombudsman',
    ],
  },
  {
    title: 'Your estimated personal budget',
    id: 'work.assessment-1.estimate-budget',
    says: ['£189.00 a week', '5 hours 15 minutes'],
  },
  {
    title: 'What you pay towards your support',
    id: 'work.assessment-1.assess-finances',
    says: ['You pay', 'The council pays', 'State Pension', '£230.25', 'Council Tax'],
  },
  {
    title: 'Your care and support plan, version 1',
    id: 'plan.assessment-1.draft-plan-1',
    says: ['In force now', 'Example Home Care', '£189.00', 'How the budget is spent', 'Affordable: Yes.'],
  },
] as const;
const pathOf = (id: string) => `/${council}/case/${reference}/copies/${id}`;

/** The words alone: PDF and HTML break lines and put marks at other places. */
const words = (text: string) => text.replaceAll(/[^\p{L}\p{N}£]+/gu, '');

/** A file as its bytes, asked for with the browser's cookie. */
const download = async (path: string) => {
  const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(platform.url + path, { headers: { cookie, accept: 'text/html,*/*' } });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
};

type Tag = { role?: string; children?: Tag[]; type?: string; id?: string };
const rolesIn = (tag: Tag | null): string[] =>
  tag === null ? [] : [...(tag.role ? [tag.role] : []), ...(tag.children ?? []).flatMap(rolesIn)];

describe('the overview', () => {
  it('tells of every step with its day, and of what comes next', async () => {
    const { text, html } = await browser.open(`/${council}/case/${reference}`);

    for (const step of [
      'You asked for help',
      'Care and support assessment',
      'Decision',
      'Your plan',
      'We looked at your request',
      'Support started',
    ]) {
      expect(text).toMatch(new RegExp(`${step}\\s+Done on Monday 5 January 2026`));
    }
    expect(text).toContain('Now: You get support.');
    expect(text).toMatch(/Next review\s+Next – we aim to do it by \w+ \d+ February 2026/);
    expect(html.match(/aria-current="step"/g)).toHaveLength(1);
    expect(await htmlFaults(html)).toEqual([]);
  });

  it('shows what the support costs and who pays it, in the pence of the record, and where it was worked out', async () => {
    const { text, html } = await browser.open(`/${council}/case/${reference}`);

    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'What the support costs £189.00 You pay £41.55 The council pays £147.45 See how we worked it out',
    );
    expect(html).toContain(`${pathOf('work.assessment-1.assess-finances')}"`);
  });

  it('speaks of what is done in the past, and asks for nothing that we have', async () => {
    const { text } = await browser.open(`/${council}/case/${reference}`);

    expect(text).toContain('We talked with you about what you can do');
    expect(text).toContain('We worked out what you pay');
    expect(text).not.toMatch(/We (look at your request|talk with you|tell you in writing|work out)/);
    expect(text).not.toContain('Tell us about your money');
  });

  it('has copies of one moment in the order of the work, the last first', async () => {
    const { text } = await browser.open(`/${council}/case/${reference}`);
    const list = text.slice(text.indexOf('What you can read'), text.indexOf('What you can do'));
    const places = ['Your care and support plan', 'What you pay towards', 'Our decision', 'What you told us'].map(
      (title) => list.indexOf(title),
    );

    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('names whom to contact (S45, CB31, CB48, W18) and what can be read', async () => {
    const { text } = await browser.open(`/${council}/case/${reference}`);

    expect(text).toContain('Contact Adult Social Care at Leicestershire County Council');
    for (const { title } of copies) expect(text).toContain(title);
  });
});

describe('a copy', () => {
  it.each(copies)(
    'of $title is a valid page that says what is recorded (L26, L27, CB16)',
    async ({ title, id, says }) => {
      const page = await browser.open(pathOf(id));

      expect(page.heading).toBe(title);
      for (const part of says) expect(page.text).toContain(part);
      expect(lawNamedIn(page.text)).toEqual([]);
      expect(await htmlFaults(page.html)).toEqual([]);
    },
  );

  it.each(copies)('of $title as PDF is tagged, has title and language, and says the same', async ({ title, id }) => {
    const page = await browser.open(pathOf(id));
    const [, article = ''] = /Download this as PDF<\/a><\/p>([\s\S]*?)<\/main>/.exec(page.html) ?? [];
    const { response, bytes } = await download(`${pathOf(id)}/pdf`);
    const raw = new TextDecoder('latin1').decode(bytes);
    const pdf = await getDocumentProxy(bytes);
    const { info } = await pdf.getMetadata();
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => {
        const one = await pdf.getPage(index + 1);
        const { items } = await one.getTextContent();
        const shown = items.map((item) => ('str' in item ? item.str : '')).join(' ');
        return {
          shown: shown.replace(/\S+\s+Page \d+ of \d+\s*$/, ''),
          roles: rolesIn((await one.getStructTree()) as Tag | null),
        };
      }),
    );
    const numbers = (text: string) => text.replaceAll(/(^|\s)(\d\.|•)(?=\s)/g, ' ');

    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.pdf"$/);
    expect(raw).toMatch(/\/MarkInfo/);
    expect(raw).toMatch(/\/StructTreeRoot/);
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(info).toMatchObject({ Title: `${title} - ${reference}`, Language: 'en-GB' });
    expect(pages.flatMap(({ roles }) => roles)).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'P']));
    expect(words(numbers(pages.map(({ shown }) => shown).join(' ')))).toBe(
      words(`Leicestershire County Council ${title} ${readableText(article)}`),
    );
  });

  it('leaves a line in the history each time that it is read or downloaded', async () => {
    const whole = await platform.deps.store.whole(slug, reference);
    const lines = whole?.events.flatMap(({ action, about, actor }) =>
      about === 'work.assessment-1.decide-eligibility' ? [[action, actor]] : [],
    );

    expect(lines).toEqual(
      expect.arrayContaining([
        ['copy-read', { kind: 'public', as: 'person' }],
        ['copy-downloaded', { kind: 'public', as: 'person' }],
      ]),
    );
  });

  it('shows no answer about safety, in case someone else reads it', async () => {
    const { text } = await browser.open(pathOf('application.application'));

    expect(text).toContain('Answers about your safety are not shown here');
    expect(text).not.toContain('day centre');
  });

  it('that is not there is not found', async () => {
    expect((await browser.open(pathOf('note.assessment-1.triage-request'))).status).toBe(404);
  });
});

describe('everything that is held', () => {
  it('has every record, task, message and event of the case but those about safety, and nothing of another', async () => {
    const { response, bytes } = await download(`/${council}/case/${reference}/everything`);
    const files = unzipSync(bytes);
    const text = new TextDecoder().decode(files['everything.json']);
    const held = JSON.parse(text);
    const whole = await platform.deps.store.whole(slug, reference);
    const ids = (of: readonly { id: string }[] = []) =>
      of.map(({ id }) => id).filter((id) => !id.includes('look-into-safety'));

    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(ids(held.records)).toEqual(ids(whole?.records));
    expect(ids(held.tasks)).toEqual(ids(whole?.tasks));
    expect(held.records.length).toBeGreaterThan(8);
    expect(held.history.map(({ action }: { action: string }) => action)).toContain('everything-downloaded');
    expect(text).not.toMatch(/Zebedee|Quill|day centre|treatedBadly|harmSuspected|carerViews|"token"/);
    expect(text).not.toContain(other);
  });

  it('has the copies as one valid page that refers to nothing outside itself', async () => {
    const { bytes } = await download(`/${council}/case/${reference}/everything`);
    const html = new TextDecoder().decode(unzipSync(bytes)['copies.html']);

    for (const { title } of copies) expect(html).toContain(title);
    expect(html).not.toMatch(/\s(src|href)="/);
    expect(await htmlFaults(html)).toEqual([]);
  });
});
