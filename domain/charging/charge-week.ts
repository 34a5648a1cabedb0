import type { IsoDate } from '../../schemas/scalars.ts';
import { inPounds } from '../forms/forms.ts';
import { addDays } from '../time/clock-time.ts';
import { readableDate } from '../time/readable-date.ts';
import { asPence, type Charge, type ChargePart, type ChargeResult, type WorkingLine } from './charge.ts';

/** The days of a week that are charged: from the first to the last, within the seven from `weekOf`. */
export interface ChargedDays {
  readonly weekOf: IsoDate;
  /** The day on which the care, the stay or the charge begins; before it nothing is charged. */
  readonly from?: IsoDate | undefined;
  /** The last day of a stay. */
  readonly to?: IsoDate | undefined;
}

const DAYS_OF_A_WEEK = 7;
const SEVENTHS = 'By sevenths; fractions dropped by SI 2014/2672, regulation 11';

/** The days from the first to the last of a week that are charged; none where the care begins after it or ended before it. */
export const chargedDays = ({ weekOf, from = weekOf, to }: ChargedDays): IsoDate[] =>
  Array.from({ length: DAYS_OF_A_WEEK }, (_, day) => addDays(weekOf, day)).filter(
    (day) => day >= from && (to === undefined || day <= to),
  );

/**
 * The charge for one week, of which each day counts as it is: only the days from the start are charged, what ends or begins within the week
 * does so on its day, and each stretch of equal days is so many sevenths of its week, in whole pence in the person’s favour.
 *
 * A week whose days are all alike is simply that week.
 *
 * @param ofDay what a whole week of days like this one comes to
 * @throws RangeError if no day of the week is charged
 */
export const chargeForWeek = (
  days: ChargedDays,
  ofDay: (day: IsoDate, firstDay: IsoDate) => ChargeResult,
): ChargeResult => {
  const charged = chargedDays(days);
  const [firstDay] = charged;
  if (firstDay === undefined) throw new RangeError(`No day of the week of ${days.weekOf} is charged`);
  const lastDay = charged.at(-1) ?? firstDay;
  const first = ofDay(firstDay, firstDay);
  if (!first.ok) return first;
  const last = ofDay(lastDay, firstDay);
  if (!last.ok) return last;
  // Days between two that are alike are so too: nothing that the law knows begins and ends again within a week.
  const isOne = isAlike(first.charge, last.charge);
  if (isOne && charged.length === DAYS_OF_A_WEEK) return first;
  const stretches: Stretch[] = [];
  for (const day of charged) {
    const result = isOne ? first : ofDay(day, firstDay);
    if (!result.ok) return result;
    const before = stretches.at(-1);
    if (before && isAlike(before.charge, result.charge)) {
      before.to = day;
      before.days += 1;
    } else stretches.push({ from: day, to: day, days: 1, charge: result.charge });
  }
  return { ok: true, charge: together(last.charge, stretches) };
};

/** Equal days of one week, with what a whole week of them comes to. */
interface Stretch {
  readonly from: IsoDate;
  to: IsoDate;
  days: number;
  readonly charge: Charge;
}

const sums = ['personPays', 'councilPays', 'deferred', 'topUp'] as const;

const isAlike = (one: Charge, other: Charge): boolean =>
  one.outcome === other.outcome && sums.every((sum) => one[sum] === other[sum]);

/** So many sevenths of a week. What the council pays is what is left of the cost, so that nobody pays a penny twice. */
const partOf = ({ from, to, days, charge }: Stretch): ChargePart => {
  const sevenths = (pence: number) => Math.floor((pence * days) / DAYS_OF_A_WEEK);
  const { outcome, working, capitalWorking } = charge;
  const personPays = sevenths(charge.personPays);
  const deferred = sevenths(charge.deferred);
  const cost = sevenths(charge.personPays + charge.councilPays + charge.deferred);
  return {
    from,
    to,
    days,
    outcome,
    weekly: {
      personPays: charge.personPays,
      councilPays: charge.councilPays,
      deferred: charge.deferred,
      topUp: charge.topUp,
    },
    personPays: asPence(personPays),
    councilPays: asPence(cost - personPays - deferred),
    deferred: asPence(deferred),
    topUp: asPence(sevenths(charge.topUp)),
    working,
    capitalWorking,
  };
};

/** The week as the sum of its parts; its working is that of the days that go on, and what the parts come to. */
const together = (goesOn: Charge, stretches: readonly Stretch[]): Charge => {
  const parts = stretches.map(partOf);
  const total = (sum: (typeof sums)[number]) => asPence(parts.reduce((all, part) => all + part[sum], 0));
  const toConfirm = new Map(stretches.flatMap(({ charge }) => charge.toConfirm.map((one) => [one.field, one])));
  const { personPays, councilPays, deferred, topUp } = goesOn;
  return {
    ...goesOn,
    status: toConfirm.size === 0 ? 'final' : 'provisional',
    toConfirm: [...toConfirm.values()],
    personPays: total('personPays'),
    councilPays: total('councilPays'),
    deferred: total('deferred'),
    topUp: total('topUp'),
    working: [
      ...goesOn.working,
      // The first part begins the sum anew.
      ...parts.map((part, index) => lineOf(part, index === 0 ? 'result' : 'add')),
      { step: 'result', label: 'You pay for this week', pence: total('personPays'), basis: SEVENTHS },
    ],
    parts,
    wholeWeek: { personPays, councilPays, deferred, topUp },
  };
};

const lineOf = ({ from, to, days, weekly, personPays }: ChargePart, step: 'result' | 'add'): WorkingLine => ({
  step,
  label: `${from === to ? readableDate(from) : `${readableDate(from)} to ${readableDate(to)}`}: ${days} of 7 days at ${inPounds(weekly.personPays)} a week`,
  pence: personPays,
  basis: SEVENTHS,
});
