import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acrossTheBorder } from '../../local/lambda.ts';

const throughText = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

describe('acrossTheBorder', () => {
  it('makes of anything what writing it as JSON and reading it again makes', () => {
    const anything = fc.anything({ withDate: true, withBigInt: false, withNullPrototype: true, withSparseArray: true });

    fc.assert(
      fc.property(anything, (value) => {
        expect(acrossTheBorder({ value })).toEqual(throughText({ value }));
      }),
    );
  });

  it.each([
    { what: 'a date', value: { at: new Date('2026-01-05T10:00:00Z') }, arrives: { at: '2026-01-05T10:00:00.000Z' } },
    { what: 'a member that is undefined', value: { a: undefined, b: 1 }, arrives: { b: 1 } },
    { what: 'undefined in a list', value: [undefined, () => 1], arrives: [null, null] },
    { what: 'nothing', value: undefined, arrives: null },
    { what: 'what is no number', value: [Number.NaN, Number.POSITIVE_INFINITY], arrives: [null, null] },
    { what: 'a map', value: new Map([['a', 1]]), arrives: {} },
  ])('lets $what arrive as JSON has it', ({ value, arrives }) => {
    expect(acrossTheBorder(value)).toStrictEqual(arrives);
    expect(throughText(value)).toStrictEqual(arrives);
  });

  it('gives a copy, so that neither side changes what the other holds', () => {
    const inside = { list: [1] };

    const arrived = acrossTheBorder(inside) as typeof inside;
    arrived.list.push(2);

    expect(inside.list).toEqual([1]);
  });
});
