import type { Page } from 'playwright-core';
import type { Site } from './browser.ts';
import { enter } from './work-by-pages.ts';

/** Draws what staff see of a case that has just come in: their work, the task, one of its sections, the case. */
export const drawStaff = async (
  site: Site,
  page: Page,
  reference: string,
  draw: (name: string, height?: number) => Promise<void>,
): Promise<void> => {
  const council = 'leicestershire';
  const { id } = await site.client.waitForTask('contact-officer', reference, 'triage-request');
  const { name } = site.member('contact-officer');
  await enter(page, `/${council}/staff/tasks`, name);
  await page.goto(`/${council}/staff/tasks?whose=unclaimed`);
  await draw('staff-work', 800);
  await page.goto(`/${council}/staff/tasks/${id}`);
  await draw('staff-task', 1000);
  await page.goto(`/${council}/staff/tasks/${id}/sections/priority`);
  await draw('staff-section', 1000);
  await page.goto(`/${council}/staff/cases/${reference}`);
  await draw('staff-case', 1000);
};
