import type { CaseRecord, WorkRecord } from '../../schemas/records.ts';
import type { TaskKind } from '../../schemas/task.ts';
import type { WorkAnswers } from '../../schemas/work-lists.ts';

/** What a finished piece of work left, with its answers in the types of its list. */
export type DoneWork<Kind extends TaskKind> = Omit<WorkRecord, 'work' | 'answers'> & {
  readonly work: Kind;
  readonly answers: WorkAnswers<Kind>;
};

/** A finished piece of work in the types of its list, where it is of that kind. */
export const asWorkOf = <Kind extends TaskKind>(record: CaseRecord, kind: Kind): DoneWork<Kind> | undefined =>
  // Answers of a kind of work passed its list before they were kept.
  record.kind === 'work' && record.work === kind ? (record as unknown as DoneWork<Kind>) : undefined;

/** Every finished piece of work of a kind, the newest first. */
export const allWorkOf = <Kind extends TaskKind>(records: readonly CaseRecord[], kind: Kind): DoneWork<Kind>[] =>
  records.flatMap((record) => asWorkOf(record, kind) ?? []).toSorted((a, b) => b.at.localeCompare(a.at));

/** The newest finished piece of work of a kind. @param thread only of one journey or review, such as `assessment-1` */
export const workOf = <Kind extends TaskKind>(
  records: readonly CaseRecord[],
  kind: Kind,
  thread?: string,
): DoneWork<Kind> | undefined =>
  allWorkOf(records, kind).find(({ id }) => thread === undefined || id.startsWith(`${thread}.`));
