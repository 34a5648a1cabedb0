import type { PlanAnswers } from '../../schemas/forms/plan.ts';
import type { smallChange } from '../../schemas/forms/small-change.ts';
import type { PlanRecord } from '../../schemas/records.ts';
import { requestOf } from '../journey/request-outcomes.ts';
import { broken, done, type Kept, type Rule, recordId, refused, type TaskSituation } from '../journey/work-outcome.ts';
import { allWorkOf } from '../journey/work-records.ts';
import type { BrokenRule } from '../ruling.ts';
import { londonDate } from '../time/clock-time.ts';

type Change = {
  readonly need: number;
  readonly newWhen?: string | undefined;
  readonly newProvider?: string | undefined;
  readonly newHow?: string | undefined;
};

/** What a plan says after a small change: one need is met at another time, by somebody else or in another way, and all else stands. */
export const planWith = (plan: PlanAnswers, { need, newWhen, newProvider, newHow }: Change): PlanAnswers => ({
  ...plan,
  needs: plan.needs.map((row, index) =>
    index === need - 1
      ? {
          ...row,
          ...(newWhen && { when: newWhen }),
          ...(newProvider && { provider: newProvider }),
          ...(newHow && { howMet: newHow }),
        }
      : row,
  ),
});

/** The plan in force, and what was written in it. */
const inForce = ({ case: { planInForce }, plans, records }: TaskSituation) => {
  const plan = plans.find(({ number }) => number === planInForce);
  const written = plan && allWorkOf(records, 'draft-plan').find(({ id }) => id === plan.id);
  return plan && written ? { plan, written } : undefined;
};

type Asked = Parameters<Rule<typeof smallChange>>[0];

const changeProblems = (answers: Asked, plan: PlanAnswers, today: string): BrokenRule[] => {
  const { need = 0, newWhen, newProvider, newHow, less, changedFrom, providerToldOn } = answers;
  const rule = 'statutory guidance ch. 13';
  const found = [
    {
      is: need > plan.needs.length,
      field: 'need',
      message: `The plan has ${plan.needs.length} ${plan.needs.length === 1 ? 'need' : 'needs'}. Enter a number from 1 to ${plan.needs.length}`,
    },
    {
      is: newWhen === undefined && newProvider === undefined && newHow === undefined,
      field: 'newWhen',
      message: 'Enter what changes: when the support is given, by whom, or how',
    },
    {
      is: less === 'yes',
      field: 'less',
      message: 'Less support is not a small change. Bring the review forward, and give notice with reasons',
    },
    {
      is: providerToldOn !== undefined && changedFrom !== undefined && providerToldOn > changedFrom,
      field: 'providerToldOn',
      message: 'Whoever gives the support is told before it changes',
    },
    {
      is: changedFrom !== undefined && changedFrom > `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`,
      field: 'changedFrom',
      message: 'Enter a day in the next 12 months',
    },
  ];
  return found.flatMap(({ is, ...problem }) => (is ? [{ ...problem, rule }] : []));
};

/**
 * A small change, settled by the author of the plan: a new version of it is in force at once, and the light-touch clock is not started
 * again. Where the person is not content with it, the plan is reviewed instead. Statutory guidance, chapter 13, from memory; S53.
 */
export const changePlan: Rule<typeof smallChange> = (answers, situation) => {
  const { task, plans, now, case: careCase } = situation;
  // What ends with the case leaves nothing to change, and nobody to be told of it.
  if (careCase.closed) return done('case-closed', { to: requestOf(task) });
  const before = inForce(situation);
  if (before === undefined) return refused('', 'There is no plan in force to change');
  const tells = task.id.includes('-by-other-') ? {} : ({ tells: ['answer-ready'] } as const);
  if (answers.personContent === 'no') {
    return done('not-content', {
      to: requestOf(task),
      reviewForward: `The person is not content with a small change. ${answers.notContentWhy ?? ''}`.trim(),
      ...tells,
    });
  }
  // Its answers passed the list of the plan before they were kept.
  const written = before.written.answers as PlanAnswers;
  const problems = changeProblems(answers, written, londonDate(now));
  if (problems.length > 0) return broken(problems);
  const id = recordId(task).replace('change-plan', 'draft-plan');
  const { council: _council, reference: _reference, ...old } = before.plan;
  const { council: _c, reference: _r, at: _at, by: _by, version: _version, ...draft } = before.written;
  const version: Kept = {
    kind: 'plan',
    id,
    version: 1,
    number: Math.max(...plans.map(({ number }) => number)) + 1,
    state: 'active',
    ...(before.plan.checked && { checked: before.plan.checked }),
    ...(before.plan.signed && { signed: before.plan.signed }),
    ...(before.plan.budget && { budget: before.plan.budget }),
  };
  const superseded: Kept = { ...old, version: old.version + 1, state: 'superseded' satisfies PlanRecord['state'] };
  return done('changed', {
    to: requestOf(task),
    changes: { planInForce: version.number },
    records: [
      version,
      superseded,
      { ...draft, id, version: 1, answers: planWith(written, { ...answers, need: answers.need ?? 0 }) as never },
    ],
    tells: ['plan-changed'],
  });
};
