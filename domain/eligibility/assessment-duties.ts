/**
 * Who is assessed: what the council may or must do next, and why not otherwise.
 *
 * Care Act 2014 ss.9 and 10; a refusal is in `refusal.ts`, how an assessment is made in `assessment-conduct.ts`. Money is no input anywhere here: the duty does not depend on it (s.9(3), s.10(4)).
 */
import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Ruling } from '../ruling.ts';

/**
 * A person's age in whole years on a day. Born on 29 February: a year older on 1 March of a year without that day.
 *
 * @throws RangeError naming `dateOfBirth` when it is after the day or more than 130 years before it
 */
export const ageOn = (dateOfBirth: IsoDate, day: IsoDate): number => {
  const born = Temporal.PlainDate.from(dateOfBirth);
  const { years } = born.until(day, { largestUnit: 'years' });
  if (Temporal.PlainDate.compare(born, day) > 0) {
    throw new RangeError('dateOfBirth: the date of birth must not be in the future');
  }
  if (years > 130) {
    throw new RangeError('dateOfBirth: the date of birth must not be more than 130 years ago');
  }
  return years;
};

/** What is known when an assessment is asked for or the need for one appears. */
export type AssessmentRequest = {
  readonly about: 'adult' | 'carer';
  /** Whole years; of the carer, if about a carer. */
  readonly age: number;
  /** A low threshold: that there may be needs, now or (for a carer) in the future. No proof is asked for. */
  readonly appearsToHaveNeeds: boolean;
  readonly livesInArea: boolean;
  /** Of a carer only: care under a contract or as voluntary work. */
  readonly paidOrVoluntary?: boolean | undefined;
};

/**
 * Whether the council has to assess.
 *
 * Age 18 is from memory of the Act; to be checked. Residence is no condition of an assessment: it is established after the
 * decision (s.13(3)(c)), so a person from elsewhere may still submit.
 */
export const assessmentDuty = (
  request: AssessmentRequest,
): Ruling<'assess' | 'assess-and-signpost' | 'under-18' | 'no-appearance-of-need' | 'paid-or-voluntary-carer'> => {
  const source = request.about === 'adult' ? 's.9(1) and (3)' : 's.10(1), (3) and (4)';
  if (request.age < 18) {
    return {
      may: false,
      code: 'under-18',
      reason: 'The person is under 18, and this duty is towards adults.',
      next: "Show how to reach children's services, who can ask for a transition assessment.",
      source: 'Part 1 (adult: 18 or over); ss.58 to 66',
    };
  }
  if (request.about === 'carer' && request.paidOrVoluntary === true) {
    return {
      may: false,
      code: 'paid-or-voluntary-carer',
      reason: 'The care is given under a contract or as voluntary work.',
      next: 'Consider whether the council should treat the person as a carer all the same, and record why.',
      source: 's.10(9)-(10)',
    };
  }
  if (!request.appearsToHaveNeeds) {
    return {
      may: false,
      code: 'no-appearance-of-need',
      reason: 'Nothing suggests that the person may have needs.',
      next: 'Give information and advice, and say that the person may ask again at any time.',
      source,
    };
  }
  return request.livesInArea
    ? {
        may: true,
        code: 'assess',
        reason: 'It appears that the person may have needs.',
        next: 'Offer an assessment and say when to expect it.',
        source,
      }
    : {
        may: true,
        code: 'assess-and-signpost',
        reason: 'It appears that the person may have needs; living elsewhere does not end the duty to assess.',
        next: "Show how to reach the person's own council, and let staff decide who assesses.",
        source: `${source}; s.13(3)(c)`,
      };
};
