import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';
import type { Person, Route } from './means.ts';

/** The Pension Credit age has never been under 60, so nobody younger can have reached it. */
const LOWEST_PENSION_AGE = 60;

/** A person's age in whole years on a day. */
export function ageOn(dateOfBirth: IsoDate, day: IsoDate): number {
  return Temporal.PlainDate.from(dateOfBirth).until(day, { largestUnit: 'year' }).years;
}

/**
 * The rules about the person, and about how they are assessed, that the input breaks.
 *
 * @see Care Act 2014, section 2(8) and Part 1 (adults are 18 or over); SI 2014/2672, regulations 7 and 10
 */
export function brokenRules(person: Person, route: Route, weekOf: IsoDate): BrokenRule[] {
  const {
    dateOfBirth,
    household,
    pensionAge,
    partnerPensionAge = false,
    childrenInHousehold = 0,
    premiums = [],
  } = person;
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
      route.by === 'light-touch' && !route.consented,
      {
        field: 'route.consented',
        rule: 'SI 2014/2672, regulation 10',
        message: 'A light touch needs the person’s consent: assess in full without it',
      },
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
