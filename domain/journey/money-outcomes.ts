import type { KeptCharge } from '../../schemas/finance.ts';
import type { estimate } from '../../schemas/forms/estimate.ts';
import type { finances } from '../../schemas/forms/finances.ts';
import { comingCauses, comingChanges, comingReasons, newRatesMatter } from '../charging/assess-again.ts';
import { type ChargedBefore, startProblems } from '../charging/charged-from.ts';
import type { FinancesAnswers } from '../charging/finances-from.ts';
import { assessFinances } from '../charging/financial-assessment.ts';
import { estimatedWeekly, estimateProblems } from '../plan/estimate.ts';
import { budgetsFixedBy } from '../plan/fixed-budget.ts';
import { addDays, londonDate } from '../time/clock-time.ts';
import { readableDate } from '../time/readable-date.ts';
import { collectionFor } from './collecting.ts';
import { openedBy, plannedStep } from './follow-up.ts';
import { belongsToThread } from './tasks.ts';
import { broken, done, type FollowUp, type Rule, recordId, type TaskSituation } from './work-outcome.ts';
import { allWorkOf } from './work-records.ts';

/** The estimated budget, from which the plan is made. Care Act 2014 s.26. */
export const estimateBudget: Rule<typeof estimate> = ({ support }, { task }) => {
  const problems = estimateProblems(support);
  if (problems.length > 0) return broken(problems);
  return done('estimated', {
    // An estimate that was questioned and is made again moves nothing on: the journey has gone on without it.
    ...(belongsToThread(task) ? { changes: { stage: 'plan' as const } } : { tells: ['answer-ready'] as const }),
    result: { kind: 'estimate', weeklyTotal: estimatedWeekly(support) },
  });
};

/** What a whole week comes to. */
const sumsOf = ({ wholeWeek, personPays }: KeptCharge) => wholeWeek ?? { personPays };

/** What was charged before, and the first day on which the person is known to have heard of a cost: at an assessment, when support was set up, or now. */
const chargedBefore = ({ toldPersonOn }: FinancesAnswers, { records }: TaskSituation): ChargedBefore => {
  const done = allWorkOf(records, 'assess-finances');
  const last = done[0]?.result;
  const told = [
    toldPersonOn,
    ...done.map(({ answers }) => answers.toldPersonOn),
    ...allWorkOf(records, 'assess-needs').map(({ answers }) => answers.chargingToldOn),
    ...allWorkOf(records, 'assess-carer').map(({ answers }) => answers.chargingToldOn),
    ...allWorkOf(records, 'set-up-support').map(({ answers }) => answers.toldOfCostOn),
    ...allWorkOf(records, 'give-short-term-support').map(({ answers }) => answers.toldOfCostOn),
    ...allWorkOf(records, 'tell-of-cost').map(({ answers }) => answers.toldOn),
    ...allWorkOf(records, 'assess-after-discharge').map(({ answers }) => answers.toldOfCostOn),
  ].filter((day) => day !== undefined);
  return {
    personPays: last?.kind === 'charge' ? sumsOf(last.charge).personPays : undefined,
    toldFirstOn: told.toSorted()[0] ?? toldPersonOn,
  };
};

/** What earlier financial assessments of the case had planned: the newest takes its place. */
const plannedBefore = ({ records }: TaskSituation): string[] => {
  const [last] = allWorkOf(records, 'assess-finances');
  return last ? comingCauses.map((cause) => plannedStep('assess-finances', cause, last.id)) : [];
};

/** The next financial assessments, each planned for the day from which somebody works it out; never for the day on which this one is made. */
const plannedAfter = (coming: ReturnType<typeof comingChanges>, { task, now }: TaskSituation): FollowUp[] => {
  const soonest = addDays(londonDate(now), 1);
  return coming.map(({ cause, on, lookOn }) => ({
    kind: 'assess-finances',
    step: plannedStep('assess-finances', cause, recordId(task)),
    opensOn: lookOn > soonest ? lookOn : soonest,
    dueOn: on > soonest ? on : soonest,
    reason: `${comingReasons[cause]} on ${readableDate(on)}`,
  }));
};

/** Where the home counts, a deferred payment is offered, once: the law says that it must be. Care Act 2014 s.34; SI 2014/2671, regulation 2. */
const offeredDeferral = ({ mustOfferDeferral }: KeptCharge, { records, task }: TaskSituation): FollowUp[] => {
  if (!mustOfferDeferral || allWorkOf(records, 'arrange-deferred-payment').length > 0) return [];
  return [openedBy(task, 'arrange-deferred-payment', 'The home counts: a deferred payment must be offered')];
};

/**
 * The financial assessment: its charge is kept with its working, and it is made again when what it rests on is known to change. Care Act 2014 s.17; statutory guidance 8.17.
 */
export const recordFinances: Rule<typeof finances> = (answers, situation) => {
  const { charging } = situation.council;
  const assessed = assessFinances(answers, charging);
  if (!assessed.ok) return broken(assessed.broken);
  const { charge } = assessed;
  const before = chargedBefore(answers, situation);
  const early = startProblems(answers, sumsOf(charge).personPays, before);
  if (early.length > 0) return broken(early);
  // Where the plan was agreed first, its personal budget is final from now on. Care Act 2014 s.26(1).
  const budgets = budgetsFixedBy(charge, situation.records, londonDate(situation.now));
  return done(charge.outcome, {
    result: { kind: 'charge', charge },
    records: budgets.plans,
    tells: budgets.isFirst ? ['budget-fixed'] : [],
    opens: [
      ...plannedAfter(comingChanges(answers, charge, charging, { reached: newRatesMatter(charge) }), situation),
      ...offeredDeferral(charge, situation),
      // Before support is set up nothing is collected; setting it up opens that.
      ...(situation.case.supportStartedOn === undefined
        ? []
        : collectionFor(situation, before.personPays, sumsOf(charge).personPays)),
    ],
    forgets: plannedBefore(situation),
  });
};
