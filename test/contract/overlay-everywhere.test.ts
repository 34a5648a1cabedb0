import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { helpNow } from '../../schemas/forms/help-now.ts';
import { overlays, withOverlay } from '../../schemas/overlay.ts';
import { caseReference, councilSlug } from '../../schemas/scalars.ts';
import { heldAbout } from '../../services/follow/case-export.ts';
import { changeCouncil } from '../support/a-council.ts';
import { createBrowser } from '../support/browser-client.ts';
import { begin, fillIn } from '../support/form-journey.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { readableText } from '../templates/page-inputs.ts';

const slug = councilSlug.parse('leicestershire');
const html = { accept: 'text/html' };

const put = {
  label: 'Where can we find {you} today?',
  hint: 'A street, a shop, or a friend’s home.',
  name: 'Where to look',
  error: 'Tell us where to look',
  easyRead: 'Where {are you} today?',
};
const own = { label: 'Is there a dog behind the door?', name: 'Dog behind the door' };
const lists = overlays.parse({
  'help-now': {
    version: 3,
    reword: { whereToFind: put },
    hide: ['neededOnCall'],
    add: [
      {
        page: 'reach',
        shownIn: 'triage-request',
        question: { id: 'councilDog', type: 'text', error: 'Tell us of a dog', ...own },
      },
    ],
  },
});
const form = withOverlay(helpNow, lists['help-now']);
const before = { label: 'Where are you now?', name: 'Place to be found', hidden: 'What is needed for a call?' };

let platform: TestPlatform;
let reference: string;
let check: string;
let refused: string[];
beforeAll(async () => {
  platform = await startTestPlatform({ councils: [slug] });
  changeCouncil(platform.deps, { lists });
  const browser = createBrowser(platform.url);
  await begin(browser, form);
  await fillIn(browser, form, { councilDog: 'Rex', whereToFind: 'The library' });
  check = browser.page.text;
  // A form that is sent within seconds is a machine’s.
  await platform.platform.clock.forward({ minutes: 20 });
  const sent = await browser.press(form.send);
  await platform.settle();
  reference = /[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(sent.text)?.[0] ?? sent.text;
  refused = sent.errors;
});
afterAll(() => platform.stop());

const whole = async () => {
  const found = await platform.deps.store.whole(slug, caseReference.parse(reference));
  if (!found) throw new Error('No such case');
  return found;
};

describe('a list that a council changes', () => {
  it('is asked and checked in its words, with its question and without what it leaves out', () => {
    expect(refused).toEqual([]);
    expect(check).toContain(put.name);
    expect(check).toContain('The library');
    expect(check).toContain(own.name);
    expect(check).toContain('Rex');
    expect(check).not.toContain(before.name);
  });

  it('is the same on paper and in Easy Read', async () => {
    const paper = readableText((await platform.send('GET', `/${slug}/forms/help-now/print`, { headers: html })).text);

    expect(paper).toContain('Where can we find you today?');
    expect(paper).toContain(own.label);
    expect(paper).not.toContain(before.label);
    expect(paper).not.toContain(before.hidden);
    expect(JSON.stringify(form)).toContain(put.easyRead);
  });

  it('is read in its words by whoever works on it, in the case, and in what a person is given of all that is held', async () => {
    const { tasks } = await whole();
    const task = tasks.find(({ kind }) => kind === 'triage-request');
    const raw = async (path: string) =>
      (await platform.send('GET', path, { as: 'contact-officer', headers: html })).text;
    const list = await raw(`/${slug}/staff/cases/${reference}/answers`);
    const [, read = ''] = /href="([^"]+\/answers\/[^"?]+)/.exec(list) ?? [];
    const answers = readableText(await raw(read));
    const work = readableText(await raw(`/${slug}/staff/tasks/${task?.id}`));
    const record = (await whole()).records.find(({ kind }) => kind === 'application');
    const held = JSON.stringify(heldAbout(await whole(), 'person'));

    expect(work).toContain(own.label);
    expect(work).toContain('Rex');
    expect(record).toMatchObject({ added: { councilDog: 'Rex' }, overlayVersion: 3 });
    expect(answers).toContain(put.name);
    expect(answers).toContain(own.name);
    expect(answers).not.toContain(before.name);
    expect(held).toContain('Rex');
  });
});
