import { Temporal } from 'temporal-polyfill';
import { type IsoDate, isoDate } from '../../schemas/scalars.ts';

/**
 * The day on which a person reaches the qualifying age for Pension Credit, which for everyone is a woman’s pensionable age.
 *
 * 66 up to a birth on 5 April 1960, one month more for each period from a 6th to the next 5th, 67 from 6 March 1961. Whoever was born before
 * 6 October 1954 reached it earlier than the 66th birthday, and by now; that of births after 5 April 1977 is from memory and long to come.
 *
 * @example pensionAgeDay('1960-04-15') // 2026-05-15
 * @see State Pension Credit Act 2002, section 1(6); Pensions Act 1995, Schedule 4, paragraph 1(7) and (7A); Pensions Act 2014, section 26
 */
export const pensionAgeDay = (dateOfBirth: IsoDate): IsoDate => {
  const born = Temporal.PlainDate.from(dateOfBirth);
  const [years, months] = ageFor(born);
  const day = born.add({ years, months });
  // A birthday of 29 February comes on 1 March where there is none (GOV.UK’s own calculator, from a secondary source).
  const leapless = months === 0 && born.monthCode === 'M02' && born.day === 29 && day.day === 28;
  return isoDate.parse((leapless ? day.add({ days: 1 }) : day).toString());
};

/** Whether a person has reached that age on a day. */
export const hasReachedPensionAge = (dateOfBirth: IsoDate, day: IsoDate): boolean => pensionAgeDay(dateOfBirth) <= day;

const ageFor = (born: Temporal.PlainDate): [years: number, months: number] => {
  const isFrom = (date: string) => Temporal.PlainDate.compare(born, date) >= 0;
  if (isFrom('1978-04-06')) return [68, 0];
  if (isFrom('1977-04-06')) return [67, monthsSince('1977-04-06', born)];
  if (isFrom('1961-03-06')) return [67, 0];
  if (isFrom('1960-04-06')) return [66, monthsSince('1960-04-06', born)];
  return [66, 0];
};

/** Which of the periods from a 6th to the next 5th a birth falls into, the first being 1. */
const monthsSince = (first: string, born: Temporal.PlainDate): number =>
  Temporal.PlainDate.from(first).until(born, { largestUnit: 'month' }).months + 1;
