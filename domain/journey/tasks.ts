import type { CareCase, CaseWorker } from '../../schemas/case.ts';
import type { IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import { type Task, type TaskKind, taskId } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { londonDate } from '../time/clock-time.ts';
import { addWorkingDays } from '../time/working-days.ts';
import { kindFor } from './kind-for.ts';
import { promisedDay } from './lateness.ts';
import { requestKinds } from './request-outcomes.ts';
import { priorityOf } from './task-priority.ts';

/** By when a piece of work is due: by a date of the case where one says so, otherwise some working days from now. */
const dueOn = (kind: TaskKind, careCase: CareCase, today: IsoDate): IsoDate => {
  if (kind === 'review-plan' && careCase.nextReview) return careCase.nextReview.dueOn;
  if ((kind === 'assess-needs' || kind === 'assess-carer') && careCase.journey === 1) {
    return promisedDay(careCase.targetOn, londonDate(careCase.openedAt));
  }
  const { workingDays } = kindsOfWork[kind];
  const urgentNow = kind === 'triage-request' && careCase.urgency === 'urgent';
  const due = addWorkingDays(today, urgentNow ? 0 : workingDays);
  // Whoever leaves hospital before that day is looked at before they do.
  return kind === 'triage-request' && careCase.targetOn >= today && careCase.targetOn < due ? careCase.targetOn : due;
};

/** Kinds that no machine waits for: they belong to the case alone, and outlive its closing. */
const ofTheCase: readonly TaskKind[] = [
  'decide-contact',
  'look-into-safety',
  'consider-refusal',
  'assess-capacity',
  'arrange-advocacy',
  'refer-continuing-healthcare',
  'offer-carers-assessment',
  'refer-child',
  'arrange-wanted-help',
  'make-emergency-plan',
  'contact-another-way',
  'send-copy',
  'restart-workflow',
  'find-person',
  'confirm-death',
  'adult-whose-carer-died',
  'final-accounts',
  'write-condolence',
  'send-plan-to-council',
  'collect-contribution',
  'review-restriction',
  // A debt on a home is paid back after a death too.
  'review-deferred-payment',
  ...requestKinds,
];

/** Whether a kind of work belongs to the case alone, and is still to be done when the case is closed. */
export const outlivesClosing = (kind: TaskKind): boolean => ofTheCase.includes(kind);

/** What is still to be done once the person has died: others' safety and care, complaints, and what the death itself brings. */
const afterDeath: readonly TaskKind[] = [
  'review-restriction',
  'look-into-safety',
  'refer-child',
  'adult-whose-carer-died',
  'confirm-death',
  'final-accounts',
  'write-condolence',
  'acknowledge-complaint',
  'answer-complaint',
];

/** Whether a kind of work is still to be done once the person has died; everything else needs their life. */
export const outlivesDeath = (kind: TaskKind): boolean => afterDeath.includes(kind);

/** A new piece of work on a case, for the worker who holds that role on it, otherwise for the team. */
export const newTask = (
  careCase: CareCase,
  work: {
    thread: string;
    step: string;
    kind: TaskKind;
    token?: string | undefined;
    reason?: string | undefined;
    /** The copies that it is about, by their names. */
    copies?: readonly string[] | undefined;
    /** Whose work it is in this case, where that is not the role of its kind: a question goes to whoever decided. */
    holder?: { role: StaffRole; assignee?: CaseWorker | undefined } | undefined;
    /** The day by which the law or the person wants it, where that is not a number of working days. */
    dueOn?: IsoDate | undefined;
  },
  now: IsoInstant,
): Task => {
  const kind = kindFor(careCase, work.kind);
  const role = work.holder?.role ?? kindsOfWork[kind].role;
  const holder =
    work.holder?.assignee ?? { assessor: careCase.assessor, 'key-worker': careCase.keyWorker }[role as string];
  return {
    council: careCase.council,
    reference: careCase.reference,
    id: taskId.parse(`${careCase.reference}.${outlivesClosing(kind) ? 'case' : work.thread}.${work.step}`),
    version: 1,
    kind,
    role,
    ...(holder && { assignee: holder, assignedAt: now }),
    priority: priorityOf(kind, careCase),
    ...(work.reason && { reason: work.reason }),
    ...(work.copies && { copies: [...work.copies] }),
    openedAt: now,
    dueOn: work.dueOn ?? dueOn(kind, careCase, londonDate(now)),
    status: 'open',
    ...(work.token && { token: work.token }),
  };
};

/** The same task, ended without anyone's work: the case was closed, or a newer review cycle took its place. */
export const cancelled = (task: Task, error: 'CaseClosed' | 'CycleSuperseded', now: IsoInstant): Task => ({
  ...task,
  version: task.version + 1,
  status: 'cancelled',
  closed: { at: now, outcome: error === 'CaseClosed' ? 'case-closed' : 'superseded', answer: { kind: 'error', error } },
});

/** Whether a machine waits, or will wait, for a task: it belongs to a thread and not to the case alone. */
export const belongsToThread = ({ id }: Task): boolean => !id.includes('.case.');
