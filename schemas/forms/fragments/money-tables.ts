import {
  benefitKinds,
  capitalKinds,
  costIntervals,
  disabilityCostKinds,
  housingCostKinds,
  occupants,
  otherIncomeKinds,
} from '../../finance.ts';
import { column } from './build.ts';

/**
 * The columns in which money is told, the same where a person tells it and where a finance officer works with it, so that nothing that was
 * told is typed again. A finance officer’s list has more columns beside them.
 *
 * @see Care and Support (Charging and Assessment of Resources) Regulations 2014, Schedules 1 and 2; statutory guidance, Annexes B, C and E
 */
export const benefitColumns = [
  column.choice('kind', 'Benefit', benefitKinds),
  column.money('weekly', 'Amount a week'),
  column.date('since', 'Date it began', true),
  column.yesno('pending', 'Claimed but not yet paid', true),
];

export const otherIncomeColumns = [
  column.choice('kind', 'Kind', otherIncomeKinds),
  column.text('from', 'Who pays it'),
  column.money('weekly', 'Amount a week'),
  column.yesno('halfToSpouse', 'Half of it goes to a husband, wife or civil partner who lives elsewhere', true),
];

export const capitalColumns = [
  column.choice('kind', 'Kind', capitalKinds),
  column.text('provider', 'Where it is', true),
  column.num('owners', 'How many people own it', [1, 20]),
  column.money('value', 'Whole value'),
  column.date('valuedOn', 'Date of that value', true),
];

export const givenAwayColumns = [
  column.text('what', 'What it was'),
  column.money('value', 'Value'),
  column.date('on', 'Date'),
  column.text('to', 'Who has it now'),
  column.text('why', 'Why', true),
];

export const propertyColumns = [
  column.text('address', 'Address'),
  column.choice('use', 'What it is', [
    ['main-home', 'The home, now or until the move to a care home'],
    ['other', 'Other property or land'],
  ]),
  column.num('owners', 'How many people own it', [1, 20]),
  column.money('value', 'Whole value'),
  column.money('mortgage', 'Mortgage left to pay'),
  column.yesno('livedInNow', 'Someone lives in it now'),
  column.choice('occupant', 'Who else lives in it', occupants),
  column.date('occupantSince', 'Date they moved in', true),
  column.date('leftOn', 'Date it was left', true),
  column.choice(
    'plan',
    'What is planned for it',
    [
      ['sell', 'Sell it'],
      ['let', 'Let it'],
      ['keep', 'Keep it'],
      ['not-sure', 'Not known yet'],
    ],
    true,
  ),
  column.yesno('deferredPayment', 'Wish to put off paying until it is sold', true),
];

export const housingCostColumns = [
  column.choice('kind', 'Kind', housingCostKinds),
  column.money('weekly', 'Amount a week'),
  column.money('metByBenefit', 'Part of it that a benefit pays a week'),
];

export const disabilityCostColumns = [
  column.choice('kind', 'Kind', disabilityCostKinds),
  column.text('need', 'Why it is needed'),
  column.money('cost', 'Cost'),
  column.choice('every', 'How often', costIntervals),
  column.num('sharedBy', 'How many people it is for', [1, 20], true),
];
