import type * as z from 'zod';
import {
  type Follower,
  isAboutAnothersRequest,
  isAboutSafety,
  isFromAnother,
  isSaidByOthers,
} from '../../domain/journey/case-following.ts';
import { type Form, questionsOf } from '../../schemas/form-language.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import { isList, workLists } from '../../schemas/work-lists.ts';
import type { WholeCase } from '../store/case-store.ts';
import { taskView } from '../work/task-views.ts';

const withheld =
  'Answers and notes about your safety are not in this file, in case someone else can open it. What other people told us about you is not in it either. Ask us for them and we give them to you in a safe way.';

/**
 * Work on a worry about safety, and what it led to: never handed out by itself, since harm may come from whoever opens the file. Nor is
 * what someone else said of the person.
 */
const isWithheld = (id: string): boolean => /(^|\.)look-into-safety/.test(id) || isAboutAnothersRequest(id);

/** The questions of a list of staff that ask about harm, or what others say of the person. */
const withheldOf = (record: CaseRecord): ReadonlySet<string> => {
  const list: Form | z.ZodType | undefined = record.kind === 'work' ? workLists[record.work] : undefined;
  if (list === undefined || !isList(list)) return new Set();
  return new Set(
    questionsOf(list).flatMap(({ page, question }) =>
      page.sensitive || isSaidByOthers(question.id) ? [question.id] : [],
    ),
  );
};

const withoutSafety = (record: CaseRecord): CaseRecord => {
  if (record.kind !== 'application' && record.kind !== 'request' && record.kind !== 'work') return record;
  const left = withheldOf(record);
  const kept = Object.entries(record.answers).filter(([id]) => !isAboutSafety(id) && !left.has(id));
  return { ...record, answers: Object.fromEntries(kept) };
};

/**
 * All that is held about a person in a case, but what is about their safety and what others said. A helper sees of the person what the copies show, and the
 * person sees the helper's own details as they gave them.
 */
export const heldAbout = ({ case: careCase, tasks, records, mail, events }: WholeCase, as: Follower) => ({
  note: withheld,
  for: as,
  case: careCase,
  tasks: tasks.filter(({ id }) => !isWithheld(id)).map(taskView),
  records: records.filter((record) => !isWithheld(record.id) && !isFromAnother(record)).map(withoutSafety),
  messages: mail.filter(({ key }) => !isWithheld(key)),
  history: events.filter(({ about = '' }) => !isWithheld(about)),
});
