import { describe, expect, it } from 'vitest';
import { howFar, londonDayAndTime } from '../../../local/views/london.ts';

describe('londonDayAndTime', () => {
  it.each([
    { instant: '2026-03-29T00:59:00Z', words: 'Sunday 29 March 2026 at 00:59' },
    { instant: '2026-03-29T01:00:00Z', words: 'Sunday 29 March 2026 at 02:00' },
    { instant: '2026-07-20T23:30:00Z', words: 'Tuesday 21 July 2026 at 00:30' },
  ])('writes $instant as $words', ({ instant, words }) => {
    expect(londonDayAndTime(instant)).toBe(words);
  });
});

describe('howFar', () => {
  it.each([
    { instant: '2026-01-05T09:00:59Z', words: 'now' },
    { instant: '2026-01-05T09:01:00Z', words: 'in 1 minute' },
    { instant: '2026-01-06T08:59:59Z', words: 'in 23 hours' },
    { instant: '2026-01-06T09:00:00Z', words: 'in 1 day' },
    { instant: '2026-01-07T09:00:00Z', words: 'in 2 days' },
    { instant: '2026-01-05T07:00:00Z', words: '2 hours ago' },
  ])('says of $instant, seen from 09:00, "$words"', ({ instant, words }) => {
    expect(howFar('2026-01-05T09:00:00Z', instant)).toBe(words);
  });
});
