import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Response } from 'playwright-core';
import { htmlFaults } from '../templates/html-faults.ts';
import { brokenFragments, focusFaults, watchFocus, widerThanWindow } from './in-page.ts';

/** The rules of axe that WCAG 2.2 at level AA asks for, and axe's own advice that costs nobody anything. */
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Advice that the GOV.UK Design System does not follow: its back link stands before the main part of the page, on purpose. */
const outsideLandmarks = 'region';

/** Every violation that axe finds, each with its targets and why. The page must be open with JavaScript. */
export const axeViolations = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(axeTags)
    .disableRules(outsideLandmarks)
    .setLegacyMode()
    .analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `axe ${id}: ${help}: ${nodes
        .slice(0, 5)
        .map(({ target, failureSummary = '' }) => `${target.join(' ')} (${failureSummary.split('\n')[1]?.trim()})`)
        .join('; ')}${nodes.length > 5 ? ` and ${nodes.length - 5} more` : ''}`,
  );
};

/** The narrowest window that pages must fit: 320 CSS pixels, which is also 1,280 at 400 % zoom. WCAG 2.2, 1.4.10. */
const narrow = { width: 320, height: 256 };

/** Whether the page scrolls sideways at 320 px wide, with what is too wide. The window is as it was afterwards. */
export const sidewaysScroll = async (page: Page): Promise<string[]> => {
  const before = page.viewportSize();
  await page.setViewportSize(narrow);
  const wide = await page.evaluate(widerThanWindow);
  if (before) await page.setViewportSize(before);
  // Menus that fold in a narrow window unfold with the next frame; a page that is not asked before is not as it will be.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  return wide.map((what) => `scrolls sideways at 320 px: ${what}`);
};

/**
 * Goes through the page with Tab alone: every link and field is reached in the order of the page and shows that it has the focus.
 *
 * @param atMost stops that are tried, from the first; the rest is repetition on a long form
 */
export const keyboardFaults = async (page: Page, atMost = 120): Promise<string[]> => {
  const { count, faults } = await page.evaluate(watchFocus);
  const presses = Math.min(count, atMost);
  for (let press = 0; press < presses; press += 1) await page.keyboard.press('Tab');
  return [...faults, ...(await page.evaluate(focusFaults, presses))];
};

/** What one heading, one title and links to places on the page must hold. */
const structureFaults = async (page: Page): Promise<string[]> => {
  const title = await page.title();
  const headings = await page.locator('h1').allInnerTexts();
  const [heading = ''] = headings;
  const faults = (await page.evaluate(brokenFragments)).map((href) => `${href} leads nowhere`);
  if (headings.length !== 1) faults.push(`has ${headings.length} h1`);
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
  if (!plain(title).includes(plain(heading))) faults.push(`is titled "${title}" but headed "${plain(heading)}"`);
  return faults;
};

/** Everything that must be right with any page, whatever it is: all faults at once, none where it is as it should be. */
export const pageFaults = async (page: Page, response: Response | null): Promise<string[]> => {
  const isLocal = new URL(page.url()).pathname.startsWith('/_local');
  const html = (await response?.text()) ?? '';
  const policy = (await response?.headerValue('content-security-policy')) ?? '';
  return [
    ...(await structureFaults(page)),
    ...(await htmlFaults(html)).map((fault) => `HTML ${fault}`),
    // The local platform's own pages are never deployed; they carry their style in themselves.
    ...(isLocal || /default-src 'none'/.test(policy) ? [] : ['has no strict content security policy']),
    ...(/unsafe-inline|unsafe-eval/.test(policy) ? [`allows ${policy}`] : []),
    ...(await axeViolations(page)),
    ...(await sidewaysScroll(page)),
    ...(await keyboardFaults(page)),
  ];
};
