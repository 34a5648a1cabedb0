import type { AnswersOf } from './answers-of.ts';
import type { Form } from './form-language.ts';
import { advocacy } from './forms/advocacy.ts';
import { afterDischarge } from './forms/after-discharge.ts';
import { assessment } from './forms/assessment.ts';
import { authorityCheck } from './forms/authority-check.ts';
import { benefitsCheck } from './forms/benefits-check.ts';
import { capacity } from './forms/capacity.ts';
import { careFromCarer } from './forms/care-from-carer.ts';
import { carerAssessment } from './forms/carer-assessment.ts';
import { carerDecision } from './forms/carer-decision.ts';
import { carerOffer } from './forms/carer-offer.ts';
import { checkIn } from './forms/check-in.ts';
import { childReferral } from './forms/child-referral.ts';
import { complaintAcknowledgement } from './forms/complaint-acknowledgement.ts';
import { complaintAnswer } from './forms/complaint-answer.ts';
import { complaintRemedy } from './forms/complaint-remedy.ts';
import { contactAnotherWay } from './forms/contact-another-way.ts';
import { contactDecision } from './forms/contact-decision.ts';
import { continuingHealthcare } from './forms/continuing-healthcare.ts';
import { contribution } from './forms/contribution.ts';
import { councilAgreement } from './forms/council-agreement.ts';
import { condolence, deathConfirmation, finalAccounts, leftWithoutCarer } from './forms/death.ts';
import { decision } from './forms/decision.ts';
import { deferredPayment, deferredPaymentReview } from './forms/deferred-payment.ts';
import { delay } from './forms/delay.ts';
import { directPaymentReview } from './forms/direct-payment-review.ts';
import { disagreement } from './forms/disagreement.ts';
import { emergencyPlan } from './forms/emergency-plan.ts';
import { considerEnding, endOfSupport, noticeOfEnd } from './forms/ending.ts';
import { estimate } from './forms/estimate.ts';
import { finances } from './forms/finances.ts';
import { changeAnswer, moneyAnswer } from './forms/message-answer.ts';
import { arrival, keepUntilAssessed, residenceFound, sendPlan } from './forms/moving.ts';
import { personSearch } from './forms/person-search.ts';
import { plan } from './forms/plan.ts';
import { planAgreement } from './forms/plan-agreement.ts';
import { planChecks } from './forms/plan-checks.ts';
import { planner } from './forms/planner.ts';
import { queryAnswer } from './forms/query-answer.ts';
import { refusal } from './forms/refusal.ts';
import { restart } from './forms/restart.ts';
import { restrictionReview } from './forms/restriction-review.ts';
import { review } from './forms/review.ts';
import { reviewRequestDecision } from './forms/review-request-decision.ts';
import { safety } from './forms/safety.ts';
import { sendCopy } from './forms/send-copy.ts';
import { setUp } from './forms/set-up.ts';
import { shortTermContact } from './forms/short-term-contact.ts';
import { shortTermReview } from './forms/short-term-review.ts';
import { shortTermSupport } from './forms/short-term-support.ts';
import { smallChange } from './forms/small-change.ts';
import { toldOfCost } from './forms/told-of-cost.ts';
import { topUpReview } from './forms/top-up-review.ts';
import { triage } from './forms/triage.ts';
import { urgentSupport } from './forms/urgent-support.ts';
import { visit } from './forms/visit.ts';
import { waitingReview } from './forms/waiting-review.ts';
import { wantedHelp } from './forms/wanted-help.ts';
import type { TaskKind } from './task.ts';

/**
 * What each kind of work asks: its one question list, of which its page, its body in the API, its record, its copy and the types of its rule are
 * made.
 */
export const workLists = {
  'triage-request': triage,
  'decide-contact': contactDecision,
  'give-short-term-support': shortTermSupport,
  'review-short-term-support': shortTermReview,
  'ask-short-term': shortTermContact,
  'take-in-care': careFromCarer,
  'assess-needs': assessment,
  'assess-carer': carerAssessment,
  'decide-eligibility': decision,
  'decide-carer-eligibility': carerDecision,
  'estimate-budget': estimate,
  'assess-finances': finances,
  'draft-plan': plan,
  'check-plan': planChecks,
  'agree-plan-for-council': councilAgreement,
  'agree-plan': planAgreement,
  'set-up-support': setUp,
  'check-support': checkIn,
  'review-direct-payment': directPaymentReview,
  'review-top-up': topUpReview,
  'review-plan': review,
  'look-into-safety': safety,
  'consider-refusal': refusal,
  'assess-capacity': capacity,
  'arrange-advocacy': advocacy,
  'find-planner': planner,
  'refer-continuing-healthcare': continuingHealthcare,
  'offer-carers-assessment': carerOffer,
  'refer-child': childReferral,
  'check-authority': authorityCheck,
  'review-restriction': restrictionReview,
  'review-wait': waitingReview,
  'assess-after-discharge': afterDischarge,
  'tell-of-cost': toldOfCost,
  'collect-contribution': contribution,
  'arrange-benefits-check': benefitsCheck,
  'arrange-wanted-help': wantedHelp,
  'make-emergency-plan': emergencyPlan,
  'arrange-urgent-support': urgentSupport,
  'contact-another-way': contactAnotherWay,
  'explain-delay': delay,
  'send-copy': sendCopy,
  'restart-workflow': restart,
  'arrange-visit': visit,
  'settle-disagreement': disagreement,
  'change-plan': smallChange,
  'decide-review-request': reviewRequestDecision,
  'answer-query': queryAnswer,
  'acknowledge-complaint': complaintAcknowledgement,
  'answer-complaint': complaintAnswer,
  'put-complaint-right': complaintRemedy,
  'look-at-change': changeAnswer,
  'look-at-money': moneyAnswer,
  'arrange-deferred-payment': deferredPayment,
  'review-deferred-payment': deferredPaymentReview,
  'find-person': personSearch,
  'consider-ending': considerEnding,
  'give-notice-of-end': noticeOfEnd,
  'end-support': endOfSupport,
  'send-plan-to-council': sendPlan,
  'confirm-arrival': arrival,
  'keep-until-assessed': keepUntilAssessed,
  'establish-residence': residenceFound,
  'confirm-death': deathConfirmation,
  'adult-whose-carer-died': leftWithoutCarer,
  'final-accounts': finalAccounts,
  'write-condolence': condolence,
} as const satisfies Record<TaskKind, Form>;

/** The answers to the list of a kind of work, as its rule reads them. */
export type WorkAnswers<Kind extends TaskKind> = AnswersOf<(typeof workLists)[Kind]>;
