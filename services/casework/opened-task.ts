import { knownSeen, withoutNumbers } from '../../domain/access/seen.ts';
import type { AddedAnswer, KnownAnswer } from '../../domain/forms/known-answers.ts';
import { askedInWords } from '../../domain/journey/asked-in-words.ts';
import { type BeforeLine, beforeOneBegins } from '../../domain/journey/before-one-begins.ts';
import { mayLiveIn } from '../../domain/journey/journey.ts';
import { requestKinds } from '../../domain/journey/request-outcomes.ts';
import { recordId } from '../../domain/journey/work-outcome.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { Form } from '../../schemas/form-language.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { copiesOf } from '../follow/case-copies.ts';
import type { WholeCase } from '../store/case-store.ts';
import type { StaffRequest } from '../web/site.ts';
import { casesOfPerson } from '../work/person-cases.ts';
import { addedFor, knownOf, listOfTask } from '../work/task-lists.ts';
import { mayBeKnownLines } from './may-be-known.ts';
import { sentBackKnown } from './sent-back.ts';

/** A copy that a task is about, with the addresses of its file to print. */
export type CopyToPrint = {
  readonly id: string;
  readonly title: string;
  readonly pdf: string;
  readonly largePrint: string;
};

/** A task with its list and everything that bears on it. `whole` is absent for work that belongs to no case. */
export type OpenedTask = {
  readonly task: Task;
  readonly list: Form;
  readonly whole: WholeCase | undefined;
  readonly known: readonly KnownAnswer[];
  readonly before: readonly BeforeLine[];
  readonly added: readonly AddedAnswer[];
  readonly copies: readonly CopyToPrint[];
  readonly otherOpenCases: readonly CareCase[];
  /** What was said by whoever opened it by hand. */
  readonly said: string | undefined;
};

const copiesToPrint = (
  { council }: StaffRequest,
  { copies = [], reference }: Pick<Task, 'copies' | 'reference'>,
  records: readonly CaseRecord[],
): CopyToPrint[] => {
  const all = new Map(copiesOf(council, records).map((copy) => [copy.id, copy]));
  return copies.flatMap((id) => {
    const pdf = `/${council.slug}/staff/cases/${reference}/copies/${id}`;
    return { id, title: all.get(id)?.title ?? id, pdf, largePrint: `${pdf}?print=large` };
  });
};

const saidWith = (task: Task, records: readonly CaseRecord[]): string | undefined => {
  const note = records.find(({ kind, id }) => kind === 'note' && id === recordId(task));
  return note?.kind === 'note' ? note.content.text : undefined;
};

/** What the person wrote, where this work follows from their request: whoever decides again or changes the plan reads it, as whoever answered did. */
const askedLines = ({ id, kind }: Task, records: readonly CaseRecord[]) => {
  // Those who answer have it beside their questions.
  const lines = requestKinds.some((one) => one === kind) ? [] : askedInWords(id, records);
  return lines.length > 0 ? [{ about: 'asked' as const, label: 'What was asked', lines }] : [];
};

/** The person was told that their home may be in another council's area: whoever looks at the request first decides what that means. L5. */
const homeLines = ({ area, postcodeDistricts }: Council, { postcode }: KnownPerson) =>
  mayLiveIn(postcode ?? '', postcodeDistricts)
    ? []
    : [
        {
          about: 'home' as const,
          label: 'Where they live',
          lines: [
            `The postcode may not be in ${area}. The person was told to look for the council where the home is. Find out where they live.`,
          ],
        },
      ];

/** What whoever does a task has before them. Opening it changes nothing. */
export const openedTask = async (deps: Deps, request: StaffRequest, task: Task): Promise<OpenedTask> => {
  const list = listOfTask(request.council, task);
  const whole = await deps.store.whole(task.council, task.reference);
  const others = whole ? await casesOfPerson(deps, whole.person, whole.case) : [];
  const records = whole?.records ?? [];
  return {
    task,
    list,
    whole,
    // What was sent back stands first: it is why the work is done again.
    known: whole
      ? [
          ...sentBackKnown(task, whole),
          ...withoutNumbers(
            knownSeen(knownOf(deps, list, whole, task), records, task.role, request.council.access),
            request.staff.roles,
          ),
        ]
      : [],
    before: whole
      ? [
          ...beforeOneBegins(task.kind, { ...whole, careCase: whole.case }),
          ...askedLines(task, records),
          ...(task.kind === 'triage-request'
            ? [...homeLines(request.council, whole.person), ...(await mayBeKnownLines(deps, request, whole.person))]
            : []),
        ]
      : [],
    added: addedFor(request.council, task, records),
    copies: copiesToPrint(request, task, records),
    otherOpenCases: others.filter(({ closed }) => closed === undefined),
    said: saidWith(task, records),
  };
};
