import type { Browser, PageSeen } from './browser-client.ts';

/** More pages than any form of a case has. */
const most = 80;

/**
 * Walks through a form of a case from where it begins, page by page, with what each page asks, to where its answers are checked; a form of one page
 * and a page that is wrong are where it stops. The page of a plan leads to its questions.
 *
 * @param values by the names of their fields; a page takes those that it asks
 */
export const walkCaseForm = async (
  browser: Browser,
  path: string,
  values: Iterable<readonly [string, string]>,
): Promise<PageSeen> => {
  const given = [...values];
  let page = await browser.open(path);
  for (const way of ['Start now', 'Go on with it', 'Answer the plan']) {
    if (new RegExp(`>\\s*${way}\\s*<`).test(page.html)) page = await browser.follow(way);
  }
  for (let at = 0; at < most; at += 1) {
    if (!/\/ask\/[\w-]+\/pages\//.test(page.path)) return page;
    browser.set(given);
    if (
      !/value="continue"[^>]*>\s*Continue\s*</.test(
        page.html.replace(/<button class="careway-unseen".*?<\/button>/s, ''),
      )
    )
      return page;
    page = await browser.press('Continue');
    if (page.status >= 400) return page;
  }
  throw new Error(`${path} has no end`);
};

/** The same, and sends it: by the button of the page where the answers are checked, or of its only page. */
export const sendCaseForm = async (
  browser: Browser,
  path: string,
  values: Iterable<readonly [string, string]>,
  send: string,
): Promise<PageSeen> => {
  await walkCaseForm(browser, path, values);
  return browser.press(send);
};
