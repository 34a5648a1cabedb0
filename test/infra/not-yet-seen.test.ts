import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const [, list = ''] = readFileSync(join(import.meta.dirname, '../../docs/deploy.md'), 'utf8').split(
  '## Not yet seen on AWS',
);
const rows = list
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  .slice(1)
  .map((line) => {
    const [what = '', asserted = '', seen = ''] = line.slice(2, -2).split(' | ');
    const [, file = '', title = ''] = /^`([^`]+)`: (.*)$/.exec(asserted) ?? [];
    return { what, file, title, seen };
  });

describe('what docs/deploy.md lists as not yet seen on AWS', () => {
  it('is a list', () => {
    expect(rows.length).toBeGreaterThan(20);
  });

  it.each(rows)('rests on a test of the template: $what', ({ file, title, seen }) => {
    expect(readdirSync(import.meta.dirname)).toContain(file);
    expect(readFileSync(join(import.meta.dirname, file), 'utf8')).toContain(title);
    expect(seen).not.toBe('');
  });
});
