/**
 * What a care and support plan or support plan must contain, its three checks, and the sign-off by both sides. Care Act 2014
 * ss.24 and 25; section numbers without a name are that Act.
 */
import { adultOutcomeCode, carerOutcomeCode } from '../../schemas/eligibility.ts';
import type { PlanAnswer, PlanCheck, PlanDraft } from '../../schemas/plan.ts';
import type { Pence } from '../../schemas/scalars.ts';
import type { BrokenRule, Ruling } from '../ruling.ts';
import { budgetedCost, budgetProblems, routeProblems } from './budget.ts';
import type { PlanEvent } from './plan-states.ts';

/** The contents that s.25(1) and (2) ask for, each with where the draft holds it, for the document and its reader. */
export const planContents = [
  { clause: 's.25(1)(a)', heading: 'The needs that the assessment found', fields: ['needs.need'] },
  { clause: 's.25(1)(b)', heading: 'Whether, and how far, each need meets the criteria', fields: ['needs.eligible'] },
  {
    clause: 's.25(1)(c)',
    heading: 'Which needs the council will meet, and how',
    fields: ['needs.councilMeets', 'needs.howMet', 'needs.provider', 'needs.when'],
  },
  {
    clause: 's.25(1)(d)',
    heading: 'The outcomes and parts of well-being that the support is for',
    fields: ['needs.outcomeWanted', 'needs.wellbeingAreas'],
  },
  { clause: 's.25(1)(e)', heading: 'The personal budget', fields: ['budget'] },
  { clause: 's.25(1)(f)', heading: 'Advice and information', fields: ['advice.meetOrReduce', 'advice.preventOrDelay'] },
  { clause: 's.25(2)', heading: 'Direct payments: needs, amount and frequency', fields: ['paymentRoutes'] },
] as const;

const needProblems = (draft: PlanDraft): readonly BrokenRule[] => {
  const codes: readonly string[] =
    draft.about === 'adult' ? adultOutcomeCode.options : [...carerOutcomeCode.options, 'carer-health'];
  return draft.needs.flatMap((need, index) => {
    const problems: BrokenRule[] = [];
    if (!codes.includes(need.outcome)) {
      problems.push({
        field: `needs.${index}.outcome`,
        rule: draft.about === 'adult' ? 'Eligibility Regs reg 2(2)' : 'Eligibility Regs reg 3(2)',
        message: `Choose an outcome of the test for ${draft.about === 'adult' ? 'adults' : 'carers'}`,
      });
    }
    if (!need.councilMeets && need.whyNotMet === undefined) {
      problems.push({
        field: `needs.${index}.whyNotMet`,
        rule: 's.24(2)',
        message: 'Explain in writing why the council will not meet this need',
      });
    }
    if (!need.councilMeets && need.weeklyCost > 0) {
      problems.push({
        field: `needs.${index}.weeklyCost`,
        rule: 's.26(1)(a)',
        message: 'A need that the council will not meet has no cost to the council',
      });
    }
    return problems;
  });
};

const involvementProblems = ({ about, consulted, writtenBy, bestInterests }: PlanDraft): readonly BrokenRule[] => {
  const problems: BrokenRule[] = [];
  const role = about === 'adult' ? 'person' : 'carer';
  if (!consulted.some((one) => one.role === role)) {
    problems.push({
      field: 'consulted',
      rule: about === 'adult' ? 's.25(3)(a)' : 's.25(4)(a)',
      message: `Record how the ${about === 'adult' ? 'person' : 'carer'} was involved`,
    });
  }
  if (writtenBy === 'someone-for-person' && bestInterests === undefined) {
    problems.push({
      field: 'bestInterests',
      rule: 's.25(8)',
      message: "Record how the council knows that the writer acted in the person's best interests",
    });
  }
  return problems;
};

/**
 * Every rule that a draft breaks, all at once; an empty list means that it may be submitted.
 *
 * That someone else may write the plan (s.25(8)) and that the council explains what it will not meet (s.24(2)) are from memory of
 * the Act; to be checked. Whom else to involve is asked of `toInvolve` in `involvement.ts`.
 */
export const planProblems = (draft: PlanDraft): readonly BrokenRule[] => {
  const cost = budgetedCost(draft.needs);
  return [
    ...needProblems(draft),
    ...involvementProblems(draft),
    ...(cost === draft.budget.cost
      ? []
      : [
          {
            field: 'budget.cost',
            rule: 's.26(1)(a)',
            message: `The cost lines come to ${cost} pence a week, and the budget says ${draft.budget.cost}`,
          },
        ]),
    ...budgetProblems(draft.budget),
    ...routeProblems(draft.paymentRoutes, draft.budget, draft.needs),
  ];
};

/** Whether a plan above the estimated budget may be agreed by the key worker, or goes to a manager (Lincolnshire's procedure). */
export const withinEstimate = (cost: Pence, estimated: Pence): Ruling<'within' | 'escalate'> =>
  cost <= estimated
    ? {
        may: true,
        code: 'within',
        reason: 'The plan costs no more than the estimated budget.',
        next: 'The plan may be checked and agreed.',
        source: 'statutory guidance 11.24',
      }
    : {
        may: false,
        code: 'escalate',
        reason: 'The plan costs more than the estimated budget.',
        next: 'Ask a manager: an estimate may go up when the needs cannot be met for less.',
        source: 'statutory guidance 11.24',
      };

/** The checks of a plan that are not met, each with its reason. */
export const failedChecks = (checks: PlanCheck): readonly { check: keyof PlanCheck; reason: string }[] =>
  (['affordable', 'lawful', 'effective'] as const)
    .filter((check) => !checks[check].met)
    .map((check) => ({ check, reason: checks[check].reason }));

/** What both sides' answers and the checks lead to; `reasons` say what stands in the way of an agreement. */
export type SignOff = {
  readonly event: Extract<PlanEvent, 'agree' | 'request-changes' | 'refuse'>;
  readonly reasons: readonly string[];
};

/**
 * The sign-off: a plan is agreed only when all three checks are met and both sides sign. s.25(5): reasonable steps to agree.
 *
 * A refusal ends this version alone; an earlier plan stays in force (`planInForce`). Short of a refusal, changes are asked first.
 */
export const signOff = (checks: PlanCheck, person: PlanAnswer, council: PlanAnswer): SignOff => {
  const sides = [
    { who: 'The person', answer: person },
    { who: 'The council', answer: council },
  ];
  const refusals = sides.flatMap(({ who, answer }) =>
    answer.answer === 'not-agreed' ? [`${who} does not agree: ${answer.why}`] : [],
  );
  const changes = [
    ...failedChecks(checks).map(({ check, reason }) => `The plan is not ${check}: ${reason}`),
    ...sides.flatMap(({ who, answer }) =>
      answer.answer === 'changes-asked' ? [`${who} asks for changes: ${answer.what}`] : [],
    ),
  ];
  if (refusals.length > 0) {
    return { event: 'refuse', reasons: [...refusals, ...changes] };
  }
  return changes.length > 0 ? { event: 'request-changes', reasons: changes } : { event: 'agree', reasons: [] };
};
