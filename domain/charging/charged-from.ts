import type { IsoDate } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';
import { readableDate } from '../time/readable-date.ts';
import { chargedDays } from './charge-week.ts';
import { chargedDaysFrom, type FinancesAnswers } from './finances-from.ts';

/** What a charge is compared with that was worked out before it, and when the person first heard that there is something to pay. */
export type ChargedBefore = { readonly personPays: number | undefined; readonly toldFirstOn: IsoDate };

/**
 * Whether the first day that is charged may be charged: not one before the person had heard of a cost, nor before a change came about, nor, where
 * the council itself was late, one before they were told of a higher charge, unless a person gives the reason.
 *
 * @param pays what the person is to pay each week now
 * @see Ombudsman, Hartlepool 19 018 353 and Herefordshire 18 015 004: fault, as the cost was not shown to be told first
 */
export const startProblems = (
  answers: FinancesAnswers,
  pays: number,
  { personPays, toldFirstOn }: ChargedBefore,
): BrokenRule[] => {
  const { changedOn, late, backdatedWhy, toldPersonOn } = answers;
  const [first] = chargedDays(chargedDaysFrom(answers));
  if (first === undefined || pays === 0) return [];
  const wrong = (rule: string, message: string): BrokenRule[] => [{ field: 'chargedFrom', rule, message }];
  if (first < toldFirstOn) {
    return wrong(
      'Ombudsman, Hartlepool 19 018 353',
      `The person was first told on ${readableDate(toldFirstOn)} that they may have to pay. Charge from that day or later`,
    );
  }
  const rises = pays > (personPays ?? 0);
  if (changedOn !== undefined && rises && first < changedOn) {
    return wrong(
      'Statutory guidance, chapter 8',
      'A higher charge cannot begin before the change. Give the day of the change or a later one',
    );
  }
  if (late === 'council' && rises && first < toldPersonOn && backdatedWhy === undefined) {
    return wrong(
      'The council’s own delay',
      'The council was late itself: a higher charge begins when the person is told. Give that day, or say why days before are charged all the same',
    );
  }
  return [];
};
