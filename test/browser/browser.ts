import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import type { PlatformOptions } from '../../local/platform.ts';
import { everyCouncil } from '../../services/runtime/councils.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { type FoundBrowser, launch } from './chromium.ts';

/** How a page is opened. */
export type PageOptions = {
  /** @default true */
  readonly javaScript?: boolean;
  /** Of the window, in CSS pixels at zoom 1. @default 1280 */
  readonly width?: number;
  /** 4 for 400 %: the page then has a quarter of the width, each pixel four times as large. @default 1 */
  readonly zoom?: number;
};

const height = 1024;

/** A page with what went wrong behind it: messages on the console, errors of scripts, requests that failed or left this site. */
export type OpenedPage = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: string[];
  /** The answer that the page was made of. */
  readonly document: () => Response | null;
};

/**
 * A real browser before the whole platform in memory, its clock standing still. Each page has a browser context of its own, so
 * cookies are shared by none. Stop it after use.
 *
 * @param home the council that `client`, `token` and `member` speak of
 */
export const startSite = async (found: FoundBrowser, options: Partial<PlatformOptions> = {}, home?: string) => {
  const [platform, browser]: [TestPlatform, Browser] = await Promise.all([
    startTestPlatform({ councils: everyCouncil(), ...options }, home),
    launch(found),
  ]);

  const newPage = async ({ javaScript = true, width = 1280, zoom = 1 }: PageOptions = {}): Promise<OpenedPage> => {
    const context = await browser.newContext({
      javaScriptEnabled: javaScript,
      viewport: { width: width / zoom, height: height / zoom },
      deviceScaleFactor: zoom,
      baseURL: platform.url,
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(30_000);
    const faults: string[] = [];
    await context.route(
      (url) => url.origin !== platform.url,
      (route) => {
        faults.push(`asks ${route.request().url()} of another host`);
        return route.abort();
      },
    );
    const page = await context.newPage();
    page.on('console', (message) => {
      // The browser notes the status of every page that is not 200; what a page should answer is its test's matter.
      const isStatus = message.text().startsWith('Failed to load resource') && message.location().url === page.url();
      if (message.type() === 'error' && !isStatus) faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      // Going on to another page while one is loading is no fault of either.
      if (reason !== 'net::ERR_ABORTED') faults.push(`${request.url()} failed: ${reason}`);
    });
    let document: Response | null = null;
    page.on('response', (response) => {
      if (response.frame() === page.mainFrame() && response.request().isNavigationRequest()) document = response;
      if (response.status() >= 400 && response.request().resourceType() !== 'document')
        faults.push(`${response.url()} answered ${response.status()}`);
    });
    return { page, context, faults, document: () => document };
  };

  return {
    ...platform,
    browser,
    newPage,
    /** A page at this path. */
    async openPage(path: string, options: PageOptions = {}): Promise<OpenedPage> {
      const opened = await newPage(options);
      await opened.page.goto(path);
      return opened;
    },
    async stop(): Promise<void> {
      await browser.close();
      await platform.stop();
    },
  };
};

export type Site = Awaited<ReturnType<typeof startSite>>;
