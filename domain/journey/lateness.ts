import type { CareCase } from '../../schemas/case.ts';
import type { delay } from '../../schemas/forms/delay.ts';
import { type IsoDate, isoDate } from '../../schemas/scalars.ts';
import type { Task, TaskKind } from '../../schemas/task.ts';
import { addDays, londonDate } from '../time/clock-time.ts';
import { addWorkingDays, isWorkingDay, workingDayOnOrBefore } from '../time/working-days.ts';
import { markOf, openedBy } from './follow-up.ts';
import { done, type Rule, recordId, refused } from './work-outcome.ts';

/**
 * The day that is promised to a person for one by which something should be done: the last working day on or before it, as nobody comes on
 * Boxing Day. Where that would lie before they asked, the day itself.
 */
export const promisedDay = (dueOn: IsoDate, askedOn: IsoDate): IsoDate => {
  const day = workingDayOnOrBefore(dueOn);
  return day >= askedOn ? day : dueOn;
};

/**
 * The day by which what the person waits for is done, as it was promised or as it was put off since, while that day is to come. A day that is past
 * is never told as coming.
 */
export const expectedBy = ({ targetOn, openedAt, delayedTo }: CareCase, today: IsoDate): IsoDate | undefined =>
  [delayedTo, promisedDay(targetOn, londonDate(openedAt))].find((day) => day !== undefined && day >= today);

/** Work for which a person was told a day. Guidance 6.29; s.27; SI 2009/309 reg 14. */
const toldOf: readonly TaskKind[] = [
  'triage-request',
  'assess-needs',
  'assess-carer',
  'review-plan',
  'answer-complaint',
];

/** Whether a person was told a day for this work. */
export const isToldOf = ({ kind }: Task): boolean => toldOf.includes(kind);

/** Whether that day has passed. A triage is due long before the day that the person was told. */
export const isLate = (task: Task, careCase: CareCase, today: IsoDate): boolean =>
  task.status === 'open' &&
  isToldOf(task) &&
  (task.kind === 'triage-request' ? promisedDay(careCase.targetOn, londonDate(careCase.openedAt)) : task.dueOn) < today;

/** Working days in which whoever holds late work says why. */
const daysToExplain = 2;

/** After so many working days without an explanation, the person hears again that it is late. */
export const hearAgainDays = 5;

/** What is done about late work today: nothing, asking its holder why, or telling the person that it is late. */
export type AboutLateness =
  | { readonly do: 'nothing' }
  | { readonly do: 'ask-why'; readonly step: string; readonly dueOn: IsoDate }
  | { readonly do: 'tell-person'; readonly step: string };

/** The work that asks why this work is late: every round of it. */
export const asksWhy = (late: Task, { kind, id }: Task): boolean =>
  kind === 'explain-delay' && id.includes(`.explain-delay-${markOf(recordId(late))}-`);

const roundOf = ({ id }: Task): number => Number(/-(\d+)$/.exec(id)?.[1] ?? 0);

/** How many whole spells of working days have passed since a day. */
const spellsSince = (day: IsoDate, today: IsoDate): number => {
  let passed = 0;
  for (let one = addDays(day, 1); one < today; one = addDays(one, 1)) if (isWorkingDay(one)) passed += 1;
  return Math.floor(passed / hearAgainDays);
};

/**
 * What is due today about one piece of late work: its holder is asked why and by when; a new day that passes too is asked about anew; and where
 * nobody answers in time the person is told that it is late, again and again as long as that lasts.
 *
 * @param tasks of the case, among them what its holder was asked so far
 */
export const aboutLateness = (late: Task, tasks: readonly Task[], today: IsoDate): AboutLateness => {
  const mark = markOf(recordId(late));
  const mine = tasks.filter((task) => asksWhy(late, task)).toSorted((a, b) => roundOf(b) - roundOf(a));
  const [last] = mine;
  const ask = (round: number) =>
    ({ do: 'ask-why', step: `explain-delay-${mark}-${round}`, dueOn: addWorkingDays(today, daysToExplain) }) as const;
  if (last === undefined) return ask(1);
  if (last.status === 'open') {
    if (last.dueOn >= today) return { do: 'nothing' };
    const step = `late-${mark}-${roundOf(last)}-${spellsSince(last.dueOn, today) + 1}`;
    return { do: 'tell-person', step };
  }
  const newDay = isoDate.safeParse(
    last.closed?.answer.kind === 'output' ? last.closed.answer.output['newDay'] : undefined,
  );
  return newDay.success && newDay.data >= today ? { do: 'nothing' } : ask(roundOf(last) + 1);
};

/** Why it is late and the new day: the person is told both. Waiting that is not safe is looked into at once. */
export const explainDelay: Rule<typeof delay> = ({ newDay, safeToWait }, { case: careCase, task }) => {
  if (!isWorkingDay(newDay))
    return refused('newDay', 'Choose a working day: nobody does it at a weekend or on a bank holiday');
  return done('explained', {
    changes: careCase.closed ? {} : { delayedTo: newDay },
    output: { newDay },
    tells: ['delay-explained'],
    opens:
      safeToWait === 'no'
        ? [
            openedBy(
              task,
              'look-into-safety',
              'Whoever holds late work is not satisfied that the person can safely wait',
            ),
          ]
        : [],
  });
};
