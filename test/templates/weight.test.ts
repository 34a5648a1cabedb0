import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pageByPage } from '../../domain/forms/page-by-page.ts';
import { applicationForms } from '../../schemas/forms/application-forms.ts';
import { asset } from '../../templates/assets.ts';
import { questionPage } from '../../templates/pages/draft-pages.ts';
import { everyCouncilHere } from './every-page.ts';

const [council] = everyCouncilHere;

const assetWeights = new Map<string, number>();
/** A file compressed, in bytes; most pages have the same. */
const assetWeight = (file: string): number => {
  const known = assetWeights.get(file) ?? gzipSync(asset(file)?.body ?? '').length;
  assetWeights.set(file, known);
  return known;
};

/** Everything that a browser asks for to show a page that it sees for the first time, compressed, in bytes. */
const weight = (html: string): number => {
  const files = new Set([...html.matchAll(/(?:href|src)="\/assets\/([^"]+)"/g)].map(([, file = '']) => file));
  return [...files].reduce((sum, file) => sum + assetWeight(file), gzipSync(html).length);
};

/** Every page of every application form, in plain words or in Easy Read. */
const pages = (easyRead: boolean) =>
  [...applicationForms.values()].map(pageByPage).flatMap((form) =>
    form.sections.flatMap((section) =>
      section.pages.map((page) => {
        if (council === undefined) throw new Error('There is no council');
        const visit = { section, page, questions: page.questions };
        const html = questionPage({
          council,
          form,
          visit,
          values: {},
          problems: [],
          csrf: 'c',
          seen: 's',
          back: '/',
          easyRead,
        });
        return { page: `${form.id} ${page.id}`, bytes: weight(html) };
      }),
    ),
  );

describe('a page of questions with its stylesheets, script and drawings', () => {
  it.each([
    { words: 'plain words', easyRead: false },
    { words: 'Easy Read', easyRead: true },
  ])('is under 40 KB compressed in $words, every one', ({ words, easyRead }) => {
    const weighed = pages(easyRead).toSorted((a, b) => b.bytes - a.bytes);

    console.log(`Heaviest page in ${words}: ${weighed[0]?.page}, ${((weighed[0]?.bytes ?? 0) / 1024).toFixed(1)} KB`);
    expect(weighed.length).toBeGreaterThan(150);
    expect(weighed.filter(({ bytes }) => bytes >= 40 * 1024 || bytes < 20 * 1024)).toEqual([]);
  });
});
