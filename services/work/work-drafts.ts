import { bytesOf, roomForAnswers } from '../../domain/forms/room-for-answers.ts';
import { type Conflict, type GivenAnswer, savedOver } from '../../domain/forms/saved-answers.ts';
import type { Actor } from '../../schemas/case.ts';
import type { CaseReference, CouncilSlug, IsoInstant } from '../../schemas/scalars.ts';
import type { Task, TaskId } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import {
  type SavedAnswers,
  type StoredWorkDraft,
  savedAnswers,
  type WorkAside,
  type Writer,
  workAside,
  workDraft,
} from '../../schemas/work-draft.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import { workAsideSort, workDraftKey } from '../store/changes.ts';
import { casePartition } from '../store/keys.ts';
import type { Finisher } from './task-completion.ts';

/** Somebody who writes on a task, since when, and when they last saved. */
export type CoWriter = StoredWorkDraft['writers'][number];

/** Unfinished work as it is read. Version 0 where nothing was saved. */
export type WorkDraft = {
  readonly version: number;
  readonly answers: SavedAnswers;
  readonly writers: readonly CoWriter[];
};

/** What a save came to: `tooLong` are the questions whose answers did not fit into what can be stored. */
export type SavedWork = {
  readonly draft: WorkDraft;
  readonly conflicts: readonly Conflict[];
  readonly tooLong: readonly string[];
};

/** What stands in the history of each save, where that of whoever writes does: what was done, and of what. */
type Written = { readonly action: 'plan-written'; readonly about: string };

/** Minutes without a save after which somebody is not taken to be writing any more. */
const writesFor = 15;

const isAfter = (later: IsoInstant, minutes: number, than: IsoInstant): boolean =>
  Date.parse(later) - Date.parse(than) <= minutes * 60_000;

/** Who is writing now, apart from one who knows it of themselves. */
export const writingNow = (writers: readonly CoWriter[], now: IsoInstant, except?: string): CoWriter[] =>
  writers.filter(({ id, at }) => id !== except && isAfter(now, writesFor, at));

const read = (stored: StoredWorkDraft | undefined): WorkDraft => ({
  version: stored?.version ?? 0,
  answers: stored ? savedAnswers.parse(JSON.parse(stored.answers)) : {},
  writers: stored?.writers ?? [],
});

/** Those answers that fit into one item beside what stands there: the longest are left out first. */
const fitting = (saved: SavedAnswers, given: readonly GivenAnswer[]) => {
  const size = (one: GivenAnswer) => bytesOf(one.answer ?? '');
  const names = new Set(given.map(({ question }) => question.id));
  let room = roomForAnswers - bytesOf(Object.fromEntries(Object.entries(saved).filter(([id]) => !names.has(id))));
  const tooLong: string[] = [];
  for (const one of given.toSorted((a, b) => size(a) - size(b))) {
    // What stands beside an answer: by whom and when.
    room -= size(one) + 300;
    if (room < 0) tooLong.push(one.question.id);
  }
  return { fits: given.filter(({ question }) => !tooLong.includes(question.id)), tooLong };
};

/** Unfinished work on tasks: one item each, in which every answer is saved by itself. No rule judges it before it is finished. */
export const createWorkDrafts = (deps: Pick<Deps, 'store' | 'clock' | 'newId'>) => {
  const { store, clock } = deps;

  const stored = (task: Pick<Task, 'council' | 'reference' | 'id'>) => {
    const { pk, sk } = workDraftKey(task, task.id);
    return store.items.get(workDraft, pk, sk);
  };

  /** The writers after one of them has saved; who comes back after a while begins anew. */
  const withWriter = (writers: readonly CoWriter[], { id, name }: Writer, now: IsoInstant): CoWriter[] => {
    const before = writingNow(writers, now).find((one) => one.id === id);
    return [...writers.filter((one) => one.id !== id), { id, name, since: before?.since ?? now, at: now }].slice(-50);
  };

  const write = async (
    draft: StoredWorkDraft,
    setAside: readonly WorkAside[],
    task: Task,
    actor: Actor,
    isNew: boolean,
    also?: Written,
  ) => {
    if (setAside.length === 0 && !isNew && also === undefined) {
      return store.items.put({ ...workDraftKey(draft, draft.task), data: draft }, draft.version);
    }
    const { authority } = kindsOfWork[task.kind];
    const event = (action: 'work-begun' | 'answer-set-aside' | Written['action'], about: string) =>
      eventOf(deps, task, { actor, action, about, authority });
    const [first, ...rest] = [
      ...(isNew ? [event('work-begun', task.id)] : []),
      ...(also ? [event(also.action, `${task.id} ${also.about}`)] : []),
      ...setAside.map(({ question }) => event('answer-set-aside', `${task.id} ${question}`)),
    ];
    return first ? store.commit({ workDraft: draft, setAside, events: [first, ...rest] }) : false;
  };

  return {
    read: async (task: Pick<Task, 'council' | 'reference' | 'id'>): Promise<WorkDraft> => read(await stored(task)),

    /** The texts that gave way in the work on a task, the oldest first. */
    setAside: async ({ council, reference, id }: Pick<Task, 'council' | 'reference' | 'id'>): Promise<WorkAside[]> =>
      (await store.items.list(workAside, casePartition(council, reference), workAsideSort(id))).toSorted((a, b) =>
        a.at.localeCompare(b.at),
      ),

    /**
     * Saves answers, each by itself, as often as somebody else is saving too.
     *
     * @param find the task as it stands now
     * @throws Problem 409 where the task is done already, 503 where it never rests
     */
    async save(
      find: () => Promise<Task>,
      given: readonly GivenAnswer[],
      { actor, by }: Finisher,
      {
        page,
        nth,
        event: also,
      }: { readonly page?: string | undefined; readonly nth?: number | undefined; readonly event?: Written } = {},
    ): Promise<SavedWork> {
      for (let tries = 0; tries < 5; tries += 1) {
        const task = await find();
        if (task.status !== 'open') throw problems.alreadyDone(task);
        const before = read(await stored(task));
        const now = clock.now();
        const version = before.version + 1;
        const { fits, tooLong } = fitting(before.answers, given);
        const { answers, changed, conflicts, aside } = savedOver(before.answers, fits, {
          by,
          at: now,
          version,
          page,
          nth,
        });
        if (changed.length === 0 && aside.length === 0) return { draft: before, conflicts, tooLong };
        const { council, reference, id } = task;
        const writers = withWriter(before.writers, by, now);
        const draft: StoredWorkDraft = {
          council,
          reference,
          task: id,
          version,
          answers: JSON.stringify(answers),
          writers,
        };
        const isNew = !writingNow(before.writers, now).some((one) => one.id === by.id);
        const texts = aside.map((one): WorkAside => ({ council, reference, task: id, ...one }));
        if (await write(draft, texts, task, actor, isNew, also))
          return { draft: { version, answers, writers }, conflicts, tooLong };
      }
      throw problems.busy();
    },

    /** Who is writing on which open piece of work of a case, since when: "R is writing since 10:31". */
    async whoIsWriting(
      council: CouncilSlug,
      reference: CaseReference,
    ): Promise<{ readonly task: TaskId; readonly name: string; readonly since: IsoInstant }[]> {
      const drafts = await store.items.list(workDraft, casePartition(council, reference), 'WORK-DRAFT#');
      return drafts.flatMap(({ task, writers }) =>
        writingNow(writers, clock.now()).map(({ name, since }) => ({ task, name, since })),
      );
    },
  };
};
