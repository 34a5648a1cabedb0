import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../services/casework/csv.ts';

describe('a table as CSV', () => {
  it.each([
    { text: '=1+1', cell: `"'=1+1"` },
    { text: '+44 116 496', cell: `"'+44 116 496"` },
    { text: '-2', cell: `"'-2"` },
    { text: '@SUM(A1)', cell: `"'@SUM(A1)"` },
    { text: '\tx', cell: `"'\tx"` },
    { text: '\rx', cell: `"'\rx"` },
    { text: 'He said "no", and left', cell: '"He said ""no"", and left"' },
    { text: 'two\nlines', cell: '"two\nlines"' },
    { text: 'O’Brien', cell: '"O’Brien"' },
  ])('writes $text so that no spreadsheet runs it or takes it apart', ({ text, cell }) => {
    expect(csvOf([[text]])).toBe(`\uFEFF${cell}\r\n`);
  });

  it('keeps numbers as numbers, a negative one too', () => {
    expect(csvOf([['Open', 12, -3]])).toBe('\uFEFF"Open",12,-3\r\n');
  });
});
