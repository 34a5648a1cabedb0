import { describe, expect, it } from 'vitest';
import { tidied } from '../../schemas/answer-kinds.ts';
import { typedSearch } from '../../schemas/find.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';

const name = needsAssessment.sections
  .flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))
  .find(({ id }) => id === 'firstName');
if (name === undefined) throw new Error('The form asks for a first name');

const invisible = [
  { what: 'a zero-width space', of: '\u200B' },
  { what: 'joiners alone', of: '\u200C\u200D' },
  { what: 'marks of a direction', of: '\u200E\u200F\u202A\u202C\u061C' },
  { what: 'isolating marks alone', of: '\u2066\u2069' },
  { what: 'no-break spaces', of: '\u00A0\u202F' },
  { what: 'soft hyphens', of: '\u00AD' },
  { what: 'Hangul fillers', of: '\u3164\u115F\u1160\uFFA0' },
  { what: 'a braille blank', of: '\u2800' },
  { what: 'a byte order mark', of: '\uFEFF' },
  { what: 'word joiners', of: '\u2060\u2063' },
  { what: 'a Mongolian separator', of: '\u180E' },
  { what: 'tags', of: '\u{E0041}' },
  { what: 'all of them', of: ' \u200B\u3164\u00A0\u2800\u200F ' },
];

describe('a text that was typed', () => {
  it.each(invisible)('is empty where it is $what', ({ of }) => {
    expect(tidied(name, of)).toBeUndefined();
    expect(typedSearch.parse({ words: of }).words).toBe('');
  });

  it.each(invisible.filter(({ what }) => !/alone|no-break|all of/.test(what)))('loses $what', ({ of }) => {
    expect(tidied(name, `Ro${of}se${of}`)).toBe('Rose');
  });

  it.each(['نی‌لوفر', 'ক্‍ষ', '👩‍🦽', 'José'])('%s stays as it is', (text) => {
    expect(tidied(name, text)).toBe(text);
  });
});
