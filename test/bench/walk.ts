/**
 * Prints how much each example person is asked, before and now, with the minutes that it is reckoned to take, and fails where it is more than it
 * may be. `npm run walk`
 *
 * `npm run walk -- --browser` walks five of them through a browser as narrow as a phone, prints each page, and writes the tables of
 * `docs/walks.md`; `--pictures FOLDER` keeps a picture of each page besides.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FormSize } from '../../domain/forms/form-size.ts';
import { overCeiling, walks } from '../support/walked-people.ts';
import { type BrowserWalk, walkInBrowser } from './walk-in-browser.ts';

const { values } = parseArgs({ options: { browser: { type: 'boolean' }, pictures: { type: 'string' } } });

/** Those who are walked in a browser: for oneself, for a mother, for a patient, for herself as a carer, and both together. */
const five = ['two from day to day', 'a daughter', 'a ward nurse', 'for herself', 'Joint: five and three'];

const cell = (size: FormSize | undefined): string =>
  size === undefined ? 'none' : `${size.pages} / ${size.fields} / ${size.longTexts} (${size.mustWrite})`;

const counts = [
  'Pages / fields / long texts (those that must be written); minutes as they are told to people',
  '',
  '| Who | Before | Now | At most | Minutes |',
  '| --- | --- | --- | --- | ---: |',
  ...walks.map(({ name, before, now, ceiling, minutes }) => {
    const most = ceiling ? `${ceiling.pages} / ${ceiling.fields} (${ceiling.mustWrite})` : '';
    return `| ${name} | ${cell(before)} | ${cell(now)} | ${most} | ${minutes} |`;
  }),
].join('\n');
console.log(counts);

const middle = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

const table = ({ name, pages, opened }: BrowserWalk): string => {
  const asked = pages.filter(({ fields }) => fields > 0);
  return [
    `### ${name}`,
    '',
    `${opened} pages opened, the list of parts among them; a page of questions is ${middle(asked.map(({ pixels }) => pixels))} px high at the middle and ${Math.max(...asked.map(({ pixels }) => pixels))} px at most; the server takes ${middle(pages.map(({ serverMs }) => serverMs)).toFixed(0)} ms at the middle.`,
    '',
    '| Page | Fields | Words | Height, px | Screens | Server, ms |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...pages.map(
      (page) =>
        `| ${page.name} | ${page.fields} | ${page.words} | ${page.pixels} | ${page.screens.toFixed(1)} | ${page.serverMs.toFixed(0)} |`,
    ),
  ].join('\n');
};

if (values.browser) {
  const people = walks.filter(({ name }) => five.some((part) => name.includes(part)));
  const walked = (await walkInBrowser(people, values.pictures)).map(table).join('\n\n');
  console.log(`\n${walked}`);
  const path = join(import.meta.dirname, '../../docs/walks.md');
  const [begin, end] = ['<!-- written by `npm run walk -- --browser` -->', '<!-- until here -->'];
  const text = await readFile(path, 'utf8');
  const [before = '', rest = ''] = text.split(begin);
  const after = rest.split(end)[1] ?? '\n';
  await writeFile(path, `${before}${begin}\n\n${counts}\n\n## Page by page, at 390 px\n\n${walked}\n\n${end}${after}`);
}

const over = walks.flatMap((walk) => overCeiling(walk).map((what) => `${walk.name}: ${what}`));
for (const one of over) console.error(`Too long. ${one}`);
process.exitCode = over.length > 0 ? 1 : 0;
