import { describe, expect, it } from 'vitest';
import { movingPictures } from '../../templates/moving-pictures.ts';

const each = movingPictures.map(([name, files]) => ({ name, ...files }));

/** When the last part of a drawing comes to rest, in seconds after it is shown. */
const restsAfter = (svg: string): number => {
  const takes = [...svg.matchAll(/animation:\w+ ([\d.]+)s/g)].map(([, seconds]) => Number(seconds));
  const waits = [...svg.matchAll(/animation-delay:([\d.]+)s/g)].map(([, seconds]) => Number(seconds));
  return Math.max(...takes) + Math.max(...waits);
};

describe('a drawing that moves', () => {
  it.each(each)('$name is light, and refers to nothing', ({ moving, still }) => {
    for (const svg of [moving, still]) {
      expect(Buffer.byteLength(svg)).toBeLessThan(2_000);
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 312 96"[^>]*>.*<\/svg>$/);
      expect(svg).not.toMatch(/href|url\(|<script|<animate|NaN|undefined/);
    }
  });

  it.each(each)('$name moves once, for less than 5 seconds', ({ moving }) => {
    expect(restsAfter(moving)).toBeGreaterThan(1);
    expect(restsAfter(moving)).toBeLessThan(5);
    expect(moving).not.toMatch(/infinite|iteration/);
  });

  it.each(each)('$name ends as the one that stands still', ({ moving, still }) => {
    const style = /<style>.*<\/style>/.exec(moving)?.[0] ?? '';

    expect(moving.replace(style, '')).toBe(still);
    // The frames say only from where a part comes, and nothing else hides it.
    expect(style.slice(style.indexOf('@keyframes'))).toBe(
      '@keyframes c{from{opacity:0;transform:translateX(-24px)}}@keyframes t{from{stroke-dashoffset:60}}</style>',
    );
    expect(still).not.toMatch(/<style|opacity|stroke-dash|display|visibility|hidden/);
  });
});
