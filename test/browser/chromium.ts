import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** A browser that can be started: its program, and the environment that it needs beside our own. */
export type FoundBrowser = { readonly path: string; readonly env: Readonly<Record<string, string>> };

/** Which browser is used, or why there is none, in one line. */
export type BrowserSearch = { readonly found: FoundBrowser } | { readonly missing: string };

/** Root may not use the sandbox, and pages here are our own. Nothing but this machine has a name for it. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  '--font-render-hinting=none',
];

/** Starts it. Screens are headless; nothing of the browser leaves this machine. */
export const launch = ({ path, env }: FoundBrowser): Promise<Browser> =>
  chromium.launch({ executablePath: path, args: flags, env: { ...process.env, ...env } });

/**
 * The browser of this machine: the one that `CAREWAY_BROWSER` names, or else the one that `@sparticuz/chromium` carries,
 * unpacked once into `node_modules/.cache`. It is started once to know that it works.
 */
export const findBrowser = async (): Promise<BrowserSearch> => {
  const named = process.env.CAREWAY_BROWSER;
  if (named) return tried([{ path: named, env: {} }], `CAREWAY_BROWSER=${named}`);
  try {
    const folder = await unpacked();
    const path = join(folder, 'chromium');
    const env = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
    // The second brings the system libraries that a bare machine lacks; where there are some, its own fit better.
    const libraries = { ...env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
    return await tried(
      [
        { path, env },
        { path, env: libraries },
      ],
      'The browser that npm carries',
    );
  } catch (error) {
    return { missing: `The browser that npm carries could not be unpacked: ${firstLine(error)}` };
  }
};

const tried = async (candidates: readonly FoundBrowser[], name: string): Promise<BrowserSearch> => {
  let reason = '';
  for (const found of candidates) {
    try {
      const browser = await launch(found);
      await browser.close();
      return { found };
    } catch (error) {
      reason = firstLine(error);
    }
  }
  return { missing: `${name} does not start here: ${reason}` };
};

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/** The folder with the browser, its libraries and a font, so that a page looks the same on every machine. */
const unpacked = async (): Promise<string> => {
  const carried = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(await readFile(join(carried, 'package.json'), 'utf8')) as { version: string };
  const folder = join(import.meta.dirname, '../../node_modules/.cache/careway-browser', version);
  if (existsSync(folder)) return folder;
  const part = `${folder}.${process.pid}`;
  await mkdir(part, { recursive: true });
  // The package unpacks into the temporary folder, where a half-written browser would be taken for a whole one.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = part;
  try {
    const { default: packed, inflate } = await import('@sparticuz/chromium');
    await Promise.all([packed.executablePath(), inflate(join(carried, 'bin/al2023.tar.br'))]);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  await writeFile(join(part, 'fonts.conf'), fonts(folder));
  // Another run may have been quicker; its folder is as good.
  await rename(part, folder).catch(() => rm(part, { recursive: true, force: true }));
  return folder;
};

/** The carried font comes first; signs that it lacks, such as ✓, come from the system where it has any. */
const fonts = (folder: string): string => {
  const first = ['sans-serif', 'system-ui', 'Arial'].map(
    (name) =>
      `<match><test name="family"><string>${name}</string></test><edit name="family" mode="prepend" binding="strong"><string>Open Sans</string></edit></match>`,
  );
  const folders = [`${folder}/fonts`, '/usr/share/fonts', '/usr/local/share/fonts'].map((one) => `<dir>${one}</dir>`);
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.join('')}<cachedir>${folder}/fonts-cache</cachedir>${first.join('')}</fontconfig>`;
};
