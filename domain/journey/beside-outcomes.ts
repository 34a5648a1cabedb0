import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { assessment } from '../../schemas/forms/assessment.ts';
import type { benefitsCheck } from '../../schemas/forms/benefits-check.ts';
import type { carerAssessment } from '../../schemas/forms/carer-assessment.ts';
import type { childReferral } from '../../schemas/forms/child-referral.ts';
import type { toldOfCost } from '../../schemas/forms/told-of-cost.ts';
import { openedBy } from './follow-up.ts';
import { wantedAtAssessment, wantedByCarer } from './wanted-help.ts';
import { done, type FollowUp, type Rule, refused, type TaskSituation } from './work-outcome.ts';

/** Children’s services know of a child who cares or is at risk, or it is said why not. SI 2014/2827 reg 4; Care Act 2014 s.63. */
export const referChild: Rule<typeof childReferral> = ({ referral }) => done(referral);

/** The person knows what they may have to pay before support that is charged for begins. Care Act 2014 s.4(2). */
export const tellOfCost: Rule<typeof toldOfCost> = () => done('told', { tells: ['answer-ready'] });

/** A benefits check is arranged, and the person has it to read. Care Act 2014 s.4. */
export const arrangeBenefitsCheck: Rule<typeof benefitsCheck> = ({ arrangement, checkedBy }) =>
  arrangement === 'arranged' && checkedBy === undefined
    ? refused('checkedBy', 'Enter who makes the check')
    : done(arrangement);

/** What an assessment leaves to somebody beside its decision: a child who cares, the cost, a benefits check. */
export const besideAdultsAssessment = (
  { toldAboutCharging, benefitsCheck: benefits, childrenCaring, telecare }: AnswersOf<typeof assessment>,
  { task, tasks }: TaskSituation,
): FollowUp[] => [
  ...childWhoCares(childrenCaring, task),
  ...untoldOfCost(toldAboutCharging, task),
  ...(benefits === 'wanted' ? [openedBy(task, 'arrange-benefits-check', 'The person wants a benefits check')] : []),
  ...(benefits === 'not-offered'
    ? [openedBy(task, 'arrange-benefits-check', 'A benefits check was not offered yet: offer one')]
    : []),
  ...wantedAtAssessment(telecare, task, tasks),
];

/** The same of a carer’s. */
export const besideCarersAssessment = (
  { toldAboutCharging, supportWanted, emergencyPlan, childrenCaring }: AnswersOf<typeof carerAssessment>,
  { task }: TaskSituation,
): FollowUp[] => [
  ...childWhoCares(childrenCaring, task),
  ...untoldOfCost(toldAboutCharging, task),
  ...(supportWanted.includes('benefits-check')
    ? [openedBy(task, 'arrange-benefits-check', 'The carer wants a benefits check')]
    : []),
  ...wantedByCarer({ supportWanted, emergencyPlan }, task),
];

const childWhoCares = (cares: 'yes' | 'no', task: TaskSituation['task']): FollowUp[] =>
  cares === 'yes' ? [openedBy(task, 'refer-child', 'A child cares for the person, or helps with the care')] : [];

const untoldOfCost = (told: 'yes' | 'no', task: TaskSituation['task']): FollowUp[] =>
  told === 'no'
    ? [openedBy(task, 'tell-of-cost', 'The person has not been told yet that they may have to pay for support')]
    : [];
