import type { Answers } from '../../schemas/form-conditions.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { complaintClock } from '../complaints/complaint-clock.ts';
import { listOf } from '../forms/answered.ts';
import { addWorkingDays } from '../time/working-days.ts';
import { arrangerOf } from './visits.ts';

/** Work that something which a person has sent opens. */
export type RequestedWork = {
  readonly kind: TaskKind;
  readonly reason: string;
  readonly dueOn?: IsoDate;
  /** The decision that it is about: whoever made it answers. */
  readonly decision?: string;
  /** The team whose work it is, where that is not the role of its kind. */
  readonly role?: StaffRole;
  /** What its step is called, where that says more than the kind. */
  readonly named?: string;
};

/** What the meaning of a request depends on beside its answers. */
export type RequestSituation = { readonly hasPlanInForce: boolean; readonly today: IsoDate };

const advocateWanted = (answers: Answers): string =>
  answers['wantsAdvocate'] === 'yes' ? ' They would like an independent advocate.' : '';

/** The work to arrange the advocate whom somebody wants. Care Act 2014 s.67. */
const advocateFor = (answers: Answers): RequestedWork[] =>
  answers['wantsAdvocate'] === 'yes'
    ? [{ kind: 'arrange-advocacy', reason: 'The person would like an independent advocate' }]
    : [];

/**
 * The work that a form of a case gives to staff. Documents and an invitation are news like any other; answers to the equality questions are
 * nobody's work, since nothing that happens to a person depends on them.
 */
export const requestedWork = (
  form: string,
  answers: Answers,
  { hasPlanInForce, today }: RequestSituation,
): readonly RequestedWork[] => {
  const soon = { dueOn: addWorkingDays(today, 0) };
  switch (form) {
    case 'review-request': {
      const kind = hasPlanInForce ? 'decide-review-request' : 'look-at-change';
      const urgent = answers['requestUrgent'] === 'yes';
      return [
        { kind, reason: 'Someone has asked for a review of the plan.', ...(urgent && soon) },
        ...(listOf(answers, 'reviewReasons').includes('money-changed')
          ? [{ kind: 'look-at-money' as const, reason: 'A request for a review says that money has changed.' }]
          : []),
      ];
    }
    case 'query':
      return [
        {
          kind: 'answer-query',
          reason: `A question about a decision.${advocateWanted(answers)}`,
          decision: String(answers['decisionAbout']),
        },
        ...advocateFor(answers),
      ];
    case 'complaint':
      return [
        {
          kind: 'acknowledge-complaint',
          reason: 'A complaint. Acknowledge it in 3 working days, and offer to talk about how it is handled.',
          dueOn: complaintClock(today).acknowledgeBy,
        },
      ];
    case 'change': {
      const changed = listOf(answers, 'changed');
      const money = changed.includes('money');
      const advocate = advocateWanted(answers);
      const paid = changed.includes('direct-payment') ? ' They want their budget as a direct payment.' : '';
      const change: RequestedWork = {
        kind: 'look-at-change',
        reason: `The person has told us of a change.${paid}${advocate}`,
        ...(answers['changeUrgent'] === 'yes' && soon),
      };
      return [
        ...(money && changed.length === 1 && !advocate ? [] : [change]),
        ...(money
          ? [{ kind: 'look-at-money' as const, reason: 'The person has told us that money has changed.' }]
          : []),
        ...advocateFor(answers),
      ];
    }
    case 'review-disagreement':
      return [
        {
          kind: 'settle-disagreement',
          reason: `The person does not agree with the record of their review.${advocateWanted(answers)}`,
        },
      ];
    case 'visit-change': {
      const purpose = answers['visitFor'] === 'review' ? 'review' : 'assessment';
      const wish = answers['visitWish'] === 'move' ? 'to move the visit' : 'to call the visit off';
      return [
        {
          kind: 'arrange-visit',
          named: `arrange-visit-${purpose}`,
          reason: `The person asks ${wish}. Until they are told, it stays as it is.`,
          role: arrangerOf[purpose],
          dueOn: addWorkingDays(today, 1),
        },
      ];
    }
    case 'send-documents':
      return [{ kind: 'look-at-change', reason: 'The person has sent documents.' }];
    case 'end-support':
      return [{ kind: 'consider-ending', reason: 'The person asks for support to end. It goes on meanwhile.' }];
    case 'equality':
      return [];
    case 'financial-assessment':
      return [{ kind: 'look-at-money', reason: 'The person has sent the financial form.' }];
    default:
      return [{ kind: 'look-at-change', reason: 'The person has said whom they want at the review.' }];
  }
};

/** What staff must know before they open a request that is not the person's own. */
const othersReason = (answers: Answers): string =>
  `Someone else has asked for a review of the plan. ${
    answers['personKnows'] === 'agrees'
      ? 'They say that the person agrees.'
      : 'They ask without the person’s agreement.'
  } Answer them in the way they chose, and tell them nothing about the person without consent.`;

/** The work that a request for a review by someone else gives to staff, once the case is known that it is about. */
export const workAskedByOther = (
  answers: Answers,
  { hasPlanInForce, today }: RequestSituation,
): readonly RequestedWork[] => {
  const reason = othersReason(answers);
  const soon = answers['requestUrgent'] === 'yes' && { dueOn: addWorkingDays(today, 0) };
  return [
    { kind: hasPlanInForce ? 'decide-review-request' : 'look-at-change', reason, ...soon },
    ...(listOf(answers, 'reviewReasons').includes('money-changed') ? [{ kind: 'look-at-money' as const, reason }] : []),
  ];
};
