import type { ChargingOptions } from '../../schemas/charging-options.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { addWeeks, daysBetween } from '../time/clock-time.ts';

/** A stay in a care home: for good, or with a last day. */
export interface Stay {
  readonly firstDay: IsoDate;
  readonly lastDay?: IsoDate | undefined;
}

/**
 * Whether a stay in a care home is charged as care at home: one of at most 8 weeks, or fewer nights by the council's choice, where it so chooses.
 *
 * @throws RangeError if the stay ends before it begins
 * @see SI 2014/2672, regulation 8
 */
export function isChargedAsHome(
  { firstDay, lastDay }: Stay,
  { chargeShortStaysAsHome, shortStayNights }: Pick<ChargingOptions, 'chargeShortStaysAsHome' | 'shortStayNights'>,
): boolean {
  if (lastDay === undefined) return false;
  if (lastDay < firstDay) throw new RangeError(`A stay cannot end on ${lastDay}, before it begins on ${firstDay}`);
  const mostNights = shortStayNights ?? Number.POSITIVE_INFINITY;
  return chargeShortStaysAsHome && lastDay < addWeeks(firstDay, 8) && daysBetween(firstDay, lastDay) <= mostNights;
}
