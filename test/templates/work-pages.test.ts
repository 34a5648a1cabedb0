import { describe, expect, it } from 'vitest';
import { drawnSection } from '../support/drawn-section.ts';
import { everyList } from '../support/every-list.ts';
import { council } from './fixtures.ts';
import { htmlFaults } from './html-faults.ts';

const sections = everyList
  .filter(({ audience }) => audience === 'staff')
  .flatMap((list) => list.sections.map(({ id }) => ({ list, id: list.id, part: id })));

describe('a section of the work of staff', () => {
  it.each(sections)('is whole and accessible HTML: $id, $part', async ({ list, part }) => {
    expect(await htmlFaults(drawnSection(council, list, { part }))).toEqual([]);
  });
});
