import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeViolations, sidewaysScroll } from './page-checks.ts';

/** Fails with each violation and its target. WCAG 2.2 at level AA. */
export const expectNoAxeViolations = async (page: Page): Promise<void> => expect(await axeViolations(page)).toEqual([]);

/** Fails where the page is wider than 320 CSS pixels, which is 1,280 at 400 % zoom. */
export const expectNoSidewaysScroll = async (page: Page): Promise<void> =>
  expect(await sidewaysScroll(page)).toEqual([]);
