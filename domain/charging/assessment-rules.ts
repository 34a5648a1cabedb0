import { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import type { Person, Route } from '../../schemas/finance.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';

/** The Pension Credit age has never been under 60, so nobody younger can have reached it. */
const LOWEST_PENSION_AGE = 60;

/** A person's age in whole years on a day. */
export function ageOn(dateOfBirth: IsoDate, day: IsoDate): number {
  return Temporal.PlainDate.from(dateOfBirth).until(day, { largestUnit: 'year' }).years;
}

/**
 * The value that a schema reads, or every rule that the input breaks with the path of its field, such as `income.0.weekly`.
 */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): { ok: true; value: z.infer<Schema> } | { ok: false; broken: BrokenRule[] } {
  const read = schema.safeParse(input, { error: plainEnglish });
  if (read.success) return { ok: true, value: read.data };
  const broken = read.error.issues.map(({ path, message }) => ({
    field: path.join('.'),
    rule: 'What an assessment may hold',
    message,
  }));
  return { ok: false, broken };
}

/**
 * The rules about the person, and about how they are assessed, that the input breaks.
 *
 * @see Care Act 2014, section 2(8) and Part 1 (adults are 18 or over); SI 2014/2672, regulations 7 and 10
 */
export function brokenRules(person: Person, route: Route, weekOf: IsoDate): BrokenRule[] {
  const { dateOfBirth, household, pensionAge, partnerPensionAge, childrenInHousehold, premiums } = person;
  const underAgeForPension = ageOn(dateOfBirth, weekOf) < LOWEST_PENSION_AGE;
  const pensionersPremium = premiums.find((premium) => premium !== 'carer');
  const checks: [boolean, BrokenRule][] = [
    dateOfBirth > weekOf
      ? [true, personRule('dateOfBirth', ADULTS, 'A date of birth cannot be in the future')]
      : [ageOn(dateOfBirth, weekOf) < 18, personRule('dateOfBirth', ADULTS, 'Only adults of 18 or over are charged')],
    [
      pensionAge && underAgeForPension,
      personRule('pensionAge', REGULATION_7, `Nobody under ${LOWEST_PENSION_AGE} has reached Pension Credit age`),
    ],
    [
      partnerPensionAge && household !== 'couple',
      personRule('partnerPensionAge', REGULATION_7, 'Only one of a couple has a partner of Pension Credit age'),
    ],
    [
      household === 'lone-parent' && childrenInHousehold === 0,
      personRule('childrenInHousehold', REGULATION_7, 'A lone parent has at least one child in the household'),
    ],
    [
      pensionAge && pensionersPremium !== undefined,
      personRule('premiums', REGULATION_7, 'Only the carer premium is given from Pension Credit age'),
    ],
    [
      route.by === 'light-touch' && route.finding === 'pays-agreed-charge' && route.agreedCharge === undefined,
      { field: 'route.agreedCharge', rule: 'SI 2014/2672, regulation 10', message: 'Enter the charge that was agreed' },
    ],
  ];
  return checks.filter(([isBroken]) => isBroken).map(([, rule]) => rule);
}

const ADULTS = 'Care Act 2014, Part 1: adults';
const REGULATION_7 = 'SI 2014/2672, regulation 7';

function personRule(field: keyof Person, rule: string, message: string): BrokenRule {
  return { field: `person.${field}`, rule, message };
}

function plainEnglish(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'too_small' && issue.minimum === 0) return 'This cannot be negative';
  if (issue.code === 'invalid_type' && issue.expected === 'int') return 'Give whole pence, without a fraction';
  if (issue.code === 'invalid_value') return `Choose one of: ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'unrecognized_keys') return `Not part of an assessment: ${issue.keys.join(', ')}`;
  return undefined;
}
