import type { TaskKind } from '../../schemas/task.ts';
import { type WorkAnswers, workLists } from '../../schemas/work-lists.ts';
import { reviewRestriction } from '../access/restriction-review.ts';
import { arrangeDeferredPayment, reviewDeferredPayment } from '../charging/deferral-work.ts';
import { reviewDirectPayment, reviewTopUp } from '../plan/after-set-up.ts';
import { askShortTerm, checkSupport } from '../plan/check-ins.ts';
import { agreeForCouncil, agreePlan, checkPlan, draftPlan, setUpSupport } from '../plan/plan-work.ts';
import { findPlanner } from '../plan/planner-work.ts';
import { changePlan } from '../plan/small-change.ts';
import { settleDisagreement } from '../review/disagreement-outcome.ts';
import { reviewPlan } from '../review/review-work.ts';
import { arrangeAdvocacy } from './advocacy-outcome.ts';
import { assessCarer, assessNeeds } from './assessment-outcomes.ts';
import { arrangeBenefitsCheck, referChild, tellOfCost } from './beside-outcomes.ts';
import { assessCapacity } from './capacity-outcome.ts';
import { takeInCare } from './care-to-adult.ts';
import { offerCarersAssessment } from './carer-offers.ts';
import { collectContribution } from './collecting.ts';
import { contactAnotherWay, decideContact } from './contact-outcome.ts';
import { copiesToSend, sendCopy } from './copies.ts';
import { confirmDeath, lookAfterAdult, settleAccounts, writeCondolence } from './death-outcomes.ts';
import { decideCarerEligibility, decideEligibility } from './decision-outcomes.ts';
import { confirmEnd, giveNotice } from './ending-outcomes.ts';
import { finishedWork } from './finished-work.ts';
import { referContinuingHealthcare } from './healthcare-outcome.ts';
import { keyWorkerNamed } from './key-worker.ts';
import { explainDelay } from './lateness.ts';
import { estimateBudget, recordFinances } from './money-outcomes.ts';
import { confirmArrival, establishResidence, keepSupport, sendPlanToCouncil } from './moving-outcomes.ts';
import { newsOfFinished } from './news.ts';
import { considerRefusal } from './refusal-outcome.ts';
import { requestRules } from './request-outcomes.ts';
import { lookIntoSafety } from './safety-outcome.ts';
import { giveShortTermSupport, reviewShortTermSupport } from './short-term-outcomes.ts';
import { checkAuthority } from './signing.ts';
import { triageRequest } from './triage-outcome.ts';
import { arrangeUrgentSupport } from './urgent-support-outcome.ts';
import { arrangeVisit } from './visit-outcome.ts';
import { assessAfterDischarge, reviewWait } from './waiting.ts';
import { arrangeWantedHelp, makeEmergencyPlan } from './wanted-help.ts';
import { done, type TaskOutcome, type TaskRefusal, type TaskSituation } from './work-outcome.ts';

type Rules = {
  [Kind in TaskKind]: (answers: WorkAnswers<Kind>, situation: TaskSituation) => TaskOutcome | TaskRefusal;
};

const rules: Rules = {
  ...requestRules,

  'triage-request': triageRequest,
  'decide-contact': decideContact,
  'give-short-term-support': giveShortTermSupport,
  'review-short-term-support': reviewShortTermSupport,
  'ask-short-term': askShortTerm,
  'take-in-care': takeInCare,
  'assess-needs': assessNeeds,
  'assess-carer': assessCarer,
  'decide-eligibility': decideEligibility,
  'decide-carer-eligibility': decideCarerEligibility,
  'estimate-budget': estimateBudget,
  'assess-finances': recordFinances,

  'draft-plan': draftPlan,
  'check-plan': checkPlan,
  'agree-plan-for-council': agreeForCouncil,
  'agree-plan': agreePlan,
  'set-up-support': setUpSupport,
  'check-support': checkSupport,
  'review-direct-payment': reviewDirectPayment,
  'review-top-up': reviewTopUp,
  'review-plan': reviewPlan,
  'arrange-visit': arrangeVisit,
  'settle-disagreement': settleDisagreement,
  'change-plan': changePlan,

  'look-into-safety': lookIntoSafety,
  'consider-refusal': considerRefusal,
  'assess-capacity': assessCapacity,
  'arrange-advocacy': arrangeAdvocacy,
  'find-planner': findPlanner,
  'refer-continuing-healthcare': referContinuingHealthcare,
  'explain-delay': explainDelay,
  'offer-carers-assessment': offerCarersAssessment,
  'refer-child': referChild,
  'check-authority': checkAuthority,
  'review-restriction': reviewRestriction,
  'review-wait': reviewWait,
  'assess-after-discharge': assessAfterDischarge,
  'tell-of-cost': tellOfCost,
  'collect-contribution': collectContribution,
  'arrange-benefits-check': arrangeBenefitsCheck,
  'arrange-wanted-help': arrangeWantedHelp,
  'make-emergency-plan': makeEmergencyPlan,
  'arrange-urgent-support': arrangeUrgentSupport,
  'contact-another-way': contactAnotherWay,
  'send-copy': sendCopy,
  'arrange-deferred-payment': arrangeDeferredPayment,
  'review-deferred-payment': reviewDeferredPayment,
  'find-person': ({ found, reference }) =>
    done(found === 'yes' ? 'found' : 'not-found', { output: { ...(reference && { reference }) } }),
  'restart-workflow': () => done('restarted'),
  'give-notice-of-end': giveNotice,
  'end-support': confirmEnd,
  'send-plan-to-council': sendPlanToCouncil,
  'confirm-arrival': confirmArrival,
  'keep-until-assessed': keepSupport,
  'establish-residence': establishResidence,
  'confirm-death': confirmDeath,
  'adult-whose-carer-died': lookAfterAdult,
  'final-accounts': settleAccounts,
  'write-condolence': writeCondolence,
};

/**
 * What finishing a task with these answers means, or why they cannot be taken. Every problem is named at once.
 *
 * Pure: the store, the clock and the directory are asked by the caller.
 */
export const outcomeOf = (answers: unknown, situation: TaskSituation): TaskOutcome | TaskRefusal => {
  const { kind } = situation.task;
  // The list of this kind made the answers of this kind; TypeScript cannot follow the pair through an index.
  const rule = rules[kind] as (answers: unknown, situation: TaskSituation) => TaskOutcome | TaskRefusal;
  const meaning = finishedWork(workLists[kind], rule, answers, situation);
  if (!meaning.ok) return meaning;
  const held = keyWorkerNamed(kind, situation.case, answers);
  if (!held.ok) return held;
  const gives = held.keyWorkerId ? { gives: { ...meaning.gives, keyWorkerId: held.keyWorkerId } } : {};
  const { tells: own = [], opens = [] } = meaning;
  const tells = own.length > 0 ? own : newsOfFinished(kind, meaning.outcome);
  return {
    ...meaning,
    ...gives,
    ...(tells.length > 0 && { tells }),
    opens: [...opens, ...copiesToSend(meaning, situation)],
  };
};
