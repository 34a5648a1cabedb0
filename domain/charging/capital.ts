import type { Evidence } from '../../schemas/charging-rates.ts';
import { type CapitalKind, capitalKinds, type Occupant } from '../../schemas/finance.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { addDays } from '../time/clock-time.ts';
import { propertyDisregardSpell } from '../time/deadlines.ts';
import { runningTotal, type WorkingLine } from './charge.ts';
import type { Capital, Home } from './means.ts';
import type { Worksheet } from './worksheet.ts';

const ANNEX_B = 'Care and support statutory guidance, Annex B';
const COSTS_OF_SALE = 'value less 10% for the costs of sale';

interface CapitalTreatment {
  readonly counts: boolean;
  readonly basis: string;
  readonly status: Evidence;
}

const counted: CapitalTreatment = { counts: true, basis: ANNEX_B, status: 'confirmed' };
const recalled: CapitalTreatment = { ...counted, status: 'recalled' };

const treatments: Readonly<Record<CapitalKind, CapitalTreatment>> = {
  'current-account': counted,
  'savings-account': counted,
  isa: counted,
  'post-office': counted,
  'premium-bonds': counted,
  shares: counted,
  'unit-trusts': counted,
  certificates: counted,
  cash: counted,
  bonds: counted,
  crypto: counted,
  other: counted,
  trust: recalled,
  'other-property': recalled,
  'given-away': { ...recalled, basis: 'Care and support statutory guidance, Annex E' },
  'personal-possessions': { ...recalled, counts: false },
  'life-insurance': { ...recalled, counts: false },
  'personal-injury-trust': { counts: false, basis: ANNEX_B, status: 'secondary' },
};

/** What each kind of capital is called in working that a person reads. */
const labels = {
  ...Object.fromEntries(capitalKinds),
  'other-property': `Another property, ${COSTS_OF_SALE}`,
  'given-away': 'Given away, and in the council’s view to avoid charges',
} as Readonly<Record<CapitalKind, string>>;

/**
 * The lines of what a person owns apart from their home: their own share, an equal one where something is jointly owned
 * and no other was shown.
 *
 * @see Care Act 2014, section 17; SI 2014/2672, Part 4 and Schedule 2; guidance, Annexes B and E
 */
export function capitalLines(owned: readonly Capital[], sheet: Worksheet): WorkingLine[] {
  return owned.map((one) => {
    const { kind, value, mortgage = 0 } = one;
    const { counts, basis, status } = treatments[kind];
    const label = labels[kind];
    sheet.rely(`capital.${kind}`, label, status, basis);
    const net = kind === 'other-property' ? Math.max(0, lessCostsOfSale(value) - mortgage) : value;
    return { step: counts ? 'add' : 'left-out', label, pence: ownShare(net, one), basis };
  });
}

/** Who may stay in the home for the whole of their life there without its being counted (SI 2014/2672, Schedule 2). */
const protectedOccupants: readonly Occupant[] = [
  'partner',
  'lone-parent-former-partner',
  'relative-60-or-over',
  'incapacitated-relative',
  'child-under-18',
];

/** Whether the law protects such a person in the home. */
export const isProtected = (occupant: Occupant): boolean => protectedOccupants.includes(occupant);

/** Why a home does or does not count as capital in a week. */
export type HomeStanding = 'goes-back' | 'occupied' | 'left-out-by-council' | 'first-12-weeks' | 'counted';

/**
 * Whether the home of a permanent resident counts: not while someone whom the law protects lives on in it; not in the
 * first 12 weeks, whatever else is owned and whoever pays; otherwise yes.
 *
 * @see SI 2014/2672, Schedule 2, paragraphs 2 and 4; guidance, Annex B
 */
export function homeStanding(home: Home, day: IsoDate): HomeStanding {
  if (home.goesBack === true) return 'goes-back';
  if (home.leftOutByCouncil === true) return 'left-out-by-council';
  if (home.otherReasonUntil !== undefined && day < home.otherReasonUntil) return 'occupied';
  if (home.occupiedSinceBefore !== false && isProtected(home.occupant)) return 'occupied';
  return day >= home.twelveWeeksFrom && day < homeCountsFrom(home) ? 'first-12-weeks' : 'counted';
}

/** The day after the 12 weeks in which a home is left out, or after what an earlier stay has left of them. */
export const homeCountsFrom = ({ twelveWeeksFrom, disregardDays }: Home): IsoDate =>
  disregardDays === undefined
    ? propertyDisregardSpell(twelveWeeksFrom).endsOn
    : addDays(twelveWeeksFrom, disregardDays);

/** The person’s part of the home’s value and of what is owed on it, in pence. */
export const homeShare = (home: Home): { value: number; priorCharges: number } => ({
  value: ownShare(home.value, home),
  priorCharges: ownShare(home.mortgage ?? 0, home),
});

/** The line of the home, counted less a tenth for the costs of sale and what is owed on it, or left out and why. */
export function homeLine(home: Home, standing: HomeStanding, sheet: Worksheet): WorkingLine {
  const share = ownShare(Math.max(0, lessCostsOfSale(home.value) - (home.mortgage ?? 0)), home);
  const pence = Math.max(0, share - (home.owedByShare ?? 0));
  const basis = 'SI 2014/2672, Schedule 2';
  if (standing === 'goes-back') return { step: 'left-out', label: 'Home, to which you go back', pence, basis };
  if (standing === 'occupied')
    return { step: 'left-out', label: 'Home, in which someone protected lives', pence, basis };
  if (standing === 'left-out-by-council')
    return { step: 'left-out', label: 'Home, which the council has chosen not to count', pence, basis };
  if (standing === 'first-12-weeks') return { step: 'left-out', label: 'Home, in the first 12 weeks', pence, basis };
  const label = `Home, ${COSTS_OF_SALE} and the mortgage`;
  sheet.rely('home.value', label, 'recalled', ANNEX_B);
  return { step: 'add', label, pence, basis: ANNEX_B };
}

/** The lines of capital with their sum as the last. */
export function withTotal(lines: readonly WorkingLine[]): { total: number; lines: WorkingLine[] } {
  const total = runningTotal(lines);
  return {
    total,
    lines: [...lines, { step: 'result', label: 'Savings and property that count', pence: total, basis: ANNEX_B }],
  };
}

/** Fractions of a penny go the person's way, by regulation 11, so a share of what is owned is rounded down. */
function ownShare(value: number, { owners = 1, sharePercent }: Pick<Capital, 'owners' | 'sharePercent'>): number {
  return Math.floor(sharePercent === undefined ? value / owners : (value * sharePercent) / 100);
}

function lessCostsOfSale(value: number): number {
  return Math.floor((value * 90) / 100);
}
