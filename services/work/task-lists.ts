import { computedLines, type ShownLine } from '../../domain/forms/computed-lines.ts';
import { type AddedAnswer, addedAnswers, type KnownAnswer, knownAnswers } from '../../domain/forms/known-answers.ts';
import { lineRules } from '../../domain/journey/line-rules.ts';
import { personAnswers } from '../../domain/journey/person-answers.ts';
import { askedFor } from '../../domain/journey/requests-together.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { Council } from '../../schemas/council.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import { requestForms } from '../../schemas/forms/case-forms.ts';
import { everyForm } from '../../schemas/forms/every-form.ts';
import type { Overlay } from '../../schemas/overlay.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { Task } from '../../schemas/task.ts';
import { workLists } from '../../schemas/work-lists.ts';
import type { Deps } from '../deps.ts';
import { askedBy, overlayOf, overlaysOf } from '../runtime/council-lists.ts';
import type { WholeCase } from '../store/case-store.ts';

/** A list by its id, whoever answers it. */
export const listById = (id: string): Form | undefined =>
  requestForms.get(id) ??
  everyForm.find((form) => form.id === id) ??
  Object.values<Form>(workLists).find((list) => list.id === id);

/** What a council changes in the list of a task. */
export const overlayOfTask = (council: Council, { kind }: Pick<Task, 'kind'>): Overlay | undefined =>
  overlayOf(council, workLists[kind].id);

/** The question list of a task as its council asks it. */
export const listOfTask = (council: Council, { kind }: Pick<Task, 'kind'>): Form => askedBy(council, workLists[kind]);

/**
 * What is known of each question of a task's list, from the records of its case and from the person.
 *
 * @param task whose request is answered, where it answers one
 */
export const knownOf = (
  { clock, councils }: Pick<Deps, 'clock' | 'councils'>,
  list: Form,
  { case: careCase, records, person, tasks }: Pick<WholeCase, 'case' | 'records' | 'person' | 'tasks'>,
  task?: Pick<Task, 'id' | 'kind'>,
): KnownAnswer[] =>
  knownAnswers(list, {
    records,
    person: personAnswers(person),
    listOf: listById,
    today: () => londonDate(clock.now()),
    noticeDays: councils.known(careCase.council).noticeDays,
    asked: task && askedFor(task, { tasks, records }),
  });

/** What the council's own questions were answered that are meant for a kind of work. */
export const addedFor = (
  council: Council,
  { kind }: Pick<Task, 'kind'>,
  records: readonly CaseRecord[],
): AddedAnswer[] => addedAnswers(kind, overlaysOf(council), { records, listOf: listById });

/** The lines that a list's pages show for answers that are being given, as the council works them out. */
export const linesOf = (
  { clock }: Pick<Deps, 'clock'>,
  { charging }: Council,
  list: Form,
  answers: Answers,
): ShownLine[] => computedLines(list, answers, lineRules({ charging, today: londonDate(clock.now()) }));
