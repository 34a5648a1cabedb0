import { everyForm } from '../../schemas/forms/every-form.ts';
import { routes } from '../../schemas/routes.ts';
import type { Site } from './browser.ts';
import { hrefs, mainPart } from './in-page.ts';
import { pageFaults } from './page-checks.ts';

/** A page that was visited: where, under which title, and what is wrong with it. */
export type Visited = { readonly path: string; readonly title: string; readonly faults: readonly string[] };

/** Another reading of the page on which its link stands. */
const otherWords = (search: string): boolean => new URLSearchParams(search).has('words');

/** The way to another site, which is no page of ours. */
const leaves = (path: string): boolean => path.endsWith('/exit');

/** Values for the `{names}` in the paths of routes. A route with another name is reached by links, or by the walk through a form. */
export type Parameters = Readonly<Record<string, readonly string[]>>;

/** The addresses of every page that somebody may open directly, made of the routes. Files are no pages, nor is the way to another site. */
export const knownPaths = (parameters: Parameters): string[] =>
  routes
    .filter(
      ({ site, method, path }) => site === 'public' && method === 'GET' && !path.startsWith('/assets') && !leaves(path),
    )
    .flatMap(({ path }) => {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      return names.reduce<string[]>(
        (paths, name) =>
          paths.flatMap((one) => (parameters[name] ?? []).map((value) => one.replace(`{${name}}`, value))),
        [path],
      );
    });

/** The forms that the public fills in. */
export const publicForms = everyForm.filter(({ audience }) => audience === 'public');

/**
 * Visits these pages and every page of this site that they lead to, and checks each one.
 *
 * @param within which paths are followed; the rest is another crawl's
 * @param easyRead whether each page is read in Easy Read as well. It is the same page in all councils, so that one council's crawl does it
 */
export const crawl = async (
  { newPage, url }: Pick<Site, 'newPage' | 'url'>,
  from: readonly string[],
  within: (path: string) => boolean,
  easyRead = false,
): Promise<Visited[]> => {
  const { page, context, faults } = await newPage();
  const [seen, waiting, visited]: [Set<string>, string[], Visited[]] = [new Set(), [...from], []];
  const linkedFrom = new Map<string, string>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    faults.length = 0;
    const response = await page.goto(path);
    const status = response?.status() ?? 0;
    const found =
      status >= 400 && linkedFrom.has(path) ? [`answers ${status}, linked from ${linkedFrom.get(path)}`] : [];
    // JSON is shown by the browser's own means.
    if (!(await response?.headerValue('content-type'))?.startsWith('text/html')) continue;
    // Several addresses may lead to the same page, such as the one where people sign in.
    const shown = await page.evaluate(mainPart);
    if (seen.has(shown) && found.length === 0) continue;
    seen.add(shown);
    found.push(...(await pageFaults(page, response)), ...faults);
    if (status >= 500) found.push(`answers ${status}`);
    visited.push({ path, title: await page.title(), faults: found });
    for (const href of await page.evaluate(hrefs)) {
      if (/^(tel|mailto|#)/.test(href)) continue;
      const target = new URL(href, page.url());
      const next = target.pathname + target.search;
      if (leaves(target.pathname)) continue;
      // The way back to the plain words leads to what was visited, and a page that is not there is not there in easy words.
      if (otherWords(target.search) && (!easyRead || status >= 400 || target.search.includes('words=plain'))) continue;
      if (target.origin === url && within(target.pathname)) {
        waiting.push(next);
        if (!linkedFrom.has(next)) linkedFrom.set(next, path);
      } else if (target.origin !== url && target.protocol !== 'https:') found.push(`links to ${href}`);
    }
  }
  await context.close();
  return visited;
};

/** What is wrong with visited pages, each fault with its page; titles that two pages share too. Two mails may share a subject. */
export const faultsOf = (visited: readonly Visited[]): string[] => {
  // A page in easy words has the title that it has in plain ones.
  const sharing = Map.groupBy(
    visited.filter(({ path }) => !otherWords(path.split('?')[1] ?? '')),
    ({ title }) => title,
  );
  const pathname = (path: string) => path.split('?')[0];
  return visited.flatMap(({ path, title, faults }) => {
    const [first] = sharing.get(title) ?? [];
    const isSame =
      first === undefined || otherWords(path.split('?')[1] ?? '') || pathname(first.path) === pathname(path);
    const shared = !isSame ? [`has the title of ${first.path}: ${title}`] : [];
    return [...faults, ...shared].map((fault) => `${path} ${fault}`);
  });
};
