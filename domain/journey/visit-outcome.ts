import type { Visit } from '../../schemas/case.ts';
import type { visit } from '../../schemas/forms/visit.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { appointmentProblems } from '../review/review-appointment.ts';
import type { BrokenRule } from '../ruling.ts';
import { addMonths, londonDate } from '../time/clock-time.ts';
import { addWorkingDays } from '../time/working-days.ts';
import { openedBy } from './follow-up.ts';
import { requestOf } from './request-outcomes.ts';
import { arrangerOf, failuresInARow, purposeOf, reminderAt, reminderStep, startOf, visitsAfter } from './visits.ts';
import { broken, done, type FollowUp, type Rule, type TaskOutcome, type TaskSituation } from './work-outcome.ts';

type Answers = Parameters<Rule<typeof visit>>[0];

/** Failed visits in a row, this one among them, from which somebody else decides how to go on. Our own choice. */
const oftenFailed = 2;

/** Working days in which a visit that was called off, or did not happen, is arranged again. Our own choice. */
const again = { cancelled: 5, failed: 1 } as const;

/** How far ahead a visit may be arranged. */
const monthsAhead = 12;

/** The same work once more: what the visit is for is still to be done, so it is never just closed. */
const arrangedAgain = (
  { task, now }: TaskSituation,
  days: number,
  reason: string,
  role: FollowUp['role'],
): FollowUp => {
  const purpose = purposeOf(task);
  const { step, ...rest } = openedBy(task, 'arrange-visit', reason);
  return {
    ...rest,
    step: step.replace('arrange-visit', `arrange-visit-${purpose}`),
    dueOn: addWorkingDays(londonDate(now), days),
    role,
  };
};

/** An answer to the person, where they asked to move the visit or call it off. */
const answering = ({ task }: TaskSituation): Partial<TaskOutcome> =>
  /-[0-9a-f]{12}$/.test(task.id) ? { to: requestOf(task) } : {};

const timeOf = (text: string): string | undefined => {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.](\d\d)$/.exec(text.trim()) ?? [];
  return Number(hours) < 24 && minutes !== '' && Number(minutes) < 60
    ? `${hours.padStart(2, '0')}:${minutes}`
    : undefined;
};

const arranged = (answers: Answers, situation: TaskSituation) => {
  const { task, now, case: careCase } = situation;
  const purpose = purposeOf(task);
  const { visitOn, startsAt = '', how = 'face-to-face', place, whoComes = [], outsideWhy, movedWhy } = answers;
  const time = timeOf(startsAt);
  const on = visitOn as IsoDate;
  const problems: BrokenRule[] = [];
  const wrong = (field: string, message: string) => problems.push({ field, message, rule: 'design' });
  if (time === undefined) wrong('startsAt', 'Time of the visit must be a time of day, like 14:30');
  if (on > addMonths(londonDate(now), monthsAhead)) wrong('visitOn', `Choose a day in the next ${monthsAhead} months`);
  else if (time !== undefined && startOf({ on, startsAt: time }) <= now) {
    wrong('startsAt', 'This time has passed. Choose a later one');
  }
  const before = careCase.visits?.find((one) => one.purpose === purpose);
  const isMoved = before !== undefined && (before.on !== on || before.startsAt !== time);
  if (isMoved && movedWhy === undefined) wrong('movedWhy', 'Enter why the visit is moved');
  if (purpose === 'review' && problems.length === 0) {
    if (careCase.nextReview === undefined) wrong('visitOn', 'There is no review to come. Arrange no visit for it');
    else problems.push(...appointmentProblems({ on, outsideWhy }, careCase.nextReview));
  }
  if (problems.length > 0 || time === undefined) return broken(problems);
  const next: Visit = {
    purpose,
    on,
    startsAt: time,
    how,
    ...(place && { place }),
    comes: whoComes.map(({ name, role }) => `${name} (${role})`),
  };
  const remindAt = reminderAt(next, now);
  return done(isMoved ? 'moved' : 'arranged', {
    ...answering(situation),
    changes: {
      visits: visitsAfter(careCase, purpose, next),
      ...(purpose === 'review' && careCase.nextReview && { nextReview: { ...careCase.nextReview, appointmentOn: on } }),
    },
    tells: [before ? 'visit-changed' : 'visit-arranged'],
    ...(remindAt && { tellsLater: [{ template: 'visit-coming', step: reminderStep(next), at: remindAt }] }),
  });
};

const failed = ({ knownSafe, otherWays, failedWhy }: Answers, situation: TaskSituation) => {
  const { task, records, case: careCase } = situation;
  const purpose = purposeOf(task);
  const times = failuresInARow(records, purpose) + 1;
  const isOften = times >= oftenFailed;
  if (isOften && otherWays === undefined) {
    const message = `It did not happen ${times} times now. Enter in which other ways it was tried`;
    return broken([{ field: 'otherWays', rule: 's.11', message }]);
  }
  const wants = failedWhy === 'turned-away' ? ' Somebody did not want it: that alone is no refusal.' : '';
  const reason = isOften
    ? `A visit did not happen ${times} times in a row.${wants} Decide with whoever knows the person how to reach them. Close nothing because of it.`
    : `A visit did not happen.${wants} Arrange another one.`;
  return done('failed', {
    ...answering(situation),
    changes: { visits: visitsAfter(careCase, purpose) },
    opens: [
      arrangedAgain(situation, again.failed, reason, isOften ? 'manager' : arrangerOf[purpose]),
      ...(knownSafe === 'not-known'
        ? [openedBy(task, 'look-into-safety', 'A visit did not happen, and it is not known if the person is safe')]
        : []),
    ],
    tells: ['visit-missed'],
  });
};

/**
 * What is recorded of a visit for an assessment or a review. One that is called off or did not happen is arranged again, and where that
 * comes to nothing twice, a manager decides how to go on: nothing is just closed. Care Act 2014 ss.9(5), 11 and 27.
 */
export const arrangeVisit: Rule<typeof visit> = (answers, situation) => {
  const { case: careCase, task } = situation;
  const purpose = purposeOf(task);
  if (careCase.closed) return done('case-closed', answering(situation));
  switch (answers.what) {
    case 'arranged':
      return arranged(answers, situation);
    case 'failed':
      return failed(answers, situation);
    case 'cancelled':
      return done('cancelled', {
        ...answering(situation),
        changes: { visits: visitsAfter(careCase, purpose) },
        opens: [
          arrangedAgain(
            situation,
            again.cancelled,
            answers.cancelledBy === 'person'
              ? 'The person called the visit off. Arrange another one.'
              : 'We called the visit off. Arrange another one.',
            arrangerOf[purpose],
          ),
        ],
        tells: ['visit-cancelled'],
      });
    case 'not-needed':
      return done('not-needed', { ...answering(situation), changes: { visits: visitsAfter(careCase, purpose) } });
  }
};
