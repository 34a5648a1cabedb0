import type { estimate } from '../../schemas/forms/estimate.ts';
import type { finances } from '../../schemas/forms/finances.ts';
import { assessFinances } from '../charging/financial-assessment.ts';
import { estimatedWeekly, estimateProblems } from '../plan/estimate.ts';
import { belongsToThread } from './tasks.ts';
import { broken, done, type Rule } from './work-outcome.ts';

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

/** The financial assessment: its charge is kept with its working. Care Act 2014 s.17. */
export const recordFinances: Rule<typeof finances> = (answers, { council }) => {
  const assessed = assessFinances(answers, council.charging);
  if (!assessed.ok) return broken(assessed.broken);
  return done(assessed.charge.outcome, { result: { kind: 'charge', charge: assessed.charge } });
};
