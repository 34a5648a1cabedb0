/**
 * Readers of the finance officer’s answers (`schemas/forms/finances.ts`): what the charging rules take, and which answer a broken rule is about.
 */
import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { ConfirmedRates } from '../../schemas/charging-rates.ts';
import {
  disabilityCostKinds,
  disabilityRefusals,
  type HousingCostKind,
  housingCostKinds,
} from '../../schemas/finance.ts';
import type { finances } from '../../schemas/forms/finances.ts';
import type { IsoDate, Pence } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';
import { type ChargedDays, chargedDays } from './charge-week.ts';
import { weeklyCost } from './disability-costs.ts';
import type {
  Capital,
  CareHomeAssessment,
  Home,
  HomeAssessment,
  Income,
  KeptCost,
  Person,
  Route,
  Service,
} from './means.ts';

/** What a finance officer answered. */
export type FinancesAnswers = AnswersOf<typeof finances>;

type Property = NonNullable<FinancesAnswers['property']>[number];
type DisabilityCost = NonNullable<FinancesAnswers['disabilityCosts']>[number];

/** The day that is looked at, and the first of its week that is charged. */
export type Days = { readonly day: IsoDate; readonly firstDay: IsoDate };

/** The days of the week that are charged: from the start of the care, of the stay or of the charge, to the end of a stay. */
export const chargedDaysFrom = (answers: FinancesAnswers): ChargedDays => {
  const { admittedForGoodOn, chargedFrom, reablementFrom, service, setting, stayFrom, stayTo, weekOf } = answers;
  const starts = [
    chargedFrom,
    setting === 'care-home' ? admittedForGoodOn : undefined,
    setting === 'short-stay' ? stayFrom : undefined,
    service === 'reablement' ? reablementFrom : undefined,
  ].filter((day) => day !== undefined);
  return { weekOf, from: starts.toSorted().at(-1), to: setting === 'short-stay' ? stayTo : undefined };
};

/** Care at home as the rules read it: also a short stay that the council charges as such. */
export const homeAssessmentFrom = (answers: FinancesAnswers, days: Days): HomeAssessment => ({
  ...meansFrom(answers, days),
  weeklyCost: answers.setting === 'home' ? (answers.weeklyCost ?? 0) : feeFrom(answers),
  housingCosts: housingCostsFrom(answers),
  disabilityCosts: (answers.disabilityCosts ?? []).map(disabilityCostFrom),
});

/** A place in a care home as the rules read it: for good, or for a time, when the home to go back to is left out and its costs are kept. */
export const careHomeAssessmentFrom = (answers: FinancesAnswers, days: Days): CareHomeAssessment => {
  const { topUpPayer } = answers;
  const home = answers.setting === 'care-home' ? homeFrom(answers) : undefined;
  return {
    ...meansFrom(answers, days),
    weeklyFee: feeFrom(answers),
    councilRate: answers.budgetRate ?? 0,
    deferredPayment:
      answers.deferredPayment === 'yes'
        ? { soFar: answers.deferredSoFar, keeps: answers.deferredKeeps, withTopUp: answers.deferTopUp === 'yes' }
        : undefined,
    topUpPayer: topUpPayer === 'none' ? undefined : topUpPayer,
    ...(home && { home }),
    ...(answers.setting === 'care-home' && { admittedOn: answers.admittedForGoodOn }),
    ...(answers.setting === 'short-stay' && { temporary: { housingCosts: housingCostsFrom(answers) } }),
  };
};

/** Amounts that the officer has put right, as the rules take them. A year that is none is told of by `answerProblems`. */
export const confirmedRatesFrom = ({ confirmedRates = [] }: FinancesAnswers): ConfirmedRates => {
  const years: ConfirmedRates = {};
  for (const { year, rate, amount, source, on } of confirmedRates) {
    // Answers to a question of money are whole pence from 0: the brand is a mark on the number type only.
    const cell = { pence: amount as Pence, source, confirmedOn: on };
    years[year] = { ...years[year], [rate]: cell };
  }
  return years;
};

/** What the answers say that cannot be, as far as no single question can tell. */
export const answerProblems = (answers: FinancesAnswers): BrokenRule[] => {
  const { reablementFrom, reablementTo, stayFrom, stayTo, topUpAble } = answers;
  const checks: [boolean, string, string, string][] = [
    [
      ends(reablementFrom, reablementTo),
      'reablementTo',
      'SI 2014/2672, regulation 3',
      'The last day of the reablement must be the same as or after the first',
    ],
    [
      ends(stayFrom, stayTo),
      'stayTo',
      'SI 2014/2672, regulation 8',
      'The last day of the stay must be the same as or after the first',
    ],
    [
      topUpAble === 'no',
      'topUpAble',
      'SI 2014/2670: the additional cost condition',
      'A top-up needs a payer who is able and willing: agree on another, or on another home',
    ],
    [
      chargedDays(chargedDaysFrom(answers)).length === 0,
      'weekOf',
      'Care Act 2014, section 14: what meets needs is charged',
      'Nothing is charged in this week: give the week in which the charge starts, or one before the stay ends',
    ],
    [
      homesIn(answers).length > 1,
      'property',
      'SI 2014/2672, Schedule 2',
      'Only one property can be the home: say of the others that they are other property',
    ],
  ];
  return [
    ...checks.filter(([isBroken]) => isBroken).map(([, field, rule, message]) => ({ field, rule, message })),
    ...(answers.nursingPaid !== undefined && answers.nursingPaid > (answers.weeklyFee ?? 0)
      ? [{ field: 'nursingPaid', rule: 'NHS-funded nursing care', message: 'The NHS cannot pay more than the fee' }]
      : []),
    ...(answers.disabilityCosts ?? []).flatMap(decisionProblems),
    ...(answers.givenAway ?? []).flatMap(findingProblems),
    ...(answers.confirmedRates ?? []).flatMap(({ year }, row) =>
      /^20\d\d-\d\d$/.test(year)
        ? []
        : [{ field: `confirmedRates[${row}].year`, rule: 'A year of rates', message: 'Enter the year like 2026-27' }],
    ),
  ];
};

/** The name of the question that a field of the rules comes from, so that a problem stands where it can be put right. */
export const questionOf = (field: string, { setting }: FinancesAnswers): string => {
  const [first = '', second = ''] = field.split('.');
  if (first === 'person') return second;
  if (first === 'route') return second === 'consented' ? 'lightTouchAgreed' : second;
  if (first === 'weeklyCost' && setting !== 'home') return 'weeklyFee';
  if (first === 'councilRate') return 'budgetRate';
  return first;
};

const disabilityLabels = labelsOf(disabilityCostKinds);
const housingLabels = labelsOf(housingCostKinds);
const refusalLabels = labelsOf(disabilityRefusals);

const meansFrom = (answers: FinancesAnswers, { day, firstDay }: Days) => ({
  day,
  firstDay,
  route: routeFrom(answers),
  service: serviceFrom(answers),
  person: personFrom(answers),
  income: incomeFrom(answers),
  capital: capitalFrom(answers),
});

const routeFrom = ({ financialChoice, lightTouchAgreed, lightTouchFinding, agreedCharge }: FinancesAnswers): Route => {
  if (financialChoice === 'full') return { by: 'full' };
  if (financialChoice === 'decline' || lightTouchFinding === undefined) return { by: 'declined' };
  return { by: 'light-touch', consented: lightTouchAgreed === 'yes', finding: lightTouchFinding, agreedCharge };
};

const serviceFrom = ({ service, serviceCost = 0, reablementFrom, reablementTo, weekOf }: FinancesAnswers): Service => {
  if (service === 'aid-or-adaptation') return { kind: service, cost: serviceCost };
  if (service !== 'reablement') return { kind: service };
  return { kind: service, startedOn: reablementFrom ?? weekOf, plannedLastDay: reablementTo };
};

const personFrom = (answers: FinancesAnswers): Person => {
  const { dateOfBirth, household = 'single', partnerDateOfBirth, childrenInHousehold = 0, premiums = [] } = answers;
  return {
    dateOfBirth,
    household,
    partnerDateOfBirth: household === 'couple' ? partnerDateOfBirth : undefined,
    childrenInHousehold,
    premiums: premiums.filter((premium) => premium !== 'none'),
  };
};

/** What comes in, as the rules read it. */
export const incomeFrom = ({ benefits = [], otherIncome = [] }: Partial<FinancesAnswers>): Income[] => [
  // What is claimed and not paid yet is no income of this week.
  ...benefits
    .filter(({ pending }) => pending !== 'yes')
    .map(({ kind, weekly, forHousing = 0, forChildren = 0 }) => ({ kind, weekly, elements: forHousing + forChildren })),
  ...otherIncome.map(({ kind, weekly, halfToSpouse, passedOn }) => ({
    kind,
    weekly,
    halfToSpouse: halfToSpouse === 'yes',
    passedOn,
  })),
];

/** What is owned apart from the home, as the rules read it. */
export const capitalFrom = (answers: Partial<FinancesAnswers>): Capital[] => [
  ...(answers.capital ?? []).map(({ kind, value, owners, sharePercent }) => ({ kind, value, owners, sharePercent })),
  ...(answers.property ?? [])
    .filter(({ use }) => use === 'other')
    .map(({ value, owners, mortgage, sharePercent }) => ({
      kind: 'other-property' as const,
      value,
      owners,
      mortgage,
      sharePercent,
    })),
  ...(answers.givenAway ?? [])
    .filter(({ foreseen, toAvoid }) => foreseen === 'yes' && toAvoid === 'yes')
    .map(({ value }) => ({ kind: 'given-away' as const, value })),
];

const homesIn = ({ property = [] }: FinancesAnswers): Property[] => property.filter(({ use }) => use === 'main-home');

const homeFrom = (answers: FinancesAnswers): Home | undefined => {
  const [home] = homesIn(answers);
  const { admittedForGoodOn, disregardEndedOn, homeDiscretion, weekOf } = answers;
  if (home === undefined) return undefined;
  const { value, owners, mortgage, occupant, occupantSince, leftOn, sharePercent } = home;
  const movedOn = leftOn ?? admittedForGoodOn ?? weekOf;
  return {
    value,
    owners,
    sharePercent,
    mortgage,
    occupant,
    occupiedSinceBefore: occupantSince === undefined || occupantSince < movedOn,
    leftOutByCouncil: homeDiscretion === 'left-out',
    twelveWeeksFrom: disregardEndedOn ?? admittedForGoodOn ?? weekOf,
  };
};

/** What the home asks without the nursing care that the NHS pays to it. */
const feeFrom = ({ weeklyFee = 0, nursingPaid = 0 }: FinancesAnswers): number => Math.max(0, weeklyFee - nursingPaid);

/** What Housing Benefit, and Universal Credit for housing, are paid for. */
const rents: readonly HousingCostKind[] = ['rent', 'ground-rent', 'service-charge'];

/**
 * The costs of a home, less what a benefit pays of them: what was said of each, and what else comes in by way of Housing Benefit or Council
 * Tax Reduction, so that nothing is both left out as income and kept as a cost. SI 2014/2672, Schedule 1, paragraphs 2 and 3.
 */
const housingCostsFrom = ({ benefits = [], housingCosts = [] }: FinancesAnswers): KeptCost[] => {
  const paid = (kinds: readonly HousingCostKind[], comesIn: number) => {
    const said = housingCosts
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((sum, { metByBenefit }) => sum + metByBenefit, 0);
    return Math.max(0, comesIn - said);
  };
  const sum = (amount: (benefit: (typeof benefits)[number]) => number) =>
    benefits.filter(({ pending }) => pending !== 'yes').reduce((all, benefit) => all + amount(benefit), 0);
  const unsaid = {
    rent: paid(
      rents,
      sum(({ kind, weekly, forHousing = 0 }) => (kind === 'housing-benefit' ? weekly : forHousing)),
    ),
    tax: paid(
      ['council-tax'],
      sum(({ kind, weekly }) => (kind === 'council-tax-reduction' ? weekly : 0)),
    ),
  };
  return housingCosts.map(({ kind, weekly, metByBenefit }) => {
    const pool = rents.includes(kind) ? 'rent' : kind === 'council-tax' ? 'tax' : undefined;
    const more = pool ? Math.min(unsaid[pool], Math.max(0, weekly - metByBenefit)) : 0;
    if (pool) unsaid[pool] -= more;
    return { kind, what: housingLabels[kind], weekly, metByBenefit: metByBenefit + more };
  });
};

const disabilityCostFrom = ({
  kind,
  cost,
  every,
  sharedBy,
  lastsYears,
  decision,
  accepted = 0,
  why,
}: DisabilityCost) => {
  const aWeek = (pence: number) => weeklyCost(pence, every, { sharedBy, lastsYears });
  const weekly = decision === 'refused' ? 0 : aWeek(decision === 'part' ? accepted : cost);
  return {
    what: disabilityLabels[kind],
    weekly,
    ...(why &&
      decision !== 'accepted' && { refused: { weekly: Math.max(0, aWeek(cost) - weekly), why: refusalLabels[why] } }),
  };
};

const decisionProblems = ({ decision, accepted, why }: DisabilityCost, row: number): BrokenRule[] => {
  const rule = 'Guidance, Annex C, paragraph 40: each cost is looked at';
  const at = (column: string) => `disabilityCosts[${row}].${column}`;
  if (decision === undefined)
    return [{ field: at('decision'), rule, message: 'Select what is decided about this cost' }];
  return [
    ...(decision === 'part' && accepted === undefined
      ? [{ field: at('accepted'), rule, message: 'Enter the part of this cost that is accepted' }]
      : []),
    ...(decision !== 'accepted' && why === undefined
      ? [{ field: at('why'), rule, message: 'Select why this cost is not accepted in full' }]
      : []),
  ];
};

type GivenAway = NonNullable<FinancesAnswers['givenAway']>[number];
const findingProblems = ({ foreseen, toAvoid, reasons }: GivenAway, row: number): BrokenRule[] => {
  const rule = 'Statutory guidance, Annex E';
  const at = (column: string) => `givenAway[${row}].${column}`;
  return [
    ...(foreseen === undefined
      ? [{ field: at('foreseen'), rule, message: 'Select whether the person could then expect to need care' }]
      : []),
    ...(toAvoid === undefined
      ? [{ field: at('toAvoid'), rule, message: 'Select whether avoiding charges was a significant reason' }]
      : []),
    ...(toAvoid === 'yes' && reasons === undefined
      ? [{ field: at('reasons'), rule, message: 'Enter the reasons for the finding, and what the person said' }]
      : []),
  ];
};

const ends = (first: IsoDate | undefined, last: IsoDate | undefined): boolean =>
  first !== undefined && last !== undefined && last < first;

function labelsOf<Kind extends string>(kinds: readonly (readonly [Kind, string])[]): Readonly<Record<Kind, string>> {
  return Object.fromEntries(kinds) as Record<Kind, string>;
}
