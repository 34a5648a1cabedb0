import type { NextReview } from '../../schemas/case.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';
import { readableDate } from '../time/readable-date.ts';
import { isWorkingDay, nextWorkingDay, previousWorkingDay } from '../time/working-days.ts';

const source = 'statutory guidance ch. 13';

/**
 * Why a day may not be agreed for the appointment of a review: it lies on a working day, and in the window, or it is said why not. The day
 * by which a review is due is another thing, and may be any day.
 */
export const appointmentProblems = (
  { on, outsideWhy }: { readonly on: IsoDate; readonly outsideWhy?: string | undefined },
  { windowFrom, lastDay }: Pick<NextReview, 'windowFrom' | 'lastDay'>,
): BrokenRule[] => {
  const problems: BrokenRule[] = [];
  if (!isWorkingDay(on)) {
    problems.push({
      field: 'visitOn',
      rule: source,
      message: `A review is held on a working day. Choose ${readableDate(previousWorkingDay(on))} or ${readableDate(nextWorkingDay(on))}`,
    });
  }
  if ((on < windowFrom || on > lastDay) && outsideWhy === undefined) {
    problems.push({
      field: 'outsideWhy',
      rule: source,
      message: `This review lies between ${readableDate(windowFrom)} and ${readableDate(lastDay)}. Say why it is on another day, or choose one of these`,
    });
  }
  return problems;
};
