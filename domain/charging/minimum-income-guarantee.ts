import type { RateName } from '../../schemas/charging-rates.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { ageOn } from './assessment-rules.ts';
import type { WorkingLine } from './charge.ts';
import type { Person } from './means.ts';
import { hasReachedPensionAge } from './pension-age.ts';
import { rateLabels } from './rate-labels.ts';
import type { Worksheet } from './worksheet.ts';

const BASIS = 'Minimum income guarantee: SI 2014/2672, regulation 7';

/**
 * The lines of what a person at home must be left with: a base for the category, an amount for each child, premiums, and
 * whatever the council adds. Each is taken away from income.
 *
 * A couple's higher amount follows if one of them has reached Pension Credit age; a lone parent's has no such variant. The premiums
 * but the carer's end at that age.
 *
 * @see SI 2014/2672, regulation 7, of which (3) is for lone parents and (4) to (7) for couples
 */
export function minimumIncomeGuarantee(
  person: Person,
  day: IsoDate,
  migUplift: number,
  sheet: Worksheet,
): WorkingLine[] {
  const { childrenInHousehold = 0 } = person;
  const isOfPensionAge = hasReachedPensionAge(person.dateOfBirth, day);
  const premiums = (person.premiums ?? []).filter((premium) => premium === 'carer' || !isOfPensionAge);
  const of = (name: RateName, times = 1): WorkingLine => ({
    step: 'take-away',
    label: times === 1 ? rateLabels[name] : `${rateLabels[name]}, ${times} children`,
    pence: sheet.rate(name) * times,
    basis: BASIS,
  });
  const status = person.household === 'couple' ? 'couple' : 'single';
  return [
    of(baseRate(person, day)),
    ...(childrenInHousehold > 0 ? [of('child', childrenInHousehold)] : []),
    ...(premiums.includes('disability') ? [of(`disability-premium-${status}`)] : []),
    ...(premiums.includes('enhanced-disability') ? [of(`enhanced-disability-premium-${status}`)] : []),
    ...(premiums.includes('carer') ? [of('carer-premium')] : []),
    ...(migUplift > 0
      ? [
          {
            step: 'take-away',
            label: 'The council’s addition to the minimum',
            pence: migUplift,
            basis: 'Council’s choice',
          } as const,
        ]
      : []),
  ];
}

function baseRate({ dateOfBirth, household, partnerDateOfBirth }: Person, day: IsoDate): RateName {
  const hasReached = (born: IsoDate | undefined) => born !== undefined && hasReachedPensionAge(born, day);
  if (household === 'lone-parent') return 'mig-lone-parent';
  if (household === 'couple')
    return hasReached(dateOfBirth) || hasReached(partnerDateOfBirth) ? 'mig-couple-pension-age' : 'mig-couple';
  if (hasReached(dateOfBirth)) return 'mig-single-pension-age';
  return ageOn(dateOfBirth, day) < 25 ? 'mig-single-18-to-24' : 'mig-single-25-or-over';
}
