import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { councilFolders, councilIndex } from '../../../local/new-council/council-index.ts';

const root = join(import.meta.dirname, '../../..');

describe('the index of councils', () => {
  it('is as `npm run new-council` writes it for the folders that there are', async () => {
    const file = join(root, 'services/runtime/council-index.ts');

    expect(readFileSync(file, 'utf8')).toBe(councilIndex(await councilFolders(root)));
  });

  it('names a council of two words as a module can', () => {
    expect(councilIndex(['east-sussex'])).toContain("'east-sussex': eastSussex,");
  });
});
