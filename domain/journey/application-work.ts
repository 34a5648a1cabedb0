import type { IsoDate } from '../../schemas/scalars.ts';
import { addWorkingDays } from '../time/working-days.ts';
import type { Application } from './applications.ts';
import { mayBeAskedFor } from './first-contact.ts';
import type { FollowUp } from './work-outcome.ts';

/** What an answer in the application may disclose is looked into at once: it is not left to the person to report it again. */
export const safetyReason = 'An answer in the application may disclose harm. Read it before you make contact.';

/**
 * The work that an application gives to staff beside its triage: to look into what discloses harm (Care Act 2014 s.42), and to decide on
 * contact where whoever sent it has neither the person's agreement nor a right to ask.
 *
 * @param mark tells a second application in a case from the first
 */
export const workOfApplication = (
  { disclosesHarm, answers, urgency }: Pick<Application, 'disclosesHarm' | 'answers' | 'urgency'>,
  today: IsoDate,
  mark?: string,
): FollowUp[] => {
  const step = (kind: FollowUp['kind']) => (mark ? `${kind}-${mark}` : kind);
  const work = (kind: FollowUp['kind'], reason: string, dueOn?: IsoDate): FollowUp => ({
    kind,
    step: step(kind),
    reason,
    ...(dueOn && { dueOn }),
  });
  const soon = urgency === 'standard' ? undefined : addWorkingDays(today, 0);
  return [
    ...(disclosesHarm ? [work('look-into-safety', safetyReason)] : []),
    ...(mayBeAskedFor(answers)
      ? []
      : [
          work(
            'decide-contact',
            'Sent without the person’s agreement and without a right to ask. Who sent it is told nothing until this is decided.',
            soon,
          ),
        ]),
  ];
};
