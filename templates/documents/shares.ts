import { type Block, pounds } from './document.ts';

/** Who pays a part of what the support costs. */
type Payer = 'person' | 'council' | 'later' | 'top-up';

/** One part of a cost in pence, as it stands in the record of a charge or budget; undefined while it is not worked out. */
export type Share = { readonly label: string; readonly payer: Payer; readonly pence: number | undefined };

type SharesBlock = Extract<Block, { kind: 'shares' }>;

/** The widest that a bar is, so that each width is a whole number. */
const whole = 1000;
/** A part that is not nothing is seen, however small. */
const leastSeen = 4;

/** Dark enough to stand out from white paper; which is which is said by the row, never by the colour. WCAG 2.2, 1.4.11. */
const colours: Readonly<Record<Payer | 'cost', string>> = {
  cost: '#505a5f',
  person: '#1d4f91',
  council: '#00703c',
  later: '#8d4f00',
  'top-up': '#6f3b8e',
};

/**
 * What something costs and who pays which part, in one picture: the whole cost, then each part, whose bar begins where the one before it ends. The
 * sums stand beside the bars in a table, which is read out and printed. Nothing is drawn while a part is not worked out, where nothing is to
 * be paid, and where the parts are not the cost.
 *
 * @param total the cost; left out, the sum of the parts
 */
export const sharesBlock = (caption: string, cost: string, shares: readonly Share[], total?: number): SharesBlock => {
  const sum = shares.reduce((all, { pence = 0 }) => all + pence, 0);
  const isKnown = shares.every(({ pence }) => pence !== undefined);
  const all = total ?? (isKnown ? sum : undefined);
  const place = (pence: number) => Math.round((pence * whole) / sum);
  const row = (label: string, payer: Payer | 'cost', pence: number | undefined, before: number) => {
    const isDrawn = isKnown && all === sum && pence !== undefined && pence > 0;
    const width = isDrawn ? Math.max(leastSeen, place(before + pence) - place(before)) : 0;
    return {
      label,
      amount: pence === undefined ? 'Not worked out yet' : pounds(pence),
      ...(isDrawn && { bar: { from: Math.min(place(before), whole - width), width, colour: colours[payer] } }),
    };
  };
  const before = shares.map((_, index) => shares.slice(0, index).reduce((so, { pence = 0 }) => so + pence, 0));
  return {
    kind: 'shares',
    caption,
    head: ['What', 'Amount'],
    rows: [
      row(cost, 'cost', all, 0),
      ...shares.map(({ label, payer, pence }, index) => row(label, payer, pence, before[index] ?? 0)),
    ],
  };
};

/** What support costs a week now, as the case's records have it. */
type Money = {
  readonly stands: 'fixed' | 'provisional' | 'estimated';
  readonly cost?: number;
  readonly person: number | undefined;
  readonly council: number | undefined;
  readonly deferred: number;
  readonly topUp: number;
  readonly deferredWithin: boolean;
};

/** How far one can rely on it. */
const relied: Readonly<Record<Money['stands'], string>> = {
  fixed: '',
  provisional: 'This may still change: not every figure in it is confirmed yet.',
  estimated: 'This is an estimate. It may go up or down.',
};

/**
 * What a case's support costs each week now and who pays it, as one picture with a sentence on how far one can rely on it.
 *
 * @param whose who pays the person’s part: "You pay", "Rose pays"
 */
export const moneyPicture = (money: Money, whose: string) => ({
  block: sharesBlock(
    money.stands === 'estimated' ? 'Each week (estimated)' : 'Each week',
    'What the support costs',
    [
      { label: whose, payer: 'person', pence: money.person },
      {
        label: money.deferredWithin ? 'The council pays, or puts off until later' : 'The council pays',
        payer: 'council',
        pence: money.council,
      },
      ...(money.deferred > 0 ? [{ label: 'Put off until later', payer: 'later', pence: money.deferred } as const] : []),
      ...(money.topUp > 0 ? [{ label: 'Top-up', payer: 'top-up', pence: money.topUp } as const] : []),
    ],
    money.cost,
  ),
  says: relied[money.stands],
});
