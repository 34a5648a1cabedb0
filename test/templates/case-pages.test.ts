import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { asset, assetUrl } from '../../templates/assets.ts';
import { casePages, returnPages } from './case-page-examples.ts';
import { everyCouncilHere } from './every-page.ts';
import { codeInPage, htmlFaults } from './html-faults.ts';

const pages = everyCouncilHere.flatMap((council) =>
  Object.entries({ ...returnPages(council), ...casePages(council) }).map(([name, html]) => ({
    name,
    slug: council.slug,
    html,
  })),
);

describe('every page of a case and of coming back', () => {
  it.each(pages)(
    '$name of $slug is valid, accessible HTML with one h1 and no script of its own',
    async ({ html }) => {
      expect(await htmlFaults(html)).toEqual([]);
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html).not.toMatch(codeInPage);
      expect(html).not.toMatch(/undefined|\[object/);
    },
    20_000,
  );

  it('is under 42 KB compressed with its stylesheet and script', () => {
    const own = (['careway.css', 'careway.js'] as const).map(
      (name) => asset(assetUrl(name).replace('/assets/', ''))?.body ?? '',
    );
    const shared = own.reduce((sum, body) => sum + gzipSync(body).length, 0);
    const weights = pages.map(({ name, slug, html }) => ({
      page: `${slug} ${name}`,
      bytes: shared + gzipSync(html).length,
    }));

    expect(Math.min(...own.map(({ length }) => length))).toBeGreaterThan(1000);
    expect(weights.filter(({ bytes }) => bytes >= 42 * 1024)).toEqual([]);
  });

  it('says “Error” in its title where something is wrong, and nowhere else', () => {
    for (const { name, html } of pages) {
      expect(/<title>Error: /.test(html), name).toBe(name.endsWith(', wrong'));
    }
  });
});
