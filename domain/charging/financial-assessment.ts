import type { ChargingOptions } from '../../schemas/charging-options.ts';
import type { KeptCharge } from '../../schemas/finance.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';
import { addDays } from '../time/clock-time.ts';
import type { Charge, ChargeResult, LaterCharge, WeeklySums } from './charge.ts';
import { chargeAtHome } from './charge-at-home.ts';
import { chargeInCareHome } from './charge-in-care-home.ts';
import { chargedDays, chargeForWeek } from './charge-week.ts';
import {
  careHomeAssessmentFrom,
  chargedDaysFrom,
  confirmedRatesFrom,
  type FinancesAnswers,
  giftsFrom,
  homeAssessmentFrom,
  weeksCounted,
} from './finances-from.ts';
import { answerProblems, questionOf } from './finances-problems.ts';
import { notionalLeft, otherDebtors, withNotional } from './given-away.ts';
import type { Capital } from './means.ts';
import { isChargedAsHome } from './setting.ts';
import { type TurningDay, turningDays } from './turning-days.ts';
import { unconfirmedYear } from './worksheet.ts';

/** Whether care is charged as care at home: at home, and in a short stay where the council has so chosen. */
const asHome = ({ setting, stayFrom, stayTo }: FinancesAnswers, options: ChargingOptions | undefined): boolean =>
  setting === 'home' ||
  (setting === 'short-stay' &&
    stayFrom !== undefined &&
    isChargedAsHome(
      { firstDay: stayFrom, lastDay: stayTo },
      { chargeShortStaysAsHome: options?.chargeShortStaysAsHome ?? false, shortStayNights: options?.shortStayNights },
    ));

/**
 * The charge for what a finance officer answered, final or not: the figures that the officer has put right take the place of the council's and
 * the year's.
 */
export const chargeFor = (answers: FinancesAnswers, councilOptions: ChargingOptions | undefined): ChargeResult => {
  const own = confirmedRatesFrom(answers);
  const years = new Set([...Object.keys(councilOptions?.confirmedRates ?? {}), ...Object.keys(own)]);
  const confirmedRates = Object.fromEntries(
    [...years].map((year) => [year, { ...councilOptions?.confirmedRates[year], ...own[year] }]),
  );
  const options = { ...councilOptions, confirmedRates };
  const isAsHome = asHome(answers, councilOptions);
  const ofDayWith = (notional: number | undefined, day: IsoDate, firstDay: IsoDate) => {
    const change = <Means extends { capital: readonly Capital[] }>(means: Means): Means =>
      notional === undefined ? means : { ...means, capital: withNotional(means.capital, notional) };
    return isAsHome
      ? chargeAtHome(change(homeAssessmentFrom(answers, { day, firstDay })), options)
      : chargeInCareHome(change(careHomeAssessmentFrom(answers, { day, firstDay })), options);
  };
  const days = chargedDaysFrom(answers);
  const [firstDay] = chargedDays(days);
  if (firstDay === undefined) return { ok: false, broken: answerProblems(answers) };
  // What is treated as still owned falls by what it costs the person, and who received it owes what the council loses.
  const gifts = giftsFrom(answers);
  const paysWith = (notional: number) => {
    const result = ofDayWith(notional, firstDay, firstDay);
    return result.ok ? result.charge.personPays + result.charge.deferred : 0;
  };
  const ownPay = gifts.length > 0 ? paysWith(0) : 0;
  const given = gifts.reduce((sum, { gain }) => sum + gain, 0);
  const left = notionalLeft(given, weeksCounted(answers), (notional) => paysWith(notional) - ownPay);
  const ofDay = (day: IsoDate, first: IsoDate) => ofDayWith(gifts.length > 0 ? left : undefined, day, first);
  const week = chargeForWeek(days, ofDay);
  if (!week.ok) return week;
  const othersOwe = gifts.length > 0 ? otherDebtors(gifts, paysWith(left) - ownPay) : [];
  const read = isAsHome ? homeAssessmentFrom : careHomeAssessmentFrom;
  const turning = turningDays(read(answers, { day: firstDay, firstDay }), addDays(answers.weekOf, 6)).filter(
    ({ on }) => days.to === undefined || on <= days.to,
  );
  const charge = withLater(week.charge, turning, (day) => ofDay(day, firstDay));
  return { ok: true, charge: { ...charge, ...(othersOwe.length > 0 && { othersOwe }) } };
};

/** A charge with what is known to change later. A day on which the sum stays as it is, or of which nothing can be said yet, is none. */
const withLater = (charge: Charge, turning: readonly TurningDay[], ofDay: (day: IsoDate) => ChargeResult): Charge => {
  const later: LaterCharge[] = [];
  let before: WeeklySums = charge.wholeWeek ?? charge;
  for (const { on, why } of turning) {
    const result = ofDay(on);
    if (!result.ok || result.charge.toConfirm.some(({ field }) => unconfirmedYear.test(field))) continue;
    const { outcome, personPays, councilPays, deferred, topUp } = result.charge;
    if (personPays === before.personPays && councilPays === before.councilPays && deferred === before.deferred)
      continue;
    before = { personPays, councilPays, deferred, topUp };
    later.push({ from: on, why, outcome, ...before });
  }
  return later.length > 0 ? { ...charge, later } : charge;
};

/**
 * The charge that follows from what a finance officer answered, or what stands in the way at the question where it can be put right: a rule that
 * the figures break, or a rate that nobody has confirmed yet.
 *
 * @param councilOptions what the council decides about charging, with the rates it has confirmed
 * @see Care Act 2014, sections 14 and 17; SI 2014/2672
 */
export const assessFinances = (
  answers: FinancesAnswers,
  councilOptions: ChargingOptions | undefined,
):
  | { readonly ok: true; readonly charge: KeptCharge }
  | { readonly ok: false; readonly broken: readonly BrokenRule[] } => {
  const problems = answerProblems(answers);
  if (problems.length > 0) return { ok: false, broken: problems };
  const result = chargeFor(answers, councilOptions);
  if (!result.ok) {
    const broken = result.broken.map((rule) => ({ ...rule, field: questionOf(rule.field, answers) }));
    return { ok: false, broken };
  }
  const { charge } = result;
  // A year that nobody has confirmed yet is no officer’s to look up: the charge goes on by the last known rates, marked, and is made again.
  const goesOn = charge.toConfirm.some(({ field }) => unconfirmedYear.test(field));
  const open = charge.toConfirm.filter(
    ({ field }) => !unconfirmedYear.test(field) && !answers.confirmed?.some((one) => one.field === field),
  );
  if (open.length > 0) {
    return {
      ok: false,
      broken: open.map(({ field, what, source }) => ({
        field: 'confirmed',
        rule: 'A charge rests on confirmed figures only',
        message: `Look up ${what} and add “${field}” to the figures found right, or give the right amount. We have it from: ${source}`,
      })),
    };
  }
  return {
    ok: true,
    // A copy, as what is kept is nobody’s to change.
    charge: { ...(structuredClone(charge) as KeptCharge), status: goesOn ? 'provisional' : 'final' },
  };
};
