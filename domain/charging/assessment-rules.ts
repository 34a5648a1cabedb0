import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';
import { toIsoDate } from '../time/clock-time.ts';
import type { Person, Route } from './means.ts';
import { hasReachedPensionAge } from './pension-age.ts';

/** The day on which a person reaches an age: 1 March for a birth on 29 February where there is none. */
export function birthdayOn(dateOfBirth: IsoDate, age: number): IsoDate {
  const born = Temporal.PlainDate.from(dateOfBirth);
  const day = born.add({ years: age });
  return toIsoDate(day.day === born.day ? day : day.add({ days: 1 }));
}

/** A person's age in whole years on a day. */
export function ageOn(dateOfBirth: IsoDate, day: IsoDate): number {
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return birthdayOn(dateOfBirth, Math.max(0, years)) <= day ? years : years - 1;
}

/**
 * The rules about the person, and about how they are assessed, that the input breaks.
 *
 * @see Care Act 2014, section 2(8) and Part 1 (adults are 18 or over); SI 2014/2672, regulations 7 and 10
 */
export function brokenRules(person: Person, route: Route, day: IsoDate): BrokenRule[] {
  const { dateOfBirth, household, partnerDateOfBirth, childrenInHousehold = 0, premiums = [] } = person;
  const pensionersPremium = premiums.find((premium) => premium !== 'carer');
  const checks: [boolean, BrokenRule][] = [
    dateOfBirth > day
      ? [true, personRule('dateOfBirth', ADULTS, 'A date of birth cannot be in the future')]
      : [ageOn(dateOfBirth, day) < 18, personRule('dateOfBirth', ADULTS, 'Only adults of 18 or over are charged')],
    [
      partnerDateOfBirth !== undefined && household !== 'couple',
      personRule('partnerDateOfBirth', REGULATION_7, 'Only one of a couple has a partner'),
    ],
    [
      household === 'lone-parent' && childrenInHousehold === 0,
      personRule('childrenInHousehold', REGULATION_7, 'A lone parent has at least one child in the household'),
    ],
    [
      pensionersPremium !== undefined && hasReachedPensionAge(dateOfBirth, day),
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
