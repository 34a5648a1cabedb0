import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { everyMessage } from '../../local/words/every-message.ts';
import { easyWords } from '../../schemas/easy-words.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { applicationForms } from '../../schemas/forms/application-forms.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { writtenIn } from '../../schemas/say.ts';
import { caseReference, councilSlug } from '../../schemas/scalars.ts';
import { createDrafts } from '../../services/apply/drafts.ts';
import { createCouncils } from '../../services/runtime/councils.ts';
import { personEmail } from '../../templates/emails/emails.ts';
import { createBrowser } from '../support/browser-client.ts';
import { askForLink, linkTo } from '../support/followed-case.ts';
import { startTestPlatform } from '../support/platform.ts';
import { readingAge } from '../support/reading-age.ts';
import { personMail } from '../templates/fixtures.ts';
import { htmlFaults } from '../templates/html-faults.ts';
import { pseudo, pseudoLanguage } from './pseudo.ts';

const slug = councilSlug.parse('leicestershire');
const council = createCouncils([slug]).known(slug);
const arabic = pseudoLanguage(council, applicationForms.values(), { tag: 'ar', direction: 'rtl' });

let platform: Awaited<ReturnType<typeof startTestPlatform>>;
beforeAll(async () => {
  platform = await startTestPlatform({ languages: { leicestershire: { ar: arabic } } });
});
afterAll(() => platform.stop());

const answers: Answers = {
  ...completeAnswers(needsAssessment),
  filledInBy: 'me',
  email: 'rose@example.com',
  updatesTo: ['person'],
};

/** Fills a form in at once and sends it; answers its reference, and what was mailed. */
const sent = async (begin: Record<string, string>, cookie = '') => {
  const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
  const begun = await platform.send('POST', '/leicestershire/forms/needs-assessment', {
    headers: { ...form, cookie },
    body: new URLSearchParams(begin).toString(),
  });
  const held = /__Host-careway-draft=([\w-]{22})\.[\w-]+/.exec(begun.headers.getSetCookie().join()) ?? [];
  const cookies = `${held[0]}; ${cookie}`;
  await createDrafts(platform.deps).update(slug, held[1] ?? '', (found) => ({ ...found, answers }));
  await platform.platform.clock.forward('PT30M');
  const check = await platform.send('GET', '/leicestershire/draft/check', { headers: { ...form, cookie: cookies } });
  const csrf = /name="csrf" value="([^"]+)"/.exec(check.text)?.[1] ?? '';
  await platform.send('POST', '/leicestershire/draft/send', {
    headers: { ...form, cookie: cookies },
    body: new URLSearchParams({ csrf }).toString(),
  });
  const page = await platform.send('GET', '/leicestershire/draft/sent', { headers: { ...form, cookie: cookies } });
  await platform.settle();
  const reference = caseReference.parse(/<strong>([A-Z0-9-]{12,14})<\/strong>/.exec(page.text)?.[1]);
  return { check: check.text, page: page.text, whole: await platform.deps.store.whole(slug, reference) };
};

describe('how a form was filled in is kept with its case', () => {
  test('in another language: staff are told on the task, what is stored is English, and mails are in that language', async () => {
    const { page, whole } = await sent({}, '__Host-careway-language=ar');
    expect(page).toContain(pseudo('Keep this reference. You need it when you get in touch with us.'));
    expect(whole?.case.reading).toEqual({ by: 'person', language: { tag: 'ar', name: 'Made up ar' } });
    const mails = (await platform.platform.mail.list()).filter(({ to }) => to.includes('rose@example.com'));
    expect(mails.map(({ subject }) => subject)).toContainEqual(
      expect.stringContaining(pseudo('please confirm your email address')),
    );
    const [task] = whole?.tasks.filter(({ kind }) => kind === 'triage-request') ?? [];
    const read = await platform.send('GET', `/leicestershire/staff/tasks/${task?.id}`, { as: 'contact-officer' });
    expect(JSON.stringify(read.json)).toContain(
      'Filled in in Made up ar. What they wrote in their own words may need a translator.',
    );
    expect(JSON.stringify(whole?.tasks)).not.toMatch(/[\u0370-\u03ff]/);
    expect(JSON.stringify(whole?.events)).not.toMatch(/[\u0370-\u03ff]/);
  });

  test('and the form that was sent has the name under which it was filled in, whose mailbox is asked to be confirmed', async () => {
    const mails = (await platform.platform.mail.list()).filter(({ to }) => to.includes('rose@example.com'));
    const asked = mails.find(({ tags }) => tags['message']?.includes('ask')) ?? mails.at(-1);
    expect(asked?.text).toContain(pseudo(needsAssessment.title));
    expect(asked?.text).not.toContain(needsAssessment.title);
  });

  test('in Easy Read: the pages around the questions have easy words, and so have later mails', async () => {
    const { check, whole } = await sent({ words: 'easy-read' });
    expect(check).toContain('<h1 class="govuk-heading-l">Look at your answers</h1>');
    expect(check).toContain('careway-easy-read');
    expect(whole?.case.reading).toEqual({ by: 'person', easyRead: true });
  });
});

/** Forms that were begun so and saved with an address, and what was mailed to each until they lapse. */
const savedAs = async (
  ...forms: readonly (readonly [address: string, begin: Record<string, string>, tag?: string])[]
) => {
  for (const [address, begin, tag] of forms) {
    const browser = createBrowser(platform.url);
    if (tag) browser.jar.set('__Host-careway-language', tag);
    await browser.post('/leicestershire/forms/needs-assessment', begin);
    await browser.open('/leicestershire/draft/save');
    browser.set([['email', address]]);
    const { path, fields } = browser.firstForm('/draft/save');
    await browser.post(path, fields);
  }
  await platform.platform.clock.forward({ hours: 24 * 24 });
  await platform.settle();
  const all = await platform.platform.mail.list();
  return forms.map(([address]) => {
    const of = (message: string) => all.find(({ to, tags }) => to.includes(address) && tags['message'] === message);
    return { link: of('sign-in-link'), lapsing: of('draft-lapsing') };
  });
};

describe('a form that is not sent yet', () => {
  test('is mailed about in its language, with how many of its parts are done', async () => {
    const [{ link, lapsing } = {}] = await savedAs(['begun@example.com', {}, 'ar']);
    expect(link?.subject).toContain(pseudo('your link to come back to us'));
    expect(lapsing?.subject).toContain(pseudo('what you started will be deleted'));
    expect(lapsing?.html).toContain('<html lang="ar" dir="rtl">');
    expect(lapsing?.text).toMatch(/\b0\b.*\b8\b/);
  });

  test('is mailed about in Easy Read where it is filled in so, and in plain words where not', async () => {
    const [easy, plain] = await savedAs(['easy@example.com', { words: 'easy-read' }], ['plain@example.com', {}]);
    expect([easy?.link?.html, easy?.lapsing?.html].map((html) => html?.includes('22px'))).toEqual([true, true]);
    expect([plain?.link?.html, plain?.lapsing?.html].map((html) => html?.includes('22px'))).toEqual([false, false]);
    expect(plain?.lapsing?.text).toContain('You have finished 0 of 8 parts.');
  });
});

const isEasy = (html: string) => html.includes('careway-easy-read');

describe('a case', () => {
  const opened = async (address: string, begin: Record<string, string>, language = '') => {
    answers.email = address;
    await sent(begin, language && `__Host-careway-language=${language}`);
    const browser = createBrowser(platform.url);
    await askForLink(browser, address);
    const [mail] = (await platform.platform.mail.list()).filter(
      ({ to, tags }) => to.includes(address) && tags['message'] === 'sign-in-link',
    );
    const { dateOfBirth = '' } = answers;
    const [year = '', month = '', day = ''] = String(dateOfBirth).split('-');
    await browser.open(await linkTo(platform, address));
    browser.set(Object.entries({ 'dateOfBirth.day': day, 'dateOfBirth.month': month, 'dateOfBirth.year': year }));
    await browser.press('Open my case');
    return { browser, mail };
  };

  test('is signed in to by a mail in the language of the form, and stands in it, with what is English said to be', async () => {
    const { browser, mail } = await opened('welsh@example.com', {}, 'ar');
    expect(mail?.subject).toContain(pseudo('your link to come back to us'));
    const { html } = browser.page;
    expect(html).toContain('<html lang="ar" dir="rtl"');
    expect(html).toContain(pseudo('Your case'));
    expect(html).toContain(pseudo('Make a complaint'));
    expect(html).toContain('<span lang="en" dir="ltr">');
    // A page of it that is not translated is English, and says so.
    expect((await browser.open(`${browser.page.path}/withdraw`)).html).toContain('<html lang="en-GB" dir="ltr"');
  });

  test('is shown in Easy Read to whoever filled in the form so, on every page of it, until they choose plain words', async () => {
    const { browser, mail } = await opened('easy-case@example.com', { words: 'easy-read' });
    expect(mail?.html).toContain('22px');
    const { path } = browser.page;
    for (const part of ['', '/withdraw', '/details', '/documents', '/ask/query']) {
      expect(isEasy((await browser.open(path + part)).html), part).toBe(true);
    }
    await browser.open(path);
    expect(isEasy((await browser.follow('Plain words')).html)).toBe(false);
    expect(isEasy((await browser.open(path)).html)).toBe(false);
  });
});

describe('a page for everybody', () => {
  test.each(['', '/help', '/support', '/journey', '/privacy', '/cookies', '/accessibility'])(
    '%s is read in Easy Read by a link, which the next pages remember',
    async (page) => {
      const browser = createBrowser(platform.url);
      const plain = await browser.open(`/leicestershire${page}`);
      const easy = await browser.follow('Easy read');
      const next = await browser.open('/leicestershire/help');

      expect([plain, easy, next].map(({ html }) => isEasy(html))).toEqual([false, true, true]);
      expect(easy.text).not.toBe(plain.text);
      expect(await htmlFaults(easy.html)).toEqual([]);
      const longest = (html: string) =>
        Math.max(...[...html.matchAll(/<p class="govuk-body">([\s\S]*?)<\/p>/g)].map(([, words = '']) => words.length));
      expect(longest(easy.html)).toBeLessThanOrEqual(longest(plain.html));
    },
  );
});

describe('Easy Read', () => {
  test('has easy words only for what a page or mail says', () => {
    const all = new Set([...everyMessage().values()].flat());
    expect([...easyWords.keys()].filter((message) => !all.has(message))).toEqual([]);
  });

  test('keeps every placeholder and tag', () => {
    for (const [english, easy] of easyWords) {
      expect(easy.match(/\{\d\}|<\/?\w+>/g)?.sort() ?? []).toEqual(english.match(/\{\d\}|<\/?\w+>/g)?.sort() ?? []);
    }
  });

  test('is easier to read than the words that it stands for, together and in every mail', () => {
    const plain = [...easyWords.keys()].map((text) => `<p>${text}</p>`).join('');
    const easy = [...easyWords.values()].map((text) => `<p>${text}</p>`).join('');
    expect(readingAge(easy, []).age).toBeLessThan(readingAge(plain, []).age - 1);
    const mail = (isEasy: boolean) =>
      writtenIn(undefined, () => personEmail('application-received', personMail).html, isEasy);
    expect(readingAge(mail(true), []).age).toBeLessThan(readingAge(mail(false), []).age);
  });

  test('in a mail gives each sentence a line, in large letters', () => {
    const { html, text } = writtenIn(undefined, () => personEmail('application-received', personMail), true);
    expect(html).toContain('<p>Some people need help now.</p>');
    expect(html).toContain('22px');
    expect(text).toContain('Some people need help now.\nWe help them first.');
  });
});

test('a mail in another language says so, in its direction, without a mark left', async () => {
  const words = platform.deps.councils.languagesOf(slug)[0];
  const { html, text, subject } = writtenIn(words, () => personEmail('application-received', personMail));
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toContain(pseudo('Who to contact'));
  expect(subject).toContain(pseudo('we have your request'));
  expect(html + text + subject).not.toMatch(/[\uE000\uE001]/);
});
