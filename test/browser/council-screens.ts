import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { localControl } from '../../local/demo/local-control.ts';
import { createStaffDesk } from '../../local/demo/staff-desk.ts';
import { playStory } from '../../local/demo/story.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { councilSlug } from '../../schemas/scalars.ts';
import { createCouncils } from '../../services/runtime/councils.ts';
import { linkTo, rose } from '../support/followed-case.ts';
import { type Site, startSite } from './browser.ts';
import type { FoundBrowser } from './chromium.ts';
import { phoneWidth } from './phone-screens.ts';

/** Plays the demo's story with one council until support starts, and answers the reference of its case. */
const untilSupported = ({ client, settle, url }: Site, council: string): Promise<string> => {
  const slug = councilSlug.parse(council);
  const { financialAssessment, plans } = createCouncils([slug]).known(slug);
  return new Promise((resolve, reject) => {
    playStory({
      client,
      control: localControl(client),
      desk: (member) => createStaffDesk({ url, council: slug }, member),
      application: completeAnswers(needsAssessment, {
        email: rose,
        assessedBefore: 'no',
        conditions: ['physical'],
        hasCarer: 'no',
        hardActivities: ['hygiene', 'clothed'],
        hygieneUnable: ['needs-help'],
        clothedUnable: ['needs-help', 'pain-or-distress'],
        effectSize: 'big',
      }),
      financesAfterPlan: financialAssessment === 'after-plan',
      ...(plans && { plansCheckedBy: plans.checkedBy }),
      onChapter: async (chapter, reference) => {
        await settle();
        if (chapter !== 'supported') return;
        resolve(reference);
        // The story is told as far as the pictures need it.
        await new Promise(() => {});
      },
    }).catch(reject);
  });
};

/**
 * Draws what each council's people meet on a phone into `folder`, `<council>-<page>.png`: its start page, the journey as it draws it, the support that it lists,
 * and a case once support has started.
 */
export const drawCouncils = async (found: FoundBrowser, councils: readonly string[], folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const council of councils) {
    const site = await startSite(found, { councils: [council] }, council);
    const { page } = await site.newPage({ width: phoneWidth });
    const draw = async (path: string, name: string) => {
      await page.goto(`/${council}${path}`);
      // Two screens of a phone show what is met without much scrolling.
      const height = Math.min(1400, Number(await page.evaluate('document.documentElement.scrollHeight')));
      const clip = { x: 0, y: 0, width: phoneWidth, height };
      await page.screenshot({
        path: join(folder, `${council}-${name}.png`),
        fullPage: true,
        clip,
        animations: 'disabled',
      });
    };
    await draw('', 'start');
    await draw('/journey', 'journey');
    await draw('/support', 'support');
    const reference = await untilSupported(site, council);
    await page.goto(`/${council}/case/sign-in`);
    await page.getByLabel('What is your email address?').fill(rose);
    await page.getByRole('button', { name: 'Send me a link', exact: true }).click();
    await page.goto(await linkTo(site, rose, 'sign-in', council));
    await page.getByLabel('Day').fill('2');
    await page.getByLabel('Month').fill('3');
    await page.getByLabel('Year').fill('1948');
    await page.getByRole('button', { name: 'Open my case', exact: true }).click();
    await draw(`/case/${reference}`, 'case');
    await site.stop();
  }
};
