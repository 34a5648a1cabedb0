import type { CareCase, CaseWorker } from '../../schemas/case.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Task, TaskKind } from '../../schemas/task.ts';
import { cameFrom } from '../staff/absence.ts';
import { refused, type TaskRefusal } from './work-outcome.ts';

/**
 * The one member of staff whom a person knows by name, on every page, in every mail and in every list of staff: the key worker, and whoever
 * assesses until there is one. Two people by one name would leave nobody to ask.
 */
export const namedWorker = ({
  assessor,
  keyWorker,
}: Pick<CareCase, 'assessor' | 'keyWorker'>):
  | { readonly of: CaseWorker; readonly role: 'key-worker' | 'assessor' }
  | undefined => {
  if (keyWorker) return { of: keyWorker, role: 'key-worker' };
  return assessor && { of: assessor, role: 'assessor' };
};

/** What lists of staff say of a key worker whom nobody has named: whom the person is told meanwhile. */
export const nobodyNamed = (careCase: Pick<CareCase, 'assessor' | 'keyWorker'>): string => {
  const named = namedWorker(careCase);
  return named ? `Nobody yet. The person is told to ask ${named.of.name}` : 'Nobody yet';
};

/** Since when somebody else is known by name, and whether the person was told another name before and so is told of this one. */
export const namedAnew = (
  before: Pick<CareCase, 'assessor' | 'keyWorker'>,
  after: Pick<CareCase, 'assessor' | 'keyWorker'>,
  today: IsoDate,
): { readonly namedSince?: IsoDate; readonly isToldOf: boolean } => {
  const [was, is] = [namedWorker(before)?.of.id, namedWorker(after)?.of.id];
  if (is === undefined || was === is) return { isToldOf: false };
  return { namedSince: today, isToldOf: was !== undefined };
};

/** Work that cannot go on while nobody holds the case: whoever it is about must know whom to ask. */
const needsOne: readonly TaskKind[] = ['draft-plan', 'set-up-support', 'review-plan'];

/** What finished work says of the key worker, or why it cannot be taken: none is named, or one who is there would be replaced without a reason. */
export const keyWorkerNamed = (
  kind: TaskKind,
  { keyWorker }: Pick<CareCase, 'keyWorker'>,
  answers: unknown,
): TaskRefusal | { readonly ok: true; readonly keyWorkerId?: string } => {
  const given = (answers as { readonly keyWorkerId?: unknown }).keyWorkerId;
  const named = typeof given === 'string' && given.trim() !== '' ? given : undefined;
  if (!needsOne.includes(kind)) return { ok: true };
  if (named === undefined && keyWorker === undefined) {
    return refused('keyWorkerId', 'Name the key worker: the case has none. The person is told who it is');
  }
  if (named !== undefined && keyWorker !== undefined && keyWorker.id !== named) {
    return refused(
      'keyWorkerId',
      'Leave this blank. The case has a key worker, who is changed on the case, with the reason',
    );
  }
  return { ok: true, ...(named !== undefined && keyWorker === undefined && { keyWorkerId: named }) };
};

/** The key worker's open work as it goes to another: what the one before had, and what nobody had taken. */
export const followingTasks = (tasks: readonly Task[], before: CaseWorker | undefined, keyWorker: CaseWorker): Task[] =>
  tasks
    .filter(({ status, role, assignee, handedOn }) => {
      const from = cameFrom({ handedOn, assignee });
      const isTheirs = assignee === undefined || [assignee.id, from].includes(before?.id);
      return status === 'open' && role === 'key-worker' && isTheirs;
    })
    .map((task) => ({ ...task, version: task.version + 1, assignee: keyWorker }));
