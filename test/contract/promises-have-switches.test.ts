import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { everyCouncil } from '../acceptance/promises/every-council.ts';

const root = join(import.meta.dirname, '../..');

it.each(Object.entries(everyCouncil))('what keeps a promise of %s can be switched off where it says', (_, { rows }) => {
  const unfit = Object.entries(rows).flatMap(([id, { off, lacking }]) => {
    if (off === undefined) return lacking ? [] : [`${id} has no switch`];
    const found = readFileSync(join(root, off.file), 'utf8').split(off.find).length - 1;
    return found === 1 ? [] : [`${id}: stands ${found} times in ${off.file}`];
  });

  expect(unfit).toEqual([]);
});

it.each(Object.entries(everyCouncil))(
  'a test of %s stands where a switched-off promise is looked for',
  (council, { rows }) => {
    // One council's promises may fill two files: both begin with its name, which is what the run names.
    const tests = globSync(`test/acceptance/${council}*.test.ts`, { cwd: root })
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n');

    expect(
      Object.entries(rows).flatMap(([id, { lacking }]) =>
        lacking?.kept === 'not' || tests.includes(`'${id}'`) ? [] : [id],
      ),
    ).toEqual([]);
  },
);
