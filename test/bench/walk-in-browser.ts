/// <reference lib="dom" />
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startSite } from '../browser/browser.ts';
import { findBrowser } from '../browser/chromium.ts';
import { controls } from '../browser/in-page.ts';
import { walkForm } from '../browser/walk-form.ts';
import type { walks } from '../support/walked-people.ts';

/** A phone that many people have, in CSS pixels. */
const phone = { width: 390, height: 844 };

/** A page as somebody met it: how much it asks, how high it is on a phone, how long the server took over it, how many words stand on it. */
export type MetPage = {
  readonly name: string;
  readonly path: string;
  readonly fields: number;
  readonly words: number;
  readonly pixels: number;
  /** How far down one scrolls, in heights of the phone. */
  readonly screens: number;
  readonly serverMs: number;
};

/** What of a walk was looked at, and how many pages were opened in all: the list of parts comes back again and again. */
export type BrowserWalk = { readonly name: string; readonly pages: readonly MetPage[]; readonly opened: number };

/** Pages that are headed by the form’s own title are told apart by where they are. */
const nameOf = (path: string, heading: string): string => {
  if (path === '') return 'The council’s start page';
  if (path.startsWith('forms/')) return 'Before the form begins';
  return path === 'draft' ? 'The list of parts' : heading;
};

const met = async (page: Page, serverMs: number): Promise<MetPage> => {
  const fields = new Set((await page.evaluate(controls)).map(({ name }) => name));
  const { pixels, words, name } = await page.evaluate(() => ({
    pixels: document.documentElement.scrollHeight,
    words: (document.querySelector('main')?.innerText ?? '').split(/\s+/).filter(Boolean).length,
    name: (document.querySelector('h1')?.innerText ?? '').trim(),
  }));
  const path = new URL(page.url()).pathname.split('/').slice(2).join('/');
  return {
    name: nameOf(path, name),
    path,
    fields: fields.size,
    words,
    pixels,
    screens: pixels / phone.height,
    serverMs,
  };
};

/**
 * Walks people through their forms in a browser as narrow as a phone, and looks at each page once.
 *
 * @param pictures a folder for a picture of each page, if they are wanted
 */
export const walkInBrowser = async (people: typeof walks, pictures?: string): Promise<BrowserWalk[]> => {
  const search = await findBrowser();
  if ('missing' in search) throw new Error(search.missing);
  const site = await startSite(search.found);
  const walked: BrowserWalk[] = [];
  for (const { name, form, answers } of people) {
    const { page, context } = await site.newPage();
    await page.setViewportSize(phone);
    let serverMs = 0;
    page.on('requestfinished', (request) => {
      if (request.isNavigationRequest()) serverMs = request.timing().responseStart - request.timing().requestStart;
    });
    const pages: MetPage[] = [];
    const look = async (): Promise<void> => {
      const one = await met(page, serverMs);
      pages.push(one);
      if (pictures === undefined) return;
      const folder = join(pictures, name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'));
      await mkdir(folder, { recursive: true });
      const file = `${String(pages.length).padStart(2, '0')}-${one.path.replaceAll('/', '-')}.png`;
      await page.screenshot({ path: join(folder, file), fullPage: true, animations: 'disabled' });
    };
    await page.goto('/leicestershire');
    await look();
    await page.goto(`/leicestershire/forms/${form.id}`);
    const opened = await walkForm(page, form, answers, {
      beforeSending: () => site.platform.clock.forward('PT20M'),
      onPage: look,
    });
    walked.push({ name, pages, opened: opened.length + 1 });
    await context.close();
  }
  await site.stop();
  return walked;
};
