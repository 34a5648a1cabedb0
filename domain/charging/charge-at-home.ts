import { type ChargingOptions, type ChargingOptionsInput, chargingOptions } from '../../schemas/charging-options.ts';
import { brokenRules } from './assessment-rules.ts';
import { capitalLines, withTotal } from './capital.ts';
import { type ChargeResult, runningTotal, type WorkingLine } from './charge.ts';
import { freeCare } from './free-care.ts';
import { incomeLines, isForDisability } from './income.ts';
import type { DisabilityCost, HomeAssessment, KeptCost } from './means.ts';
import { minimumIncomeGuarantee } from './minimum-income-guarantee.ts';
import { concludeCharge, type Outcome, singleResult } from './outcome.ts';
import { homeLimits, isOverUpperLimit, tariffIncome } from './tariff.ts';
import { openWorksheet, type Worksheet } from './worksheet.ts';

const REGULATION_10 = 'SI 2014/2672, regulation 10';

/**
 * What a person pays for one week of care at home, and what the council pays.
 *
 * Income and tariff income, less the minimum income guarantee, housing costs and accepted disability costs, is the most
 * that may be taken; the council's own options may only lower it, and it is never more than the care costs. The whole
 * cost falls on a person over the upper limit or who declines the assessment. Some services are free to everyone.
 *
 * @see Care Act 2014, sections 14 and 17; SI 2014/2672, regulations 3, 7, 10, 12 and 25
 */
export function chargeAtHome(assessment: HomeAssessment, optionsInput: ChargingOptionsInput = {}): ChargeResult {
  const options = chargingOptions.parse(optionsInput);
  const broken = brokenRules(
    assessment.person,
    assessment.route ?? { by: 'full' },
    assessment.firstDay ?? assessment.day,
  );
  if (broken.length > 0) return { ok: false, broken };
  const sheet = openWorksheet(assessment.firstDay ?? assessment.day, options);
  return sheet.ok ? concludeCharge(outcomeAtHome(assessment, options, sheet.value), sheet.value) : sheet;
}

function outcomeAtHome(assessment: HomeAssessment, options: ChargingOptions, sheet: Worksheet): Outcome {
  const { capital, route = { by: 'full' }, service = { kind: 'care' }, day, weeklyCost } = assessment;
  // A year's fee by the week, of which no part of a penny is taken.
  const arranging = Math.floor((assessment.arrangingYearly ?? 0) / 52);
  const inFull = (basis: string): Outcome => ({
    outcome: 'full-cost',
    personPays: weeklyCost + arranging,
    councilPays: 0,
    working: [
      ...singleResult('You pay the whole cost', weeklyCost, basis),
      ...(arranging > 0 ? arrangingLines(arranging, weeklyCost + arranging) : []),
    ],
    arranging,
  });
  const flat = (outcome: 'free' | 'agreed', charge: number, label: string, basis: string): Outcome => ({
    outcome,
    personPays: charge,
    councilPays: service.kind === 'nhs-service' ? 0 : weeklyCost - charge,
    working: singleResult(label, charge, basis),
  });

  const gratis = freeCare(service, day);
  if (service.kind === 'support-for-carer' && !options.chargeCarers)
    return flat('free', 0, 'We do not charge carers', 'Council’s choice');
  if (gratis.isFree) return flat('free', 0, 'This service is free', gratis.basis);
  if (route.by === 'declined') return inFull(`${REGULATION_10}: no financial assessment was agreed to`);
  if (route.by === 'light-touch') {
    if (route.finding === 'pays-in-full') return inFull(`${REGULATION_10}: by light touch, over the upper limit`);
    const agreed = route.finding === 'pays-nothing' ? 0 : Math.min(route.agreedCharge ?? 0, weeklyCost);
    return flat('agreed', agreed, 'You pay the charge agreed by light touch', REGULATION_10);
  }

  const limits = homeLimits(sheet, options.homeCapitalLimits);
  const counted = withTotal(capitalLines(capital, sheet));
  if (isOverUpperLimit(counted.total, limits)) {
    return { ...inFull('SI 2014/2672, regulation 12: over the upper limit'), capitalWorking: counted.lines };
  }
  const working = assessedWorking(assessment, options, tariffIncome(counted.total, limits), sheet);
  const personPays = runningTotal(working);
  return {
    outcome: 'assessed',
    personPays,
    councilPays: weeklyCost - personPays,
    working,
    capitalWorking: counted.lines,
  };
}

const arrangingLines = (weekly: number, all: number): WorkingLine[] => {
  const basis = 'Care Act 2014, sections 14(1)(b) and 18(3); SI 2014/2672, regulation 5';
  return [
    { step: 'add', label: 'For arranging it, as you asked', pence: weekly, basis },
    ...singleResult('You pay each week', all, basis),
  ];
};

function assessedWorking(
  { capital, income, person, day, weeklyCost, housingCosts, disabilityCosts }: HomeAssessment,
  options: ChargingOptions,
  tariff: number,
  sheet: Worksheet,
): WorkingLine[] {
  const { countDisabilityBenefits, migUplift, savingsCreditAtHome, standardDisabilityCosts = 0 } = options;
  const propertyCounts = capital.some(({ kind }) => kind === 'other-property');
  const hasBenefit = countDisabilityBenefits && income.some(isForDisability);
  const lines: WorkingLine[] = [
    ...incomeLines(
      income,
      { at: 'home', household: person.household, countDisabilityBenefits, savingsCreditAtHome, propertyCounts },
      sheet,
    ),
    {
      step: 'add',
      label: 'Income taken to come from your savings',
      pence: tariff,
      basis: 'SI 2014/2672, regulation 25',
    },
    ...minimumIncomeGuarantee(person, day, migUplift, sheet),
    ...housingCostLines(housingCosts, options),
    ...disabilityCostLines(disabilityCosts, hasBenefit ? standardDisabilityCosts : 0),
  ];
  const disposable = Math.max(0, runningTotal(lines));
  return [
    ...lines,
    {
      step: 'result',
      label: 'Left over each week',
      pence: disposable,
      basis: 'Care Act 2014, section 14(7): not below nothing',
    },
    ...councilSteps(disposable, weeklyCost, options),
  ];
}

/** What the council's options and the cost of the care make of the money left over, one line for each that changes it. */
function councilSteps(disposable: number, weeklyCost: number, options: ChargingOptions): WorkingLine[] {
  const { percentOfDisposable, weeklyCap = Number.MAX_SAFE_INTEGER, minimumCharge } = options;
  const steps: [label: string, basis: string, rule: (charge: number) => number][] = [
    [
      `The ${percentOfDisposable}% of it that the council takes`,
      'Council’s choice; fractions dropped by SI 2014/2672, regulation 11',
      (charge) => Math.floor((charge * percentOfDisposable) / 100),
    ],
    ['The most that the council charges a week', 'Council’s choice', (charge) => Math.min(charge, weeklyCap)],
    ['No more than the care costs', 'Care Act 2014, section 14(4)', (charge) => Math.min(charge, weeklyCost)],
    ['Too little to collect', 'Council’s choice', (charge) => (charge < minimumCharge ? 0 : charge)],
  ];
  const lines: WorkingLine[] = [];
  let charge = disposable;
  for (const [label, basis, rule] of steps) {
    const next = rule(charge);
    if (next !== charge) lines.push({ step: 'result', label, pence: next, basis });
    charge = next;
  }
  return [...lines, { step: 'result', label: 'You pay each week', pence: charge, basis: 'Care Act 2014, section 14' }];
}

const PARAGRAPH_40 = 'Guidance, Annex C, paragraph 40';

/** Each cost of disability that is taken, and each that is not with its reason; with a council's standard sum for all, never less than that. */
const disabilityCostLines = (costs: readonly DisabilityCost[], standard: number): WorkingLine[] => {
  const taken = costs.reduce((sum, { weekly }) => sum + weekly, 0);
  return [
    ...costs.flatMap(({ refused, ...cost }) => [
      ...(cost.weekly > 0 ? [kept(cost, PARAGRAPH_40)] : []),
      ...(refused
        ? [
            {
              step: 'left-out' as const,
              label: `${cost.what}: ${refused.why}`,
              pence: refused.weekly,
              basis: PARAGRAPH_40,
            },
          ]
        : []),
    ]),
    ...(taken < standard
      ? [
          kept(
            { what: 'Up to the council’s standard sum for costs of disability', weekly: standard - taken },
            'Council’s choice',
          ),
        ]
      : []),
  ];
};

/** What a person keeps for a home of their own, less what a benefit pays of it. */
export const housingCostLines = (
  costs: readonly KeptCost[],
  { otherHousingCosts }: Pick<ChargingOptions, 'otherHousingCosts'>,
): WorkingLine[] =>
  costs.map((cost) => {
    const { kind } = cost;
    const byChoice = kind === 'insurance' || kind === 'water';
    return byChoice && !otherHousingCosts.includes(kind)
      ? { step: 'left-out', label: cost.what, pence: cost.weekly, basis: 'Council’s choice: not kept for' }
      : kept(cost, byChoice ? 'Council’s choice' : 'SI 2014/2672, Schedule 1, paragraph 2: net of benefit');
  });

function kept({ what, weekly, metByBenefit = 0 }: KeptCost, basis: string): WorkingLine {
  return { step: 'take-away', label: what, pence: Math.max(0, weekly - metByBenefit), basis };
}
