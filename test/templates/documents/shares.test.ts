import { describe, expect, it } from 'vitest';
import { copyPdf } from '../../../templates/documents/pdf.ts';
import { type Share, sharesBlock } from '../../../templates/documents/shares.ts';
import { render } from '../../../templates/environment.ts';

const paid = (person: number | undefined, council: number | undefined, ...more: Share[]): readonly Share[] => [
  { label: 'You pay', payer: 'person', pence: person },
  { label: 'The council pays', payer: 'council', pence: council },
  ...more,
];
const drawn = (shares: readonly Share[], total?: number) => {
  const block = sharesBlock('Each week', 'What it costs', shares, total);
  return block.kind === 'shares' ? block.rows : [];
};
const bars = (shares: readonly Share[], total?: number) =>
  drawn(shares, total).map(({ bar }) => bar && [bar.from, bar.width]);

describe('the picture of what is paid', () => {
  it('has the exact pence of the record, and the cost as their sum', () => {
    expect(drawn(paid(4155, 14745)).map(({ label, amount }) => [label, amount])).toEqual([
      ['What it costs', '£189.00'],
      ['You pay', '£41.55'],
      ['The council pays', '£147.45'],
    ]);
  });

  it('draws each part where the one before it ends, and together they are the whole', () => {
    expect(bars(paid(4155, 14745))).toEqual([
      [0, 1000],
      [0, 220],
      [220, 780],
    ]);
    const four = paid(
      10_000,
      20_000,
      { label: 'Put off until later', payer: 'later', pence: 30_000 },
      { label: 'Top-up', payer: 'top-up', pence: 40_000 },
    );
    expect(bars(four)).toEqual([
      [0, 1000],
      [0, 100],
      [100, 200],
      [300, 300],
      [600, 400],
    ]);
  });

  it.each([
    { what: 'who pays nothing', shares: paid(0, 18_900), expected: [[0, 1000], undefined, [0, 1000]] },
    { what: 'who pays the full cost', shares: paid(18_900, 0), expected: [[0, 1000], [0, 1000], undefined] },
    {
      what: 'of whom nothing is worked out yet',
      shares: paid(undefined, undefined),
      expected: [undefined, undefined, undefined],
    },
    { what: 'for whom all is free', shares: paid(0, 0), expected: [undefined, undefined, undefined] },
  ])('never lies to someone $what', ({ shares, expected }) => {
    expect(bars(shares)).toEqual(expected);
  });

  it('draws nothing where the parts are not the cost, and says what is not worked out', () => {
    expect(bars(paid(4155, 14_745), 20_000)).toEqual([undefined, undefined, undefined]);
    expect(drawn(paid(undefined, undefined), 18_900).map(({ amount }) => amount)).toEqual([
      '£189.00',
      'Not worked out yet',
      'Not worked out yet',
    ]);
  });

  it('keeps each bar within half a hundredth of its share, however small: a penny is seen', () => {
    for (let person = 1; person < 100_000; person += 997) {
      const all = 100_000;
      for (const [index, bar] of bars(paid(person, all - person))
        .slice(1)
        .entries()) {
        const exact = ((index === 0 ? person : all - person) * 1000) / all;
        expect(Math.abs((bar?.[1] ?? 0) - exact)).toBeLessThanOrEqual(4);
        expect((bar?.[0] ?? 0) + (bar?.[1] ?? 0)).toBeLessThanOrEqual(1000);
      }
    }
    expect(bars(paid(1, 99_999))[1]).toEqual([0, 4]);
  });

  it('is a table for a screen reader: the bars are hidden from it, and the PDF passes over them', async () => {
    const copy = {
      id: 'x',
      title: 'What you pay',
      councilName: 'A council',
      reference: 'K7M-29QX-T4F',
      facts: [],
      blocks: [sharesBlock('Each week', 'What it costs', paid(4155, 14_745))],
    };
    const html = render('documents/all-copies.njk', {
      councilName: 'A council',
      reference: 'K7M-29QX-T4F',
      madeOn: 'today',
      copies: [copy],
    });
    expect(html.match(/<svg[^>]*aria-hidden="true"/g)).toHaveLength(3);
    expect(html).toMatch(/<th scope="row"[^>]*>You pay\s*<svg/);
    expect((await copyPdf(copy, new Date('2026-01-05T10:00:00Z'))).length).toBeGreaterThan(1000);
  });
});
