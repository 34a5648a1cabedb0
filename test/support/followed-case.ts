import { completeAnswers } from '../../local/demo/example-answers.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { type CaseReference, caseReference, councilSlug } from '../../schemas/scalars.ts';
import { type Browser, createBrowser } from './browser-client.ts';
import { council, type TestPlatform } from './platform.ts';

export const slug = councilSlug.parse(council);
/** The person of the example, and where their mail goes. */
export const rose = 'rose.okafor@example.com';
const bornOn = { 'dateOfBirth.day': '2', 'dateOfBirth.month': '3', 'dateOfBirth.year': '1948' };

let sent = 0;

/** Opens a case by the API and answers its reference, once its journey rests. */
export const openCase = async ({ client, settle }: TestPlatform, answers: Answers = {}): Promise<CaseReference> => {
  sent += 1;
  const application = completeAnswers(needsAssessment, {
    email: rose,
    conditions: ['physical'],
    hasCarer: 'no',
    ...answers,
  });
  const { reference } = await client.submit(application, `followed-${sent}`);
  await settle();
  return caseReference.parse(reference);
};

/** The path of the newest link that an address was sent. */
export const linkTo = async (
  { platform }: Pick<TestPlatform, 'platform'>,
  address: string,
  page = 'sign-in',
  of = council,
): Promise<string> => {
  const mails = await platform.mail.list();
  const found = mails
    .filter(({ to }) => to.includes(address))
    .flatMap(({ text }) => new RegExp(`/${of}/(?:case/)?${page}/[\\w-]{43}`).exec(text)?.[0] ?? []);
  const [newest] = found;
  if (newest === undefined) throw new Error(`No link was sent to ${address}`);
  return newest;
};

/** Asks for a link with a browser, without opening it. */
export const askForLink = async (browser: Browser, address: string, of = council): Promise<void> => {
  await browser.open(`/${of}/case/sign-in`);
  browser.fill('What is your email address?', address);
  await browser.press('Send me a link');
};

/** Opens a link and gives the date of birth. */
export const useLink = async (browser: Browser, path: string, born: Record<string, string> = bornOn) => {
  await browser.open(path);
  browser.set(Object.entries(born));
  return browser.press('Open my case');
};

/** A browser that is signed in to follow the cases of an address. */
export const signedIn = async (
  platform: Pick<TestPlatform, 'url' | 'platform'>,
  address = rose,
  of = council,
): Promise<Browser> => {
  const browser = createBrowser(platform.url);
  await askForLink(browser, address, of);
  await useLink(browser, await linkTo(platform, address, 'sign-in', of));
  return browser;
};
