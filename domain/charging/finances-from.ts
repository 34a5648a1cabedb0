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
import { addDays, addWeeks, daysBetween } from '../time/clock-time.ts';
import { isProtected } from './capital.ts';
import type { ChargedDays } from './charge-week.ts';
import { weeklyCost } from './disability-costs.ts';
import type { Gift } from './given-away.ts';
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
import { nursingCareOn } from './nursing-care.ts';

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
  weeklyCost: answers.setting === 'home' ? (answers.weeklyCost ?? 0) : feeFrom(answers, days.day),
  housingCosts: housingCostsFrom(answers),
  disabilityCosts: (answers.disabilityCosts ?? []).map(disabilityCostFrom),
  arrangingYearly: answers.arrangedFor === 'asked' ? answers.arrangementFee : undefined,
});

/** A place in a care home as the rules read it: for good, or for a time, when the home to go back to is left out and its costs are kept. */
export const careHomeAssessmentFrom = (answers: FinancesAnswers, days: Days): CareHomeAssessment => {
  const { topUpPayer } = answers;
  const home = homeFrom(answers);
  return {
    ...meansFrom(answers, days),
    weeklyFee: feeFrom(answers, days.day),
    // One home within the budget must be real and free: if the cheapest is dearer, the budget rises to it.
    councilRate: Math.max(answers.budgetRate ?? 0, answers.cheapestFree ?? 0),
    deferredPayment:
      answers.deferredPayment === 'yes'
        ? { soFar: answers.deferredSoFar, keeps: answers.deferredKeeps, withTopUp: answers.deferTopUp === 'yes' }
        : undefined,
    topUpPayer: topUpPayer === 'none' ? undefined : topUpPayer,
    ...(home && { home }),
    ...(answers.setting === 'care-home' && { admittedOn: answers.admittedForGoodOn }),
    ...(answers.setting === 'short-stay' && {
      temporary: { housingCosts: housingCostsFrom(answers), leftForPartner: answers.leftForPartner },
    }),
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
    .filter(isFoundToAvoid)
    .map((gift) => ({ kind: 'given-away' as const, value: gainOf(gift) })),
];

type GivenAway = NonNullable<FinancesAnswers['givenAway']>[number];

/** Whether all was found that must be: it was given up, care could be expected, and avoiding charges was a significant reason. Annex E. */
const isFoundToAvoid = ({ wasGivenUp, foreseen, toAvoid }: GivenAway): boolean =>
  wasGivenUp === 'yes' && foreseen === 'yes' && toAvoid === 'yes';

/** What its receiver gained: its value less what was paid for it. */
const gainOf = ({ value, paid = 0 }: GivenAway): number => Math.max(0, value - paid);

/** What was given away so as to avoid charges, by who has it now. */
export const giftsFrom = ({ givenAway = [] }: FinancesAnswers): Gift[] =>
  givenAway.filter(isFoundToAvoid).map((gift) => ({ who: gift.to, gain: gainOf(gift) }));

/** For how many whole weeks before this one what was given away has counted already. */
export const weeksCounted = ({ givenAway = [], weekOf }: FinancesAnswers): number => {
  const [first] = givenAway.flatMap((gift) => (isFoundToAvoid(gift) ? (gift.countedFrom ?? []) : [])).toSorted();
  return first === undefined || first >= weekOf ? 0 : Math.floor(daysBetween(first, weekOf) / 7);
};

/** The properties that are said to be the home. */
export const homesIn = ({ property = [] }: FinancesAnswers): Property[] =>
  property.filter(({ use }) => use === 'main-home');

const livedThereBefore = (
  { leftOn, occupantSince }: Property,
  { admittedForGoodOn, weekOf }: FinancesAnswers,
): boolean => occupantSince === undefined || occupantSince < (leftOn ?? admittedForGoodOn ?? weekOf);

/** Whether the law protects who lives in a home: such a person, there since before the move. */
export const protectedNow = (home: Property, answers: FinancesAnswers): boolean =>
  isProtected(home.occupant) && livedThereBefore(home, answers);

const homeFrom = (answers: FinancesAnswers): Home | undefined => {
  const [home] = homesIn(answers);
  const { admittedForGoodOn, disregardEndedOn, homeDiscretion, homeDuringStay, setting, weekOf } = answers;
  if (home === undefined) return undefined;
  const { value, owners, mortgage, occupant, sharePercent } = home;
  return {
    value,
    owners,
    sharePercent,
    mortgage,
    occupant,
    occupiedSinceBefore: livedThereBefore(home, answers),
    leftOutByCouncil: homeDiscretion === 'left-out',
    twelveWeeksFrom: disregardEndedOn ?? admittedForGoodOn ?? weekOf,
    otherReasonUntil: disregardEndedOn,
    ...(setting === 'short-stay'
      ? { goesBack: homeDuringStay !== 'neither', disregardDays: 0 }
      : disregardEndedOn === undefined && earlierStay(answers)),
  };
};

/** The 12 weeks, in days. */
const DISREGARD_DAYS = 84;

/**
 * What an earlier stay for good has left of the 12 weeks, where the person is back within 52 weeks of its end; later, they begin anew.
 *
 * @see SI 2014/2672, Schedule 2, paragraph 2(3), of which the beginning was seen
 */
const earlierStay = ({ admittedForGoodOn, earlierStayFrom, earlierStayTo }: FinancesAnswers) => {
  if (admittedForGoodOn === undefined || earlierStayFrom === undefined || earlierStayTo === undefined) return {};
  if (admittedForGoodOn > addWeeks(earlierStayTo, 52)) return {};
  return { disregardDays: Math.max(0, DISREGARD_DAYS - daysBetween(earlierStayFrom, addDays(earlierStayTo, 1))) };
};

/** What the NHS pays to the home for nursing care on a day: the national rate, or what was typed. Undefined where neither is known. */
export const nursingCareFrom = (
  { nursingCare = 'none', nursingPaid }: FinancesAnswers,
  day: IsoDate,
): number | undefined => nursingPaid ?? (nursingCare === 'none' ? 0 : nursingCareOn(day, nursingCare));

/** What the home asks without the nursing care that the NHS pays to it. */
const feeFrom = (answers: FinancesAnswers, day: IsoDate): number =>
  Math.max(0, (answers.weeklyFee ?? 0) - (nursingCareFrom(answers, day) ?? 0));

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

function labelsOf<Kind extends string>(kinds: readonly (readonly [Kind, string])[]): Readonly<Record<Kind, string>> {
  return Object.fromEntries(kinds) as Record<Kind, string>;
}
