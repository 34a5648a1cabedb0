/** What has changed between two versions of a plan, answer by answer, for whoever checks the later one. */
import type { Answers } from '../../schemas/form-conditions.ts';
import { type Form, questionsOf } from '../../schemas/form-language.ts';
import type { CaseRecord, PlanRecord } from '../../schemas/records.ts';
import { inWords } from '../forms/forms.ts';
import { wordsOf } from './behind-plan.ts';

/** One answer that is another now: what stood there and what stands there; of a table only the rows that differ. */
export type ChangedAnswer = {
  readonly question: string;
  readonly name: string;
  readonly was: readonly string[];
  readonly now: readonly string[];
};

/** The answers of a list that two sets of answers give differently. */
export const changedAnswers = (list: Form, before: Readonly<Answers>, after: Readonly<Answers>): ChangedAnswer[] =>
  questionsOf(list).flatMap(({ question }) => {
    const [was, now] = [before[question.id], after[question.id]];
    if (was === undefined && now === undefined) return [];
    const [wasLines, nowLines] = [was, now].map((answer) => (answer === undefined ? [] : inWords(question, answer)));
    if (JSON.stringify(wasLines) === JSON.stringify(nowLines)) return [];
    const rowsOnly = question.type === 'table';
    const apart = (lines: readonly string[] = [], others: readonly string[] = []) =>
      rowsOnly ? lines.filter((line) => !others.includes(line)) : lines;
    return [
      {
        question: question.id,
        name: question.name,
        was: apart(wasLines, nowLines),
        now: apart(nowLines, wasLines),
      },
    ];
  });

/** The version of a plan before another: the newest of a lower number of which the words are kept. */
export const versionBefore = (plan: Pick<PlanRecord, 'number'>, records: readonly CaseRecord[]) => {
  const earlier = records
    .flatMap((record) => (record.kind === 'plan' && record.number < plan.number ? [record] : []))
    .toSorted((a, b) => b.number - a.number);
  for (const one of earlier) {
    const answers = wordsOf(one, records);
    if (answers) return { plan: one, answers };
  }
  return undefined;
};
