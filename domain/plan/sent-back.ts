/** Answers of a plan that were sent back to whoever wrote it, each with its reason, until the next version answers them. */
import type { Actor } from '../../schemas/case.ts';
import { questionSentBack } from '../../schemas/forms/fragments/sent-back.ts';
import type { PlanAnswers } from '../../schemas/forms/plan.ts';
import type { CaseRecord, PlanRecord } from '../../schemas/records.ts';
import type { IsoInstant } from '../../schemas/scalars.ts';
import { allWorkOf, workOf } from '../journey/work-records.ts';
import type { BrokenRule } from '../ruling.ts';

/** One answer that goes back, as whoever sends it names it. */
export type GoesBack = { readonly part: string; readonly row?: number | undefined; readonly why: string };

/** One answer that was sent back: which question of the plan, which of its rows, why, by whom and in which piece of work. */
export type SentBack = {
  readonly question: string;
  readonly row?: number | undefined;
  readonly why: string;
  readonly by: Actor;
  readonly at: IsoInstant;
  /** The record of the work in which it was sent back. */
  readonly record: string;
};

/** Rows that name what the plan does not have. */
export const sentBackProblems = (goesBack: readonly GoesBack[] = [], plan?: PlanAnswers): BrokenRule[] =>
  goesBack.flatMap(({ part, row }, index) => {
    const question = questionSentBack(part);
    if (row === undefined || plan === undefined || question === undefined) return [];
    const answer = (plan as Readonly<Record<string, unknown>>)[question.id];
    const rows = Array.isArray(answer) && question.type === 'table' ? answer.length : 0;
    const message =
      rows === 0
        ? `“${question.name}” has no rows in this plan. Leave the number blank`
        : `There are ${rows} rows under “${question.name}”. Give a number from 1 to ${rows}`;
    return row <= rows ? [] : [{ field: `sentBack[${index}].row`, rule: 'An answer that there is', message }];
  });

const nameOf = ({ part, row }: GoesBack): string =>
  `${questionSentBack(part)?.name ?? part}${row === undefined ? '' : `, number ${row}`}`;

/** Everything that should change, in lines for the record of the plan and for the person: each answer with its reason, then what was said besides. */
export const changesInWords = (goesBack: readonly GoesBack[] = [], besides = ''): string =>
  [...goesBack.map((one) => `${nameOf(one)}: ${one.why}`), ...(besides === '' ? [] : [besides])].join('\n');

type Sender = {
  readonly id: string;
  readonly at: IsoInstant;
  readonly by: Actor;
  readonly answers: { readonly sentBack?: readonly GoesBack[] | undefined };
};

/**
 * What was sent back of the newest version in a journey or review and is not answered yet: the next version ends it, and so does an agreement.
 *
 * @param thread such as `assessment-1`
 */
export const sentBackOf = (records: readonly CaseRecord[], thread: string): SentBack[] => {
  const [plan] = records
    .flatMap((record) => (record.kind === 'plan' && record.id.startsWith(`${thread}.`) ? [record] : []))
    .toSorted((a, b) => b.number - a.number) as PlanRecord[];
  if (plan?.state !== 'changes-requested') return [];
  const senders: (Sender | undefined)[] = [
    allWorkOf(records, 'check-plan').find(({ id }) => id === plan.checked),
    workOf(records, 'agree-plan-for-council', thread),
    workOf(records, 'agree-plan', thread),
  ];
  return senders.flatMap((sender) =>
    sender === undefined || sender.at < plan.at
      ? []
      : (sender.answers.sentBack ?? []).flatMap(({ part, row, why }) => {
          const question = questionSentBack(part);
          return question
            ? [
                {
                  question: question.id,
                  ...(row !== undefined && { row }),
                  why,
                  by: sender.by,
                  at: sender.at,
                  record: sender.id,
                },
              ]
            : [];
        }),
  );
};
