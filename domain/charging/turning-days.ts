import type { IsoDate } from '../../schemas/scalars.ts';
import { addDays, addWeeks } from '../time/clock-time.ts';
import { freeReablementSpell } from '../time/deadlines.ts';
import { birthdayOn } from './assessment-rules.ts';
import { homeCountsFrom } from './capital.ts';
import { isForDisability } from './income.ts';
import type { CareHomeAssessment, HomeAssessment } from './means.ts';
import { pensionAgeDay } from './pension-age.ts';

/** A day on which the sum changes by itself, and why, in the words of a letter. */
export interface TurningDay {
  readonly on: IsoDate;
  readonly cause: 'age' | 'partner-age' | 'free-weeks-end' | 'benefits-stop' | 'home-counts';
  readonly why: string;
}

/** How far ahead a charge tells what will change: rates are those of a year. */
const WEEKS_AHEAD = 52;

/**
 * The days in the year after a week on which what a person pays changes though nobody’s money does: an age that is reached, the end of the weeks in
 * which the home is left out, the end of free reablement.
 *
 * @param after the last day that is charged already
 */
export const turningDays = (assessment: HomeAssessment | CareHomeAssessment, after: IsoDate): TurningDay[] => {
  const { person, service } = assessment;
  const { dateOfBirth, partnerDateOfBirth } = person;
  const days: TurningDay[] = [
    { cause: 'age', on: birthdayOn(dateOfBirth, 25), why: 'You are 25' },
    { cause: 'age', on: pensionAgeDay(dateOfBirth), why: 'You reach Pension Credit age' },
    ...(partnerDateOfBirth
      ? [
          {
            cause: 'partner-age' as const,
            on: pensionAgeDay(partnerDateOfBirth),
            why: 'Your partner reaches Pension Credit age',
          },
        ]
      : []),
    ...(service?.kind === 'reablement'
      ? [
          {
            cause: 'free-weeks-end' as const,
            on: freeReablementSpell(service.startedOn, service.plannedLastDay).endsOn,
            why: 'The free weeks of reablement are over',
          },
        ]
      : []),
    ...('admittedOn' in assessment && assessment.admittedOn && assessment.income.some(isForDisability)
      ? [
          {
            cause: 'benefits-stop' as const,
            on: addDays(assessment.admittedOn, 28),
            why: 'Attendance Allowance and the like stop after 28 days',
          },
        ]
      : []),
    ...('home' in assessment && assessment.home
      ? [
          {
            cause: 'home-counts' as const,
            on: homeCountsFrom(assessment.home),
            why: 'The 12 weeks in which we leave out your home are over',
          },
        ]
      : []),
  ];
  const last = addWeeks(after, WEEKS_AHEAD);
  return days.filter(({ on }) => on > after && on <= last).toSorted((a, b) => a.on.localeCompare(b.on));
};
