import type * as z from 'zod';
import type { AnswersOf } from './answers-of.ts';
import { setUpRecord, supportCheck, workDone } from './assessment.ts';
import type { Form } from './form-language.ts';
import { advocacy } from './forms/advocacy.ts';
import { assessment } from './forms/assessment.ts';
import { capacity } from './forms/capacity.ts';
import { carerAssessment } from './forms/carer-assessment.ts';
import { carerDecision } from './forms/carer-decision.ts';
import { continuingHealthcare } from './forms/continuing-healthcare.ts';
import { decision } from './forms/decision.ts';
import { estimate } from './forms/estimate.ts';
import { finances } from './forms/finances.ts';
import { refusal } from './forms/refusal.ts';
import { safety } from './forms/safety.ts';
import { shortTermReview } from './forms/short-term-review.ts';
import { shortTermSupport } from './forms/short-term-support.ts';
import { triage } from './forms/triage.ts';
import { planAnswer, planCheck, planDraft, reviewRecord } from './plan.ts';
import {
  complaintAcknowledgement,
  complaintAnswer,
  messageDealtWith,
  personSearch,
  queryAnswer,
  reviewRequestDecision,
} from './requests.ts';
import type { TaskKind } from './task.ts';

/**
 * What each kind of work asks: its one question list, of which its page, its body in the API, its record, its copy and the types of its rule are
 * made. A kind that has none yet is read by a schema of its own.
 */
export const workLists = {
  'triage-request': triage,
  'give-short-term-support': shortTermSupport,
  'review-short-term-support': shortTermReview,
  'assess-needs': assessment,
  'assess-carer': carerAssessment,
  'decide-eligibility': decision,
  'decide-carer-eligibility': carerDecision,
  'estimate-budget': estimate,
  'assess-finances': finances,
  'draft-plan': planDraft,
  'check-plan': planCheck,
  'agree-plan': planAnswer,
  'set-up-support': setUpRecord,
  'check-support': supportCheck,
  'review-plan': reviewRecord,
  'look-into-safety': safety,
  'consider-refusal': refusal,
  'assess-capacity': capacity,
  'arrange-advocacy': advocacy,
  'refer-continuing-healthcare': continuingHealthcare,
  'contact-another-way': workDone,
  'restart-workflow': workDone,
  'decide-review-request': reviewRequestDecision,
  'answer-query': queryAnswer,
  'acknowledge-complaint': complaintAcknowledgement,
  'answer-complaint': complaintAnswer,
  'look-at-change': messageDealtWith,
  'look-at-money': messageDealtWith,
  'find-person': personSearch,
} as const satisfies Record<TaskKind, Form | z.ZodType>;

/** The answers to the list of a kind of work, as its rule reads them. */
export type WorkAnswers<Kind extends TaskKind> = (typeof workLists)[Kind] extends infer Asked
  ? Asked extends Form
    ? AnswersOf<Asked>
    : Asked extends z.ZodType
      ? z.output<Asked>
      : never
  : never;

/** Whether a kind of work has its list, or is read by a schema of its own still. */
export const isList = (asked: Form | z.ZodType): asked is Form => 'sections' in asked;
