import { type IsoDate, isoDate } from '../../schemas/scalars.ts';
import { bornIn } from '../find/wanted.ts';

/** A day as staff type one: 3/1/2026, 3 January 2026, or 2026-01-03 as an address of ours has it. Undefined where it is none. */
export const typedDay = (text: string): IsoDate | undefined => {
  const { day, month, years = [] } = bornIn(text) ?? {};
  const two = (number: number) => String(number).padStart(2, '0');
  return day && month && years.length > 0
    ? isoDate.safeParse(`${years.at(-1)}-${two(month)}-${two(day)}`).data
    : undefined;
};

/** A day as staff would type it: 3/1/2026. */
export const asTyped = (date: IsoDate): string => date.split('-').map(Number).toReversed().join('/');
