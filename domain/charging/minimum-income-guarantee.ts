import type { RateName } from '../../schemas/charging-rates.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { ageOn } from './assessment-rules.ts';
import type { WorkingLine } from './charge.ts';
import type { Person } from './means.ts';
import { rateLabels } from './rate-labels.ts';
import type { Worksheet } from './worksheet.ts';

const BASIS = 'Minimum income guarantee: SI 2014/2672, regulation 7';

/**
 * The lines of what a person at home must be left with: a base for the category, an amount for each child, premiums, and
 * whatever the council adds. Each is taken away from income.
 *
 * A lone parent of Pension Credit age keeps the single pensioner's amount, which is the higher: the regulation's words
 * for that case were not seen, and the worksheet says so.
 *
 * @see SI 2014/2672, regulation 7
 */
export function minimumIncomeGuarantee(
  person: Person,
  weekOf: IsoDate,
  migUplift: number,
  sheet: Worksheet,
): WorkingLine[] {
  const { childrenInHousehold = 0, premiums = [] } = person;
  const of = (name: RateName, times = 1): WorkingLine => ({
    step: 'take-away',
    label: times === 1 ? rateLabels[name] : `${rateLabels[name]}, ${times} children`,
    pence: sheet.rate(name) * times,
    basis: BASIS,
  });
  const status = person.household === 'couple' ? 'couple' : 'single';
  return [
    of(baseRate(person, weekOf, sheet)),
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

function baseRate(person: Person, weekOf: IsoDate, sheet: Worksheet): RateName {
  const { household, pensionAge, partnerPensionAge = false } = person;
  if (household === 'couple') return pensionAge || partnerPensionAge ? 'mig-couple-pension-age' : 'mig-couple';
  if (household === 'lone-parent' && pensionAge) {
    sheet.rely('person.household', 'Minimum income for a lone parent of Pension Credit age', 'not-confirmed', BASIS);
  }
  if (pensionAge) return 'mig-single-pension-age';
  if (household === 'lone-parent') return 'mig-lone-parent';
  return ageOn(person.dateOfBirth, weekOf) < 25 ? 'mig-single-18-to-24' : 'mig-single-25-or-over';
}
