import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const sections = readFileSync(join(root, 'docs/local-runtime.md'), 'utf8').split(/^## /m);
const section = (title: string) => sections.find((text) => text.startsWith(title)) ?? '';

/** The ticks of a section: the file is named in the row, or in the head of its table. */
function ticksOf(text: string): { file: string; title: string }[] {
  let head = '';
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('| |')) head = /`([^`]+\.test\.ts)`/.exec(line)?.[1] ?? '';
    if (!line.startsWith('| [x]')) return [];
    const cell = line.split(' | ')[2]?.replace(/ \|$/, '') ?? '';
    const named = /^`([^`]+)`: (.*)$/.exec(cell);
    return [{ file: named ? `stepfunctions/${named[1]}` : head, title: named?.[2] ?? cell }];
  });
}

describe('docs/local-runtime.md', () => {
  const ticks = [
    ...ticksOf(section('Data folder')),
    ...ticksOf(section('Clock')),
    ...ticksOf(section('Step Functions')),
  ];

  it('has at least 50 ticks', () => {
    expect(ticks.length).toBeGreaterThanOrEqual(50);
  });

  it.each(ticks)('names a test that exists for $title', ({ file, title }) => {
    expect(readFileSync(join(root, 'test/local', file), 'utf8')).toContain(title);
  });
});
