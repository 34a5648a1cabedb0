import type { IsoDate } from '../../schemas/scalars.ts';
import { addDays, addMonths } from '../time/clock-time.ts';
import { addWorkingDays, nextWorkingDay } from '../time/working-days.ts';

/**
 * The days by which a complaint must be dealt with; the day of receipt is day 0.
 *
 * All cite the Local Authority Social Services and National Health Service Complaints (England) Regulations 2009 (SI
 * 2009/309). The words of regulations 8, 13 and 14 are known here as councils and advocates restate them.
 */
export interface ComplaintClock {
  /** A spoken complaint put right by the end of this day need not be handled formally (regulation 8). */
  readonly settleSpokenBy: IsoDate;
  /** The third working day: acknowledge, and offer to discuss how it is handled and by when (regulation 13). */
  readonly acknowledgeBy: IsoDate;
  /**
   * The last of the six months that begin on the day of receipt, or the later day agreed: the signed answer, or reasons in writing (regulation
   * 14). A period that begins on a day ends the day before the same day six months on.
   */
  readonly respondBy: IsoDate;
  /** The council's own aim, in working days, when it has one. */
  readonly targetOn?: IsoDate;
}

/**
 * The days that run from the receipt of a complaint.
 *
 * @param options.agreedOn a later day for the answer that the complainant agreed to; an earlier one does not shorten the six months
 * @param options.targetWorkingDays the council's own aim, such as 20
 * @throws RangeError naming the year whose bank holidays are missing
 */
export function complaintClock(
  receivedOn: IsoDate,
  options: { readonly agreedOn?: IsoDate | undefined; readonly targetWorkingDays?: number | undefined } = {},
): ComplaintClock {
  const sameDay = addMonths(receivedOn, 6);
  // A month that has no such day ends with its last.
  const sixMonths = sameDay.slice(8) === receivedOn.slice(8) ? addDays(sameDay, -1) : sameDay;
  const { agreedOn, targetWorkingDays } = options;
  return {
    settleSpokenBy: nextWorkingDay(receivedOn),
    acknowledgeBy: addWorkingDays(receivedOn, 3),
    respondBy: agreedOn !== undefined && agreedOn > sixMonths ? agreedOn : sixMonths,
    ...(targetWorkingDays !== undefined && { targetOn: addWorkingDays(receivedOn, targetWorkingDays) }),
  };
}

/** Whether a complaint came in time, and the last day on which it would have. */
export interface ComplaintTiming {
  readonly inTime: boolean;
  readonly lastDay: IsoDate;
}

/**
 * Whether a complaint came within 12 months of the event or, if later, of the day on which it was noticed.
 *
 * Out of time is not refused: the council may still take it up for good reason if it can be looked into fairly, which a
 * person decides.
 *
 * @see SI 2009/309, regulation 12
 */
export function complaintTiming(complaint: {
  readonly happenedOn: IsoDate;
  readonly noticedOn?: IsoDate | undefined;
  readonly receivedOn: IsoDate;
}): ComplaintTiming {
  const { happenedOn, noticedOn, receivedOn } = complaint;
  const lastDay = addMonths(noticedOn !== undefined && noticedOn > happenedOn ? noticedOn : happenedOn, 12);
  return { inTime: receivedOn <= lastDay, lastDay };
}

/**
 * The last day for an ordinary complaint to the ombudsman: 12 months after the person knew of the matter, not after the
 * council's letter.
 *
 * @see Local Government Act 1974, section 26B
 */
export function ombudsmanLastDay(knewOn: IsoDate): IsoDate {
  return addMonths(knewOn, 12);
}
