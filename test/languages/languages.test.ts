import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyMessage } from '../../local/words/every-message.ts';
import { applicationForms } from '../../schemas/forms/application-forms.ts';
import { councilSlug } from '../../schemas/scalars.ts';
import { createCouncils } from '../../services/runtime/councils.ts';
import { readLanguage } from '../../services/runtime/languages.ts';
import { startTestPlatform } from '../support/platform.ts';
import { pseudo, pseudoLanguage } from './pseudo.ts';

const council = createCouncils([councilSlug.parse('leicestershire')]).known('leicestershire');
const made = (tag: string, direction: 'ltr' | 'rtl') =>
  pseudoLanguage(council, applicationForms.values(), { tag, direction });
const welsh = made('cy', 'ltr');
// A translation that is not whole: one question is left in English.
const { 'question.dateOfBirth.label': _left, ...most } = made('ar', 'rtl').forms['needs-assessment'] ?? {};
const arabic = { ...made('ar', 'rtl'), forms: { 'needs-assessment': most } };

let platform: Awaited<ReturnType<typeof startTestPlatform>>;
beforeAll(async () => {
  platform = await startTestPlatform({ languages: { leicestershire: { cy: welsh, ar: arabic } } });
});
afterAll(() => platform.stop());

const cookies = new Map<string, string>();
const ask = async (method: string, path: string, form?: Record<string, string>) => {
  const response = await platform.send(method, path, {
    headers: {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      accept: 'text/html',
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(form && { body: new URLSearchParams(form).toString() }),
  });
  for (const set of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    cookies.set(name, value);
  }
  return response;
};
const go = async (method: string, path: string, form?: Record<string, string>) => {
  let response = await ask(method, path, form);
  for (let to = response.headers.get('location'); to; to = response.headers.get('location'))
    response = await ask('GET', to);
  return response;
};
const csrfIn = (html: string): string => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
const seenIn = (html: string): string => /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? '';

describe('a council with two languages', () => {
  test('offers each under its own name, and without a choice speaks English', async () => {
    cookies.clear();
    const { text } = await go('GET', '/leicestershire');
    expect(text).toContain('<html lang="en-GB" dir="ltr"');
    expect(text).toContain(`href="?lang=ar" lang="ar" dir="rtl" hreflang="ar" rel="nofollow">${arabic.name}</a>`);
    expect(text).toContain(`lang="cy" dir="ltr" hreflang="cy" rel="nofollow">${welsh.name}</a>`);
  });

  test('a council without any shows no other language', async () => {
    cookies.clear();
    const { text } = await go('GET', '/coventry');
    expect(text).not.toContain('hreflang=');
  });

  test('the choice is kept from the start page to the errors of a question, and marks what is English', async () => {
    cookies.clear();
    await go('GET', '/leicestershire?lang=ar');
    const start = await go('GET', '/leicestershire/forms/needs-assessment');
    expect(start.text).toContain('<html lang="ar" dir="rtl"');
    expect(start.text).toContain(pseudo('Start now'));
    const first = await go('POST', '/leicestershire/forms/needs-assessment', {});
    expect(first.text).toContain('<html lang="ar" dir="rtl"');
    const wrong = await go('POST', `/leicestershire/draft/pages/${/draft\/pages\/([\w-]+)"/.exec(first.text)?.[1]}`, {
      csrf: csrfIn(first.text),
      seen: seenIn(first.text),
      action: 'continue',
    });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain(pseudo('There is a problem'));
    const birth = await go('GET', '/leicestershire/draft');
    expect(birth.text).toContain(pseudo('Not yet started'));
    expect(birth.text).not.toContain('\u{E000}');
  });

  test('an open form changes its language by a button, and keeps what was typed', async () => {
    cookies.clear();
    const first = await go('POST', '/leicestershire/forms/needs-assessment', {});
    expect(first.text).toContain('value="language cy"');
    const page = /draft\/pages\/([\w-]+)"/.exec(first.text)?.[1];
    const field = /type="radio" value="([\w-]+)"/.exec(first.text);
    const name = /name="(\w+)" type="radio"/.exec(first.text)?.[1] ?? '';
    const second = await go('POST', `/leicestershire/draft/pages/${page}`, {
      csrf: csrfIn(first.text),
      seen: seenIn(first.text),
      [name]: field?.[1] ?? '',
      action: 'language cy',
    });
    expect(second.text).toContain('<html lang="cy" dir="ltr"');
    expect(second.text).toMatch(new RegExp(`value="${field?.[1]}" checked`));
    // The form is in its language wherever it is gone on with, though the browser remembers no choice.
    cookies.delete('__Host-careway-language');
    expect((await go('GET', '/leicestershire/draft')).text).toContain('<html lang="cy"');
    await go('GET', '/leicestershire/draft?lang=en-GB');
    expect((await go('GET', '/leicestershire/draft')).text).toContain('<html lang="en-GB"');
  });
});

describe('a language file that is wrong', () => {
  const known = { forms: applicationForms, pages: new Set([...everyMessage().values()].flat()) };
  const read = (change: object) => () => readLanguage('leicestershire', 'cy', { ...welsh, ...change }, known);
  const forms = (texts: object) => ({ forms: { 'needs-assessment': texts } });
  const file = 'councils/leicestershire/languages/cy.json';

  test.each([
    [
      'an unknown text',
      forms({ 'question.nobody.label': 'Ψ' }),
      'forms.needs-assessment.question.nobody.label: the form has no text of this name',
    ],
    [
      'an unknown form',
      { forms: { nothing: {} } },
      'forms.nothing: there is no form of this name. There are: needs-assessment',
    ],
    ['an unknown page text', { pages: { 'No page says so': 'Ψ' } }, 'pages.No page says so: no page says this'],
    [
      'a placeholder that is missing',
      { pages: { 'You have added {1} files. That is the most that we can take here.': 'Ψ' } },
      '“{1}” is missing',
    ],
    [
      'a placeholder that is not there',
      { pages: { Continue: 'Ψ {1}' } },
      'there is no placeholder “{1}”: none is allowed',
    ],
    ['one voice where two are needed', forms({ 'question.dateOfBirth.label': 'Ψ' }), 'so give both { "self"'],
    [
      'a name that is missing',
      forms({ 'question.dateOfBirth.label': { self: 'Ψ', other: 'Ψ' } }),
      '“other” must say {name}',
    ],
    ['markup', { pages: { Continue: '<b>Ψ</b>' } }, 'its tags must be those of the English: none'],
    ['another tag than its name', { language: 'ar' }, 'language: it must be “cy”, as the file is called'],
    ['a direction that does not exist', { direction: 'up' }, 'direction'],
  ])('%s is refused by file, text and what is allowed', (_, change, says) => {
    expect(read(change)).toThrow(file);
    expect(read(change)).toThrow(says);
  });
});
