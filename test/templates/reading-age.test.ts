import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hardestSentences } from '../support/reading-age.ts';
import { readingAges, readingAgeTable } from './reading-ages.ts';

/** The age that the service aims at. A page above it is written again, shorter. */
const highestAge = 9;

const firstCells = (table: string): string[] =>
  table.split('\n').flatMap((line) => /^\| ([^|]+) \|/.exec(line)?.[1] ?? []);

describe('the reading age', () => {
  it(`is at most ${highestAge} for every page and email of every council`, () => {
    const tooHard = readingAges.filter(({ age }) => age > highestAge);

    expect(
      tooHard.map(({ council, page, age, markup }) => ({ council, page, age, look: hardestSentences(markup, 5) })),
    ).toEqual([]);
  });

  it('was measured on words, not on an empty page', () => {
    expect(readingAges.filter(({ words }) => words < 20).map(({ page, council }) => `${council} ${page}`)).toEqual([]);
  });

  it('is reported in docs/reading-age.md for every page and email that there is', () => {
    const report = readFileSync(new URL('../../docs/reading-age.md', import.meta.url), 'utf8');

    expect(firstCells(report)).toEqual(firstCells(readingAgeTable()));
  });
});
