import { type ChargingOptions, type ChargingOptionsInput, chargingOptions } from '../../schemas/charging-options.ts';
import type { BrokenRule } from '../ruling.ts';
import { brokenRules } from './assessment-rules.ts';
import { capitalLines, type HomeStanding, homeLine, homeStanding, withTotal } from './capital.ts';
import { type ChargeResult, runningTotal, type WorkingLine } from './charge.ts';
import { housingCostLines } from './charge-at-home.ts';
import { freeCare } from './free-care.ts';
import { incomeLines } from './income.ts';
import type { CareHomeAssessment } from './means.ts';
import { concludeCharge, type Outcome, singleResult } from './outcome.ts';
import { careHomeLimits, isOverUpperLimit, tariffIncome } from './tariff.ts';
import { openWorksheet, type Worksheet } from './worksheet.ts';

/**
 * What a resident of a care home pays for one week, what the council pays, and the top-up on a dearer home.
 *
 * Income and tariff income, less the personal expenses allowance, up to the council's rate. The whole fee falls on a
 * resident over the upper limit or who declines the assessment; with a deferred payment such a resident pays what income
 * allows and the rest becomes a debt on the home.
 *
 * @see Care Act 2014, sections 14, 17, 30 and 34; SI 2014/2672, regulations 6, 10, 12 and 25 and Schedule 2
 */
export function chargeInCareHome(
  assessment: CareHomeAssessment,
  optionsInput: ChargingOptionsInput = {},
): ChargeResult {
  const options = chargingOptions.parse(optionsInput);
  const sheet = openWorksheet(assessment.firstDay ?? assessment.day, options);
  const rules = brokenRules(assessment.person, assessment.route ?? inFullRoute, assessment.firstDay ?? assessment.day);
  if (!sheet.ok) return { ok: false, broken: [...rules, ...sheet.broken] };
  const means = meansOf(assessment, sheet.value);
  const broken = [...rules, ...agreementRules(assessment, means)];
  if (broken.length > 0) return { ok: false, broken };
  return concludeCharge(outcomeInCareHome(assessment, means, options, sheet.value), sheet.value);
}

interface Means {
  readonly homeStanding: HomeStanding | 'no-home';
  readonly isOver: boolean;
  readonly tariff: number;
  readonly lines: WorkingLine[];
}

const inFullRoute = { by: 'full' } as const;

function meansOf({ capital, home, day, route = inFullRoute }: CareHomeAssessment, sheet: Worksheet): Means {
  const unassessed: Means = { homeStanding: 'no-home', isOver: false, tariff: 0, lines: [] };
  if (route.by === 'declined' || (route.by === 'light-touch' && !home)) return unassessed;
  const limits = careHomeLimits(sheet);
  const other = capitalLines(capital, sheet);
  const standing = home ? homeStanding(home, day) : 'no-home';
  // By light touch the means are not worked out, but the first 12 weeks still decide who may pay a top-up.
  if (route.by === 'light-touch') return { ...unassessed, homeStanding: standing };
  const all = home && standing !== 'no-home' ? [...other, homeLine(home, standing, sheet)] : other;
  const { total, lines } = withTotal(all);
  return {
    homeStanding: standing,
    isOver: isOverUpperLimit(total, limits),
    tariff: tariffIncome(total, limits),
    lines,
  };
}

/** A deferred payment needs a home that counts; a top-up needs a payer, and the resident may be that only for a time. */
function agreementRules(assessment: CareHomeAssessment, { homeStanding: standing, isOver }: Means): BrokenRule[] {
  const {
    deferredPayment = false,
    home,
    route = inFullRoute,
    service,
    topUpPayer,
    weeklyFee,
    councilRate,
  } = assessment;
  const rules: BrokenRule[] = [];
  if (deferredPayment && !home) {
    const message = 'A deferred payment needs a home as its security';
    rules.push({ field: 'deferredPayment', rule: 'Care Act 2014, section 34', message });
  }
  const isAssessed =
    route.by !== 'declined' && !isOver && !(route.by === 'light-touch' && route.finding === 'pays-in-full');
  if (!isAssessed || weeklyFee <= councilRate) return rules;
  if (topUpPayer === undefined) {
    const message = 'Say who pays the part of the fee above the council’s rate';
    rules.push({ field: 'topUpPayer', rule: 'SI 2014/2670: the additional cost condition', message });
  }
  const mayPayOwn = standing === 'first-12-weeks' || deferredPayment || service?.kind === 'section-117-aftercare';
  if (topUpPayer === 'own-money' && !mayPayOwn) {
    const message =
      'A resident may pay their own top-up only in the first 12 weeks, under a deferred payment or for section 117 aftercare';
    rules.push({ field: 'topUpPayer', rule: 'SI 2014/2670, regulation 5', message });
  }
  return rules;
}

function outcomeInCareHome(
  assessment: CareHomeAssessment,
  means: Means,
  options: ChargingOptions,
  sheet: Worksheet,
): Outcome {
  const { councilRate, deferredPayment, route = inFullRoute, service = { kind: 'care' }, day, weeklyFee } = assessment;
  const standard = Math.min(councilRate, weeklyFee);
  const topUp = weeklyFee - standard;
  const capitalWorking = means.lines;
  const inFull = (basis: string): Outcome => ({
    outcome: 'full-cost',
    personPays: weeklyFee,
    councilPays: 0,
    working: singleResult('You pay the whole fee', weeklyFee, basis),
    capitalWorking,
  });
  const gratis = freeCare(service, day);
  if (gratis.isFree) {
    const working = singleResult('This service is free', 0, gratis.basis);
    return { outcome: 'free', personPays: 0, councilPays: standard, topUp, working };
  }
  if (route.by === 'declined') return inFull('SI 2014/2672, regulation 10: no financial assessment was agreed to');
  if (route.by === 'light-touch') {
    if (route.finding === 'pays-in-full')
      return inFull('SI 2014/2672, regulation 10: by light touch, over the upper limit');
    const agreed = route.finding === 'pays-nothing' ? 0 : Math.min(route.agreedCharge ?? 0, standard);
    const working = singleResult('You pay the charge agreed by light touch', agreed, 'SI 2014/2672, regulation 10');
    return { outcome: 'agreed', personPays: agreed, councilPays: standard - agreed, topUp, working };
  }
  if (means.isOver && deferredPayment) return { ...deferredOutcome(assessment, options, sheet), capitalWorking };
  if (means.isOver) return inFull('SI 2014/2672, regulation 12: over the upper limit');

  const lines: WorkingLine[] = [
    ...residentIncome(assessment, options, sheet),
    {
      step: 'add',
      label: 'Income taken to come from your savings',
      pence: means.tariff,
      basis: 'SI 2014/2672, regulation 25',
    },
    ...housingCostLines(assessment.temporary?.housingCosts ?? []),
    {
      step: 'take-away',
      label: 'Personal expenses allowance, which you keep',
      pence: sheet.rate('personal-expenses-allowance'),
      basis: 'SI 2014/2672, regulation 6',
    },
  ];
  const personPays = Math.min(Math.max(0, runningTotal(lines)), standard);
  const basis = 'Care Act 2014, section 14: not below nothing, and not above the council’s rate';
  const working = [...lines, ...singleResult('You pay each week', personPays, basis)];
  return { outcome: 'assessed', personPays, councilPays: standard - personPays, topUp, working, capitalWorking };
}

function deferredOutcome(assessment: CareHomeAssessment, options: ChargingOptions, sheet: Worksheet): Outcome {
  const { weeklyFee } = assessment;
  const basis = 'SI 2014/2671 and guidance, chapter 9';
  const lines: WorkingLine[] = [
    ...residentIncome(assessment, options, sheet),
    { step: 'take-away', label: 'What you keep each week', pence: options.deferredPaymentKept, basis },
  ];
  const personPays = Math.min(Math.max(0, runningTotal(lines)), weeklyFee);
  const working = [...lines, ...singleResult('You pay each week now', personPays, basis)];
  return { outcome: 'deferred', personPays, councilPays: 0, deferred: weeklyFee - personPays, working };
}

function residentIncome({ income, person, temporary }: CareHomeAssessment, options: ChargingOptions, sheet: Worksheet) {
  // Attendance Allowance and the like stay with a temporary resident (a council's page, North Tyneside 10.7).
  const countDisabilityBenefits = options.countDisabilityBenefits && temporary === undefined;
  return incomeLines(income, { at: 'care-home', household: person.household, countDisabilityBenefits }, sheet);
}
