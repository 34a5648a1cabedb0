import { type ChargingOptions, type ChargingOptionsInput, chargingOptions } from '../../schemas/charging-options.ts';
import type { BrokenRule } from '../ruling.ts';
import { addDays } from '../time/clock-time.ts';
import { brokenRules } from './assessment-rules.ts';
import { capitalLines, type HomeStanding, homeLine, homeShare, homeStanding, withTotal } from './capital.ts';
import { type ChargeResult, runningTotal, type WorkingLine } from './charge.ts';
import { housingCostLines } from './charge-at-home.ts';
import { deferral, deferredPaymentOffer, deferredThisWeek, equityLimit, keptEachWeek } from './deferred-payment.ts';
import { freeCare } from './free-care.ts';
import { incomeLines } from './income.ts';
import type { CareHomeAssessment, DeferredPayment, Home } from './means.ts';
import { concludeCharge, type Outcome, singleResult } from './outcome.ts';
import { type CapitalLimits, careHomeLimits, isOverUpperLimit, tariffIncome } from './tariff.ts';
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
  /** Whether a deferred payment is in force whose limit is not reached. */
  readonly mayDefer: boolean;
  /** Whether one must be offered. */
  readonly mustOfferDeferral: boolean;
  readonly tariff: number;
  readonly lines: WorkingLine[];
}

const inFullRoute = { by: 'full' } as const;

/** Whether as much has been put off as may be: no more is, and from then the means are what is left of the home. */
const isAtLimit = ({ home, deferredPayment }: CareHomeAssessment, limits: CapitalLimits): boolean =>
  home !== undefined &&
  deferredPayment !== undefined &&
  (deferredPayment.soFar ?? 0) >= equityLimit(homeShare(home), limits);

function meansOf(assessment: CareHomeAssessment, sheet: Worksheet): Means {
  const { capital, day, route = inFullRoute } = assessment;
  const unassessed: Means = {
    homeStanding: 'no-home',
    isOver: false,
    mayDefer: false,
    mustOfferDeferral: false,
    tariff: 0,
    lines: [],
  };
  if (route.by === 'declined' || (route.by === 'light-touch' && !assessment.home)) return unassessed;
  const limits = careHomeLimits(sheet);
  const mayDefer = assessment.deferredPayment !== undefined && !isAtLimit(assessment, limits);
  // Capital is less what is secured on it (SI 2014/2672, regulation 20).
  const home = assessment.home && {
    ...assessment.home,
    ...(!mayDefer && { owedByShare: assessment.deferredPayment?.soFar }),
  };
  const other = capitalLines(capital, sheet);
  const standing = home ? homeStanding(home, day) : 'no-home';
  // By light touch the means are not worked out, but the first 12 weeks still decide who may pay a top-up.
  if (route.by === 'light-touch') return { ...unassessed, homeStanding: standing };
  const all = home && standing !== 'no-home' ? [...other, homeLine(home, standing, sheet)] : other;
  const { total, lines } = withTotal(all);
  const offer = deferredPaymentOffer(
    {
      needsMetInCareHome: assessment.temporary === undefined,
      otherCapital: runningTotal(other),
      homeCounts: standing === 'counted',
      adequateSecurity: assessment.home !== undefined && equityLimit(homeShare(assessment.home), limits) > 0,
    },
    limits,
  );
  return {
    homeStanding: standing,
    isOver: isOverUpperLimit(total, limits),
    mayDefer,
    mustOfferDeferral: offer.may && assessment.deferredPayment === undefined,
    tariff: tariffIncome(total, limits),
    lines,
  };
}

/** A deferred payment needs a home that counts; a top-up needs a payer, and the resident may be that only for a time. */
function agreementRules(
  assessment: CareHomeAssessment,
  { homeStanding: standing, isOver, mayDefer }: Means,
): BrokenRule[] {
  const {
    deferredPayment,
    home,
    route = inFullRoute,
    service = { kind: 'care' },
    topUpPayer,
    weeklyFee,
    councilRate,
  } = assessment;
  const rules: BrokenRule[] = [];
  if (deferredPayment !== undefined && !home) {
    const message = 'A deferred payment needs a home as its security';
    rules.push({ field: 'deferredPayment', rule: 'Care Act 2014, section 34', message });
  }
  const isAssessed =
    route.by !== 'declined' &&
    (!isOver || mayDefer) &&
    !(route.by === 'light-touch' && route.finding === 'pays-in-full');
  // The NHS pays the whole of what it provides.
  if (!isAssessed || weeklyFee <= councilRate || service.kind === 'nhs-service') return rules;
  if (topUpPayer === undefined) {
    const message = 'Say who pays the part of the fee above the council’s rate';
    rules.push({ field: 'topUpPayer', rule: 'SI 2014/2670: the additional cost condition', message });
  }
  const mayPayOwn =
    standing === 'first-12-weeks' || deferredPayment !== undefined || service.kind === 'section-117-aftercare';
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
  const {
    councilRate,
    day,
    deferredPayment,
    home,
    route = inFullRoute,
    service = { kind: 'care' },
    weeklyFee,
  } = assessment;
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
    const byNhs = service.kind === 'nhs-service';
    return { outcome: 'free', personPays: 0, councilPays: byNhs ? 0 : standard, topUp: byNhs ? 0 : topUp, working };
  }
  if (route.by === 'declined') return inFull('SI 2014/2672, regulation 10: no financial assessment was agreed to');
  if (route.by === 'light-touch') {
    if (route.finding === 'pays-in-full')
      return inFull('SI 2014/2672, regulation 10: by light touch, over the upper limit');
    const agreed = route.finding === 'pays-nothing' ? 0 : Math.min(route.agreedCharge ?? 0, standard);
    const working = singleResult('You pay the charge agreed by light touch', agreed, 'SI 2014/2672, regulation 10');
    return { outcome: 'agreed', personPays: agreed, councilPays: standard - agreed, topUp, working };
  }
  if (means.isOver && means.mayDefer && deferredPayment && home)
    return { ...deferredOutcome(assessment, { home, deferredPayment }, options, sheet), capitalWorking };
  const { mustOfferDeferral } = means;
  if (means.isOver)
    return {
      ...inFull('SI 2014/2672, regulation 12: over the upper limit'),
      ...(mustOfferDeferral && { mustOfferDeferral }),
    };

  const lines: WorkingLine[] = [
    ...residentIncome(assessment, means.homeStanding, options, sheet),
    {
      step: 'add',
      label: 'Income taken to come from your savings',
      pence: means.tariff,
      basis: 'SI 2014/2672, regulation 25',
    },
    ...housingCostLines(assessment.temporary?.housingCosts ?? [], options),
    ...leftForPartner(assessment),
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

/**
 * What is put off: the part of what the council would pay that income does not cover, up to the limit; of a top-up only the resident’s own, and
 * only where the council agrees. What the limit leaves over the council pays, until the means are looked at again.
 */
function deferredOutcome(
  assessment: CareHomeAssessment,
  { home, deferredPayment }: { home: Home; deferredPayment: DeferredPayment },
  options: ChargingOptions,
  sheet: Worksheet,
): Outcome {
  const { councilRate, topUpPayer, weeklyFee } = assessment;
  const { keeps, soFar = 0, withTopUp = false } = deferredPayment;
  const standard = Math.min(councilRate, weeklyFee);
  const charged = withTopUp && topUpPayer === 'own-money' ? weeklyFee : standard;
  const basis = 'SI 2014/2671 and guidance, chapter 9';
  const lines: WorkingLine[] = [
    // They go on where the money is paid back.
    ...residentIncome({ ...assessment, admittedOn: undefined }, 'counted', options, sheet),
    {
      step: 'take-away',
      label: 'What you keep each week',
      pence: keptEachWeek(options.deferredPaymentKept, keeps),
      basis,
    },
  ];
  const personPays = Math.min(Math.max(0, runningTotal(lines)), charged);
  const wanted = charged - personPays;
  const reach = deferral(homeShare(home), soFar, wanted, careHomeLimits(sheet));
  const deferred = deferredThisWeek(wanted, reach.limit, soFar);
  const working = [...lines, ...singleResult('You pay each week now', personPays, basis)];
  return {
    outcome: 'deferred',
    personPays,
    councilPays: wanted - deferred,
    deferred,
    topUp: weeklyFee - charged,
    working,
    deferral: { ...reach, soFar },
  };
}

/** What a resident for a time leaves a partner at home to live on. Statutory guidance, Annex F, paragraph 3. */
const leftForPartner = ({ temporary }: CareHomeAssessment): WorkingLine[] =>
  temporary?.leftForPartner === undefined
    ? []
    : [
        {
          step: 'take-away',
          label: 'What your partner at home needs to live on',
          pence: temporary.leftForPartner,
          basis: 'Statutory guidance, Annex F, paragraph 3',
        },
      ];

/** The first 28 days of a stay that the council pays for, after which benefits for disability are paid no more. Newham's page. */
const PAID_DAYS = 28;

function residentIncome(
  { admittedOn, capital, day, firstDay = day, income, person, temporary }: CareHomeAssessment,
  standing: Means['homeStanding'],
  { countDisabilityBenefits, savingsCreditAtHome }: ChargingOptions,
  sheet: Worksheet,
) {
  const stopsOn = admittedOn && addDays(admittedOn, PAID_DAYS);
  // What is still paid by then when it is asked for is paid for another reason, which the officer knows.
  const hasStopped = stopsOn !== undefined && firstDay < stopsOn && day >= stopsOn;
  const setting = {
    at: 'care-home' as const,
    household: person.household,
    // Attendance Allowance and the like stay with a temporary resident (a council's page, North Tyneside 10.7).
    countDisabilityBenefits: countDisabilityBenefits && temporary === undefined && !hasStopped,
    savingsCreditAtHome,
    // That of the first 12 weeks is not among those whose rent is income.
    propertyCounts:
      capital.some(({ kind }) => kind === 'other-property') || standing === 'counted' || standing === 'first-12-weeks',
  };
  return incomeLines(income, setting, sheet);
}
