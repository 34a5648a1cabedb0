import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { caseReference } from '../../schemas/scalars.ts';
import { everyCouncil } from '../../services/runtime/councils.ts';
import { startSite } from './browser.ts';
import { findBrowser } from './chromium.ts';
import { drawCouncils } from './council-screens.ts';
import { drawPhone, phoneWidth } from './phone-screens.ts';
import { drawStaff } from './staff-screens.ts';
import { walkForm } from './walk-form.ts';

/**
 * Draws the main pages anew into `docs/screenshots/`, 1,200 px wide, and what people meet on a phone into `docs/screenshots/phone/`:
 * `node test/browser/screenshots.ts`, with `phone` behind it for the phone alone, or `councils` for `docs/screenshots/councils/`. The clock stands still and the answers are an example's, so that
 * a picture changes only with its page.
 */
const folder = join(import.meta.dirname, '../../docs/screenshots');
/** A picture that is larger makes the README slow to read. */
const limitKb = 120;

const search = await findBrowser();
if ('missing' in search) throw new Error(search.missing);
if (process.argv[2] === 'councils') {
  await drawCouncils(search.found, everyCouncil(), join(folder, 'councils'));
  process.exit();
}
await mkdir(join(folder, 'phone'), { recursive: true });
const begin = () => startSite(search.found, { newReference: () => caseReference.parse('K7M-29QX-T4F') });

/** Two screens of a phone show what is met without much scrolling. */
const phone = await begin();
await drawPhone(phone, async (one, name) => {
  const height = Math.min(1400, await one.evaluate('document.documentElement.scrollHeight').then(Number));
  const clip = { x: 0, y: 0, width: phoneWidth, height };
  await one.screenshot({ path: join(folder, 'phone', `${name}.png`), fullPage: true, clip, animations: 'disabled' });
});
await phone.stop();
if (process.argv[2] === 'phone') process.exit();

const site = await begin();
const { page } = await site.newPage({ width: 1200 });

const draw = async (name: string, height = 900): Promise<void> => {
  await page.setViewportSize({ width: 1200, height });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  const kb = Math.round((await stat(path)).size / 1024);
  console.log(`${name}.png ${kb} KB${kb > limitKb ? `, over ${limitKb} KB` : ''}`);
};

const answers = completeAnswers(needsAssessment, {
  email: 'rose.okafor@example.com',
  conditions: ['physical'],
  hardActivities: ['hygiene', 'clothed'],
  hygieneUnable: ['needs-help'],
  clothedUnable: ['needs-help', 'pain-or-distress'],
  effectSize: 'big',
  assessedBefore: 'no',
});

await page.goto('/leicestershire');
await draw('start-page', 1000);
await page.goto('/leicestershire/forms/needs-assessment');
await walkForm(page, needsAssessment, answers, {
  beforeSending: async () => {
    await draw('check-answers', 1000);
    await site.platform.clock.forward('PT20M');
  },
  onPage: async () => {
    const { pathname } = new URL(page.url());
    if (pathname.endsWith('/where-now')) await draw('question', 800);
    if (pathname.endsWith('/hygiene')) {
      await draw('question-choice', 900);
      await page.getByRole('button', { name: 'Easy read with pictures' }).click();
      await draw('easy-read', 1000);
      await page.getByRole('button', { name: 'Go back to the plain words' }).click();
      await page.goto('/leicestershire/draft');
      await draw('task-list', 1000);
      await page.goto(pathname);
    }
  },
});
await draw('confirmation', 1000);
await site.settle();
const reference = /[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(
  (await page.locator('.govuk-panel').textContent()) ?? '',
)?.[0];
await page.goto(`/leicestershire/requests/${reference}`);
await draw('status');
await page.goto('/_local/mailbox');
await page
  .getByRole('link', { name: /please confirm your email address/ })
  .first()
  .click();
await draw('email');
await page.goto('/_local');
await draw('local-platform', 900);
await page.goto('/_local/executions');
await page.getByRole('table').getByRole('link').first().click();
await draw('execution', 1200);
await drawStaff(site, page, reference ?? '', draw);
await site.stop();
