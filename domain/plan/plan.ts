/**
 * What a care and support plan or support plan must contain, its three checks, and the sign-off by both sides. Care Act 2014
 * ss.24 and 25; section numbers without a name are that Act.
 */
import { adultOutcomeCode, carerOutcomeCode } from '../../schemas/eligibility.ts';
import type { CouncilAgreement } from '../../schemas/forms/council-agreement.ts';
import type { PlanAnswers } from '../../schemas/forms/plan.ts';
import type { PlanAgreement } from '../../schemas/forms/plan-agreement.ts';
import type { PlanChecks } from '../../schemas/forms/plan-checks.ts';
import { inPounds } from '../forms/forms.ts';
import type { BrokenRule } from '../ruling.ts';
import { budgetedCost, budgetProblems, heldProblems } from './budget.ts';
import type { PlanEvent } from './plan-states.ts';
import { changesInWords } from './sent-back.ts';
import { unknownSupport } from './support.ts';

const needProblems = ({ about, needs }: PlanAnswers): readonly BrokenRule[] => {
  const codes: readonly string[] =
    about === 'adult' ? adultOutcomeCode.options : [...carerOutcomeCode.options, 'carer-health'];
  return needs.flatMap((need, index) => {
    const problems: BrokenRule[] = [];
    if (!codes.includes(need.outcome)) {
      problems.push({
        field: `needs[${index}].outcome`,
        rule: about === 'adult' ? 'Eligibility Regs reg 2(2)' : 'Eligibility Regs reg 3(2)',
        message: `Choose an outcome of the test for ${about === 'adult' ? 'adults' : 'carers'}`,
      });
    }
    if (need.councilMeets === 'no' && need.whyNotMet === undefined) {
      problems.push({
        field: `needs[${index}].whyNotMet`,
        rule: 's.24(2)',
        message: 'Explain in writing why the council will not meet this need',
      });
    }
    if (need.councilMeets === 'no' && need.weeklyCost > 0) {
      problems.push({
        field: `needs[${index}].weeklyCost`,
        rule: 's.26(1)(a)',
        message: 'A need that the council will not meet has no cost to the council',
      });
    }
    return problems;
  });
};

/** Plans are combined where everyone concerned agrees. s.25(11). */
const combinedWithout = ({ combined, combinedAgreed }: PlanAnswers): readonly BrokenRule[] =>
  combined === 'yes' && combinedAgreed === 'no'
    ? [{ field: 'combinedAgreed', rule: 's.25(11)', message: 'Write plans apart: not everyone concerned agrees' }]
    : [];

const involvementProblems = ({ about, consulted, bestInterests }: PlanAnswers): readonly BrokenRule[] => {
  const problems: BrokenRule[] = [];
  const role = about === 'adult' ? 'person' : 'carer';
  if (!consulted.some((one) => one.role === role)) {
    problems.push({
      field: 'consulted',
      rule: about === 'adult' ? 's.25(3)(a)' : 's.25(4)(a)',
      message: `Record how the ${about === 'adult' ? 'person' : 'carer'} was involved`,
    });
  }
  if (bestInterests === 'no') {
    problems.push({
      field: 'bestInterests',
      rule: 's.25(8)',
      message: "Go on once the council is satisfied that the writer acted in the person's best interests",
    });
  }
  return problems;
};

/**
 * Every rule that a draft breaks, all at once; an empty list means that it may be submitted.
 *
 * @param catalogue the ids of the support that the council's catalogue has
 *
 * That someone else may write the plan (s.25(8)) is from memory of the Act; to be checked. Whom else to involve is asked of
 * `toInvolve` in `involvement.ts`.
 */
export const planProblems = (answers: PlanAnswers, catalogue?: readonly string[]): readonly BrokenRule[] => {
  const cost = budgetedCost(answers.needs);
  return [
    ...needProblems(answers),
    ...unknownSupport('needs', answers.needs, catalogue),
    ...involvementProblems(answers),
    ...combinedWithout(answers),
    ...(cost === answers.budgetCost
      ? []
      : [
          {
            field: 'budgetCost',
            rule: 's.26(1)(a)',
            message: `The cost lines come to ${inPounds(cost)} a week, and the budget says ${inPounds(answers.budgetCost)}`,
          },
        ]),
    ...budgetProblems(answers),
    ...heldProblems(answers),
  ];
};

/** The checks of a plan that are not met, each with its reason. */
export const failedChecks = (checks: PlanChecks): readonly { check: string; reason: string }[] => [
  ...(['affordable', 'lawful', 'effective'] as const)
    .filter((check) => checks[check] === 'no')
    .map((check) => ({ check, reason: checks[`${check}Why`] })),
  ...(checks.involved === 'no' ? [{ check: 'involved', reason: 'The person was not involved as they wished.' }] : []),
  ...(checks.risksCovered === 'no'
    ? [{ check: 'risksCovered', reason: 'Risks or sudden changes are not covered.' }]
    : []),
];

/** What both sides' answers and the checks lead to; `reasons` say what stands in the way of an agreement. */
export type SignOff = {
  readonly event: Extract<PlanEvent, 'agree' | 'request-changes' | 'refuse'>;
  readonly reasons: readonly string[];
};

/**
 * The sign-off: a plan is agreed only when all checks are met, the council agrees and the person signs. s.25(5): reasonable steps to agree.
 *
 * A refusal ends this version alone; an earlier plan stays in force (`planInForce`). Short of a refusal, changes are asked first.
 */
export const signOff = (
  checks: PlanChecks | undefined,
  person: PlanAgreement,
  council: CouncilAgreement | undefined,
): SignOff => {
  const refusals = [
    ...(person.answer === 'not-agreed' ? [`The person does not agree: ${person.whyNot}`] : []),
    ...(council?.agreed === 'no' ? [`The council does not agree: ${council.why}`] : []),
  ];
  const changes = [
    ...(checks ? failedChecks(checks) : []).map(({ check, reason }) => `The plan is not ${check}: ${reason}`),
    ...(person.answer === 'changes-asked'
      ? [`The person asks for changes: ${changesInWords(person.sentBack, person.whatChanges)}`]
      : []),
  ];
  if (refusals.length > 0) {
    return { event: 'refuse', reasons: [...refusals, ...changes] };
  }
  return changes.length > 0 ? { event: 'request-changes', reasons: changes } : { event: 'agree', reasons: [] };
};
