import type { TestProject } from 'vitest/node';
import { type FoundBrowser, findBrowser } from './chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The browser of this machine; undefined skips every test of the suite. */
    browser: FoundBrowser | undefined;
  }
}

/** Looks for a browser once for all files. Where none works, one line says so and the suite is skipped. */
export const setup = async (project: TestProject): Promise<void> => {
  const search = await findBrowser();
  if ('missing' in search)
    console.log(`Browser tests are skipped. ${search.missing}. Name another with CAREWAY_BROWSER.`);
  project.provide('browser', 'found' in search ? search.found : undefined);
};
