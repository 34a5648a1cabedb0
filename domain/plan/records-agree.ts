/**
 * Whether the records of one case agree: the plan with the decision, with the financial assessment, with the estimate and with the plan in
 * force. The one rule that drafting, checking, agreeing and setting up ask, each with the records as they are at that moment.
 *
 * Care Act 2014 ss.24(2), 25(1), 26(1) and 27(4).
 */
import type { PlanAnswers } from '../../schemas/forms/plan.ts';
import { inPounds } from '../forms/forms.ts';
import type { BrokenRule } from '../ruling.ts';
import type { BehindPlan } from './behind-plan.ts';
import { contributionOf, withinEstimate } from './budget.ts';
import { namesOnlyAMaximum } from './only-a-maximum.ts';
import { outcomeName, reductionProblems, reductions } from './reduction.ts';

/**
 * One way in which a plan differs from another record of the case: what it is about and how it differs, in a sentence for whoever checks;
 * `reason` where it is allowed and was given.
 */
export type Difference = {
  readonly about: 'needs' | 'money';
  readonly says: string;
  readonly reason?: string | undefined;
};

/** What must be put right before the plan goes on, and what differs with a reason. */
export type Compared = { readonly problems: readonly BrokenRule[]; readonly differences: readonly Difference[] };

const together = (parts: readonly Compared[]): Compared => ({
  problems: parts.flatMap(({ problems }) => problems),
  differences: parts.flatMap(({ differences }) => differences),
});

const nothing: Compared = { problems: [], differences: [] };

/** Every eligible outcome is met, or the plan says why it is not; and nothing is called eligible that the decision did not find. */
const withDecision = ({ about, needs }: PlanAnswers, { eligible: decided }: BehindPlan): Compared => {
  const eligible = decided?.[about];
  if (eligible === undefined) return nothing;
  const rowsOf = (outcome: string) => needs.filter((need) => need.outcome === outcome && need.eligible === 'yes');
  const missing = [...eligible].filter((outcome) => rowsOf(outcome).length === 0);
  const notMet = [...eligible].filter(
    (outcome) => rowsOf(outcome).length > 0 && rowsOf(outcome).every(({ councilMeets }) => councilMeets === 'no'),
  );
  return {
    problems: [
      ...missing.map((outcome) => ({
        field: 'needs',
        rule: 's.24(2); s.25(1)(b) and (c)',
        message: `The decision found that “${outcomeName(outcome)}” is an eligible need. Add it as one, with how it is met or why the council will not meet it`,
      })),
      ...needs.flatMap(({ outcome, eligible: isEligible }, row) =>
        isEligible === 'yes' && !eligible.has(outcome)
          ? [
              {
                field: `needs[${row}].eligible`,
                rule: 's.25(1)(b)',
                message: `The decision did not find “${outcomeName(outcome)}” to be an eligible need`,
              },
            ]
          : [],
      ),
      ...needs.flatMap(({ councilMeets, whyNotMet = '' }, row) =>
        councilMeets === 'no' && namesOnlyAMaximum(whyNotMet)
          ? [
              {
                field: `needs[${row}].whyNotMet`,
                rule: 'statutory guidance 10.27; LGSCO, Rutland 22 000 033',
                message: 'Money bears on how a need is met, not on whether. Give a reason other than a highest amount',
              },
            ]
          : [],
      ),
    ],
    differences: notMet.map((outcome) => ({
      about: 'needs',
      says: `“${outcomeName(outcome)}” is an eligible need that the council will not meet.`,
      reason: rowsOf(outcome)
        .map(({ whyNotMet }) => whyNotMet)
        .join(' '),
    })),
  };
};

/** What the person pays is what was worked out. */
const withFinances = ({ budgetCost, budgetPerson }: PlanAnswers, { charge }: BehindPlan): Compared => {
  if (charge === undefined) {
    if (budgetPerson === undefined) return nothing;
    return {
      problems: [
        {
          field: 'budgetPerson',
          rule: 's.26(1)(b); s.17',
          message: 'There is no financial assessment yet. Leave both shares blank and call the budget estimated',
        },
      ],
      differences: [],
    };
  }
  const worked = contributionOf(charge, budgetCost);
  if (worked === undefined) {
    const says = `The finances were worked out for support of ${inPounds(charge.personPays)} a week, all of which the person pays. This plan costs ${inPounds(budgetCost)}.`;
    return budgetPerson === undefined
      ? { problems: [], differences: [{ about: 'money', says, reason: 'They are worked out again.' }] }
      : {
          problems: [
            {
              field: 'budgetPerson',
              rule: 's.26(1)(b); s.17',
              message: `${says} Leave both shares blank: they are worked out again`,
            },
          ],
          differences: [],
        };
  }
  if (budgetPerson === undefined || budgetPerson === worked.weekly) return nothing;
  return {
    problems: [
      {
        field: 'budgetPerson',
        rule: 's.26(1)(b); s.17',
        message: `By the financial assessment the person pays ${inPounds(worked.weekly)} a week. Enter that, or have the finances assessed again`,
      },
    ],
    differences: [],
  };
};

/** A cost that is not the estimate needs its reason, which whoever checks reads. */
const withEstimate = ({ budgetCost, estimateDiffersWhy }: PlanAnswers, { estimated }: BehindPlan): Compared => {
  if (estimated === undefined || estimated === budgetCost) return nothing;
  const { code } = withinEstimate(budgetCost, estimated);
  const says = `The plan costs ${inPounds(budgetCost)} a week and the estimate was ${inPounds(estimated)}.${code === 'escalate' ? ' A manager agrees to it.' : ''}`;
  if (estimateDiffersWhy === undefined) {
    return {
      problems: [
        {
          field: 'estimateDiffersWhy',
          rule: 'statutory guidance 11.24',
          message: `The estimate was ${inPounds(estimated)} a week. Say why the plan costs ${code === 'escalate' ? 'more' : 'less'}`,
        },
      ],
      differences: [],
    };
  }
  return { problems: [], differences: [{ about: 'money', says, reason: estimateDiffersWhy }] };
};

/** Less than the plan in force is a reduction, whatever is ticked. */
const withPlanInForce = (plan: PlanAnswers, behind: BehindPlan): Compared => ({
  problems: reductionProblems(plan, behind),
  differences: reductions(behind.before, plan).map(({ outcome, was, now }) => ({
    about: 'needs',
    says: `Less for “${outcomeName(outcome)}”: ${inPounds(was.cost)} a week in the plan in force, ${inPounds(now.cost)} in this one.`,
    reason: plan.lessReasons?.find((one) => one.outcome === outcome)?.why,
  })),
});

/** A plan beside everything else that its case's records say. */
export const recordsAgree = (plan: PlanAnswers, behind: BehindPlan): Compared =>
  together([
    withDecision(plan, behind),
    withFinances(plan, behind),
    withEstimate(plan, behind),
    withPlanInForce(plan, behind),
  ]);

/** What differs, in the lines that whoever checks a plan reads. */
export const differenceLines = (plan: PlanAnswers, behind: BehindPlan, about: Difference['about']): string[] => {
  const { problems, differences } = recordsAgree(plan, behind);
  const isMoney = (field: string) => /^(budget|estimate)/.test(field);
  return [
    // What has stopped agreeing since the plan was written stands first: it cannot be approved.
    ...problems.flatMap(({ field, message }) =>
      isMoney(field) === (about === 'money') ? [`To put right: ${message}.`] : [],
    ),
    ...differences.flatMap((one) =>
      one.about === about ? [`${one.says}${one.reason ? ` Reason given: ${one.reason}` : ''}`] : [],
    ),
  ];
};
