import type { Answers } from '../../schemas/form-conditions.ts';
import { type Column, type Form, type Question, questionsOf } from '../../schemas/form-language.ts';
import { type IsoDate, isoDate } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';
import { addMonths, londonDate } from '../time/clock-time.ts';
import { readableDate } from '../time/readable-date.ts';
import type { TaskSituation } from './work-outcome.ts';

/** Half a year: far enough for what was done before the work was opened, and too near for a day of the wrong year. */
const monthsBefore = 6;

/** The farthest that staff plan ahead from the day on which they write. */
const monthsAhead = { work: 12, life: 36 };

type Asked = Extract<Question | Column, { type: 'date' }>;

/** Between which days an answer may lie, and what to say of a day that is before or after them. */
const limitsOf = ({ name }: Asked, reach: Asked['reach'], { case: careCase, task, person, now }: TaskSituation) => {
  const today = londonDate(now);
  const opened = londonDate(reach === 'case' ? careCase.openedAt : task.openedAt);
  const near = reach === undefined || reach === 'case';
  const from = addMonths(opened, -monthsBefore);
  const until = addMonths(today, near ? monthsAhead.work : monthsAhead.life);
  const born = person.dateOfBirth;
  return [
    ...(born && reach !== 'any'
      ? [{ wrong: (day: IsoDate) => day < born, say: `${name} must be on or after the person’s date of birth` }]
      : []),
    ...(near
      ? [
          {
            wrong: (day: IsoDate) => day < from,
            say: `${name} must not be before ${readableDate(from)}: check the year. This ${reach === 'case' ? 'case' : 'work'} was opened on ${readableDate(opened)}`,
          },
        ]
      : []),
    ...(reach === 'any'
      ? []
      : [
          {
            wrong: (day: IsoDate) => day > until,
            say: `${name} must not be after ${readableDate(until)}: check the year`,
          },
        ]),
  ];
};

const problemOf = (
  asked: Question | Column,
  field: string,
  answer: unknown,
  situation: TaskSituation,
  usual?: Asked['reach'],
): BrokenRule[] => {
  const day = asked.type === 'date' ? isoDate.safeParse(answer) : undefined;
  if (asked.type !== 'date' || !day?.success) return [];
  const broken = limitsOf(asked, asked.reach ?? usual, situation).find(({ wrong }) => wrong(day.data));
  return broken ? [{ field, rule: 'A day that is written down is one that can be', message: broken.say }] : [];
};

/**
 * The days in the answers to a list that cannot be right: before the person was born, of another year than the work or the case, or farther ahead
 * than anybody plans. A question says by its `reach` how far its day may lie; the
 * rows of a table tell of a life. What is taken here may be reckoned with afterwards.
 */
export const datesHoldTogether = (list: Form, answers: Answers, situation: TaskSituation): BrokenRule[] =>
  questionsOf(list).flatMap(({ question }) => {
    const answer = answers[question.id];
    if (question.type !== 'table' || !Array.isArray(answer)) return problemOf(question, question.id, answer, situation);
    return answer.flatMap((row, at) =>
      typeof row === 'string'
        ? []
        : question.columns.flatMap((column) =>
            problemOf(column, `${question.id}[${at}].${column.id}`, row[column.id], situation, 'life'),
          ),
    );
  });
