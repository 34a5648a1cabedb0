import { type ChargingOptions, chargingOptions } from '../../schemas/charging-options.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { finances } from '../../schemas/forms/finances.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { inPounds, reconcile } from '../forms/forms.ts';
import { readableDate } from '../time/readable-date.ts';
import { capitalLines } from './capital.ts';
import { type Charge, runningTotal } from './charge.ts';
import { capitalFrom, type FinancesAnswers, incomeFrom } from './finances-from.ts';
import { answerProblems } from './finances-problems.ts';
import { chargeFor } from './financial-assessment.ts';
import { incomeLines } from './income.ts';
import { amountsToLookAt } from './national-amounts.ts';
import { careHomeLimits, homeLimits, tariffIncome } from './tariff.ts';
import { openWorksheet } from './worksheet.ts';

/** What the lines are worked out for: the council's own choices, and the day. */
export type LineContext = { readonly charging: ChargingOptions | undefined; readonly today: IsoDate };

const outcomes = {
  assessed: 'by what the person has',
  'full-cost': 'the full cost',
  agreed: 'as agreed',
  free: 'the service is free',
  deferred: 'the rest is put off',
} as const;

/** What the answers so far are, without any that the list would not take. */
const soFar = (given: Answers, today: IsoDate) => {
  const { answers, toAsk } = reconcile(finances, given, () => today);
  // They have passed the list, question by question.
  return { answers: answers as Partial<FinancesAnswers>, toAsk };
};

/** The income that counts each week, as far as it is told. Nothing until the week and the place are known, which decide. */
export const incomeCounted = (given: Answers, { charging, today }: LineContext): string[] => {
  const { answers } = soFar(given, today);
  const { setting, weekOf, household = 'single' } = answers;
  const options = chargingOptions.parse(charging ?? {});
  const sheet = weekOf === undefined ? undefined : openWorksheet(weekOf, options);
  if (!sheet?.ok || setting === undefined) return [];
  const inSetting = {
    at: setting === 'home' ? ('home' as const) : ('care-home' as const),
    household,
    countDisabilityBenefits: options.countDisabilityBenefits && setting !== 'short-stay',
    savingsCreditAtHome: options.savingsCreditAtHome,
    propertyCounts: answers.property?.some(({ use }) => use === 'other') ?? false,
  };
  const lines = incomeLines(incomeFrom(answers), inSetting, sheet.value);
  return [inPounds(runningTotal(lines))];
};

/** Savings and property that count apart from the home, as far as they are told, and the income that they are taken to bring. */
const capital = (given: Answers, { charging, today }: LineContext) => {
  const { answers } = soFar(given, today);
  const options = chargingOptions.parse(charging ?? {});
  const sheet = answers.weekOf === undefined ? undefined : openWorksheet(answers.weekOf, options);
  if (!sheet?.ok) return undefined;
  const total = runningTotal(capitalLines(capitalFrom(answers), sheet.value));
  const limits =
    answers.setting === 'home' ? homeLimits(sheet.value, options.homeCapitalLimits) : careHomeLimits(sheet.value);
  return { total, tariff: total > limits.upper ? undefined : tariffIncome(total, limits) };
};

/** Savings and property that count, apart from the home. */
export const capitalCounted = (given: Answers, context: LineContext): string[] => {
  const counted = capital(given, context);
  return counted ? [inPounds(counted.total)] : [];
};

/** The weekly income that they are taken to bring, or that they are over the limit. SI 2014/2672, regulations 12 and 25. */
export const tariffLine = (given: Answers, context: LineContext): string[] => {
  const counted = capital(given, context);
  if (counted === undefined) return [];
  return [counted.tariff === undefined ? 'None: they are over the upper limit' : inPounds(counted.tariff)];
};

/** The charge as far as it can be worked out: what is still to be answered, what is wrong, or the charge with its working. */
export type ChargeSoFar =
  | { readonly kind: 'unanswered'; readonly toAsk: readonly string[] }
  | { readonly kind: 'broken'; readonly problems: readonly { readonly field: string; readonly message: string }[] }
  | { readonly kind: 'charge'; readonly charge: Charge; readonly answers: FinancesAnswers };

/** The charge that answers come to so far. It is shown before the person is told of it. */
export const chargeSoFar = (given: Answers, { charging, today }: LineContext): ChargeSoFar => {
  const { answers, toAsk } = soFar({ ...given, toldPersonOn: given['toldPersonOn'] ?? today }, today);
  if (toAsk.length > 0) return { kind: 'unanswered', toAsk };
  const whole = answers as FinancesAnswers;
  const wrong = answerProblems(whole);
  if (wrong.length > 0) return { kind: 'broken', problems: wrong };
  const result = chargeFor(whole, charging);
  return result.ok
    ? { kind: 'charge', charge: result.charge, answers: whole }
    : { kind: 'broken', problems: result.broken };
};

/** What the person pays, as soon as all that it depends on is answered, and what must still be looked up. */
export const chargeLine = (given: Answers, context: LineContext): string[] => {
  const found = chargeSoFar(given, context);
  if (found.kind === 'unanswered') return [];
  if (found.kind === 'broken') return found.problems.map(({ message }) => message);
  const { answers: whole } = found;
  const {
    personPays,
    councilPays,
    outcome,
    toConfirm,
    mustOfferDeferral,
    othersOwe = [],
    wholeWeek,
    later = [],
  } = found.charge;
  const open = toConfirm.filter(({ field }) => !whole.confirmed?.some((one) => one.field === field));
  return [
    `${inPounds(personPays)}: ${outcomes[outcome]}`,
    `The council pays ${inPounds(councilPays)}`,
    ...(wholeWeek ? [`In a whole week the person pays ${inPounds(wholeWeek.personPays)}`] : []),
    ...othersOwe.map(
      ({ who, weekly, most, weeks, lastWeek }) =>
        `${who} owes ${inPounds(weekly)} a week of what the council loses, up to ${inPounds(most)} (week ${weeks}: ${inPounds(lastWeek)})`,
    ),
    ...(mustOfferDeferral ? ['A deferred payment must be offered'] : []),
    ...later.map(
      (one) => `From ${readableDate(one.from)} the person pays ${inPounds(one.personPays)} a week: ${one.why}`,
    ),
    ...amountsToLookAt(whole, context.charging?.nationalRates ?? []),
    ...open.map(({ field, what }) => `To look up: ${what} (${field})`),
  ];
};
