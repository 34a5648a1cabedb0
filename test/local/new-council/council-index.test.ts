import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { councilFolders, councilIndex } from '../../../local/new-council/council-index.ts';

const root = join(import.meta.dirname, '../../..');

describe('the index of councils', () => {
  it('is as `npm run new-council` writes it for the folders that there are', async () => {
    for (const [file, text] of Object.entries(councilIndex(await councilFolders(root)))) {
      expect(readFileSync(join(root, file), 'utf8'), file).toBe(text);
    }
  });

  it('names a council of two words as a module can', () => {
    expect(Object.values(councilIndex(['east-sussex'])).join()).toContain("'east-sussex': eastSussex,");
  });
});
