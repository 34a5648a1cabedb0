import type { RateName, RateYear } from '../../schemas/charging-rates.ts';
import { rateName } from '../../schemas/charging-rates.ts';
import type { NationalRates } from '../../schemas/national-rates.ts';
import { type IsoDate, pence } from '../../schemas/scalars.ts';
import { inPounds } from '../forms/forms.ts';
import { addDays } from '../time/clock-time.ts';
import { rateLabels } from './rate-labels.ts';
import { daysOfYear, yearOfCharging } from './rates.ts';

/** How much a rate may rise in a year before it is asked whether it was mistyped, in per cent. By design: the highest rise known is 10.1. */
const mostRise = 15;

type Wrong = { readonly field: string; readonly message: string };

/** Why rates of a year are not taken today: only a year that has begun or comes next, which follows one that is known. */
const yearProblem = (year: string, today: IsoDate, book: readonly RateYear[]): string | undefined => {
  const days = daysOfYear(year);
  if (days === undefined) return 'Enter the year like 2027-28, from one April to the next';
  const current = yearOfCharging(today);
  if (days.from > addDays(current.to, 1))
    return `Only the rates of ${current.year} and of the year after it can be entered. Check the year`;
  if (book.some(({ to }) => addDays(to, 1) === days.from)) return undefined;
  return 'The rates of the year before are not known. Enter them first';
};

/**
 * What is wrong with a year’s rates as somebody entered them, each at its field: one that is missing, or so far from last year’s that it may be
 * mistyped, as £1.20 for £120, and has not been looked at again.
 *
 * @param book every year that is known, the oldest first
 * @see SI 2014/2672, regulations 6, 7 and 12, and the circular of each year
 */
export const newRatesProblems = (
  { year, cells }: Pick<NationalRates, 'year' | 'cells'>,
  { book, today, lookedAtAgain }: { book: readonly RateYear[]; today: IsoDate; lookedAtAgain: readonly RateName[] },
): Wrong[] => {
  const wrongYear = yearProblem(year, today, book);
  if (wrongYear) return [{ field: 'year', message: wrongYear }];
  const from = daysOfYear(year)?.from ?? today;
  const before = book.findLast(({ to }) => to < from);
  return rateName.options.flatMap((name): Wrong[] => {
    const field = `cells.${name}`;
    const last = before?.cells[name]?.pence ?? undefined;
    const now = cells[name]?.pence;
    const ask = (message: string): Wrong[] => [{ field, message }];
    if (last === undefined) return [];
    if (now === undefined)
      return ask(`Enter ${inWords(name)} with where you read it. In ${before?.year} it was ${inPounds(last)}`);
    const isFar = now < last || now * 100 > last * (100 + mostRise);
    if (!isFar || lookedAtAgain.includes(name)) return [];
    return ask(
      `${inPounds(now)} is far from the ${inPounds(last)} of ${before?.year}. Look at the circular again. If it is right, add “${name}” to “lookedAtAgain”`,
    );
  });
};

const inWords = (name: RateName): string => `“${rateLabels[name]}” (${name})`;

/** Whether somebody may confirm a draft: whoever entered it cannot be who checks it. */
export const mayConfirm = ({ enteredBy }: Pick<NationalRates, 'enteredBy'>, by: { readonly id: string }): boolean =>
  enteredBy.id !== by.id;

/** Confirmed rates as a year of which charges are worked out. */
export const asRateYear = ({ year, cells, confirmedBy }: NationalRates): RateYear | undefined => {
  const days = daysOfYear(year);
  if (days === undefined || confirmedBy === undefined) return undefined;
  const named = Object.entries(cells).map(([name, cell]) => [
    name,
    {
      pence: pence.parse(cell.pence),
      status: 'confirmed' as const,
      source: `${cell.source}, entered and confirmed by staff on ${confirmedBy.at.slice(0, 10)}`,
    },
  ]);
  return { ...days, cells: Object.fromEntries(named) };
};
