import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { councilFolders, councilIndex } from '../../../local/new-council/council-index.ts';
import { fileText } from '../../../local/new-council/file-text.ts';
import { slugFault } from '../../../local/new-council/slug.ts';

const root = join(import.meta.dirname, '../../..');

describe('the index of councils', () => {
  it('is as the folders that there are', async () => {
    for (const [file, text] of Object.entries(councilIndex(await councilFolders(root)))) {
      expect(readFileSync(join(root, file), 'utf8'), file).toBe(text);
    }
  });

  it('names a council of two words, and one that is called as a word of JavaScript, as a module can', () => {
    const index = Object.values(
      councilIndex([
        { slug: 'east-sussex', languages: [] },
        { slug: 'new', languages: ['cy', 'zh-Hant'] },
      ]),
    ).join();

    expect(index).toContain("'east-sussex': ofEastSussex,");
    expect(index).toContain("import ofNew from '../../councils/new/council.json'");
    expect(index).toContain("new: { cy: ofNewCy, 'zh-Hant': ofNewZhHant },");
  });
});

describe('the name of a council in addresses', () => {
  it.each(['rutland', 'east-sussex', 'staffordshire-moorlands'])('may be %s', (slug) => {
    expect(slugFault(slug)).toBeUndefined();
  });

  it.each(['Rutland', '..', '../x', 'st.ives', 'rut land', '-rutland', 'a'.repeat(41), '_local', ''])(
    'may not be “%s”, and what is allowed is said',
    (slug) => {
      expect(slugFault(slug)).toMatch(/small letters and hyphens, at most 40, such as rutland$/);
    },
  );

  it.each(['staff', 'health', 'assets', 'support', 'journey', 'case', 'draft'])(
    'may not be %s, which is in the address of pages',
    (slug) => {
      expect(slugFault(slug)).toContain('pages have this word in their address');
    },
  );
});

describe('the text of a file that is made', () => {
  it('has a list of words on one line where it fits, as the check wants it', () => {
    const long = Array.from({ length: 30 }, (_, at) => `LE${at}`);
    const text = fileText({ short: ['LE15', 'a "b" [c]'], long, none: [], of: [{ a: 1 }] });

    expect(text).toContain('  "short": ["LE15", "a \\"b\\" [c]"],\n');
    expect(text).toContain('  "long": [\n    "LE0",\n');
    expect(text).toContain('  "none": [],\n');
    expect(JSON.parse(text)).toEqual({ short: ['LE15', 'a "b" [c]'], long, none: [], of: [{ a: 1 }] });
  });
});
