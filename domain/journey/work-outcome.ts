import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { CareCase, CloseReason } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { Form } from '../../schemas/form-language.ts';
import type { MailEntry, MailTemplate } from '../../schemas/mail.ts';
import type { Overlay } from '../../schemas/overlay.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import type { PlanInvitation } from '../../schemas/plan-invitation.ts';
import type { CaseRecord, PlanRecord, WorkRecord, WorkResult } from '../../schemas/records.ts';
import type { IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Task, TaskKind } from '../../schemas/task.ts';
import type { Colleague } from '../plan/authority.ts';
import type { BrokenRule } from '../ruling.ts';

/** Work that follows from finished work, outside the machines: at once, or on a later day. Without a day of its own it is due as its kind says. */
export type FollowUp = {
  readonly kind: TaskKind;
  readonly step: string;
  readonly dueOn?: IsoDate | undefined;
  readonly reason?: string | undefined;
  /** Who does it, by their id in the staff directory, while they have the role there; otherwise whoever holds the role on the case. */
  readonly holderId?: string | undefined;
  /** The team whose work it is here, where that is not the role of its kind. */
  readonly role?: StaffRole | undefined;
  /** The copies that it is about, by their names. */
  readonly copies?: readonly string[] | undefined;
  /** The day on which it opens by itself, unless it is taken back or the case is over by then. */
  readonly opensOn?: IsoDate | undefined;
};

/** A carer who has accepted the offer of an assessment. */
export type CarerToAssess = {
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: IsoDate;
  readonly phone?: string;
  readonly email?: string;
  readonly linked: boolean;
};

/** What a piece of finished work means: what changes on the case, what is kept, and the small facts the journey goes on with. */
export type TaskOutcome = {
  readonly ok: true;
  /** One word or phrase for the history and for whoever tries to finish the task again. */
  readonly outcome: string;
  readonly changes: Partial<CareCase>;
  readonly records: readonly Kept[];
  readonly output: Readonly<Record<string, string | boolean>>;
  /** Work that follows, outside the machines. */
  readonly opens?: readonly FollowUp[];
  /** Steps of work that was planned for a later day and is not wanted any more. */
  readonly forgets?: readonly string[];
  /** Steps of other work that is not wanted any more where it is open. */
  readonly ends?: readonly string[];
  /** What a rule worked out and must stand as it was found that day: kept with the answers. */
  readonly result?: WorkResult;
  /** The request that the work answers, by the id of its record. */
  readonly to?: string;
  /** Why the review that is planned is brought forward, where it is: kept with the new one. */
  readonly reviewForward?: string;
  /** In how many working days that review is held, where it is sooner than usual. */
  readonly reviewWithin?: number;
  /** Why the needs are assessed again, where they are: a new assessment begins, or the one that runs takes it in. */
  readonly reassess?: string;
  /** Why the case ends with it. Support in force ends only once its notice was given: otherwise that becomes work first. */
  readonly closes?: CloseReason;
  /** What is found of a death that somebody else had recorded with the person. */
  readonly death?: 'confirmed' | 'undone';
  /** Whom the case is given to, by their ids in the council's staff directory. */
  readonly gives?: { readonly assessorId?: string | undefined; readonly keyWorkerId?: string | undefined };
  /** The carer whose own case begins with it, and whether both agree that the two cases are linked. */
  readonly begins?: CarerToAssess;
  /** Work that it gives to whoever has the case of the person whom the carer looks after; where there is none, to whoever has this one. */
  readonly opensForAdult?: 'take-in-care';
  /** Who is invited to the plan with it. */
  readonly invites?: Pick<PlanInvitation, 'name' | 'email' | 'as' | 'may' | 'seesMoney'>;
  /** The mails that are owed to whoever gets updates on the case, each once. */
  readonly tells?: readonly MailTemplate[];
  /** Mails that are owed at a later moment, each by a step of its own: whether they are still wanted is asked then. */
  readonly tellsLater?: readonly { readonly template: MailTemplate; readonly step: string; readonly at: IsoInstant }[];
};

/** A record without what the caller adds: whose it is and, where it is new, when it was made and by whom. */
export type Kept = CaseRecord extends infer Each
  ? Each extends CaseRecord
    ? Omit<Each, 'council' | 'reference' | 'at' | 'by'> & Partial<Pick<Each, 'at' | 'by'>>
    : never
  : never;

/** Work that cannot be taken as it is: each field with the sentence that puts it right. */
export type TaskRefusal = {
  readonly ok: false;
  readonly code: 'invalid-answers' | 'author-cannot-check' | 'above-limit' | 'panel-decides';
  readonly problems: readonly { readonly field: string; readonly message: string }[];
};

/** Everything that the meaning of a piece of work depends on. */
export type TaskSituation = {
  readonly case: CareCase;
  readonly person: KnownPerson;
  readonly task: Task;
  readonly now: IsoInstant;
  readonly staff: { readonly id: string; readonly name: string };
  /** How the council works. */
  readonly council: Council;
  /** What is kept of the case so far, all work on it, and what was written to the person. */
  readonly records: readonly CaseRecord[];
  readonly tasks: readonly Task[];
  readonly mail: readonly MailEntry[];
  /** The versions of its plan, which are records too. */
  readonly plans: readonly PlanRecord[];
  /** The ids of the support in the council's catalogue, where the work names some. */
  readonly catalogue?: readonly string[] | undefined;
  /** Who was invited to the plan, where the work is to invite. */
  readonly invitations?: readonly PlanInvitation[] | undefined;
  /** Who of those that are not staff wrote in the plan that is finished. */
  readonly writers?: PlanRecord['writers'];
  /** Who works for the council today, where the work is to agree to something. */
  readonly colleagues?: readonly Colleague[] | undefined;
  /** A panel has come to it, and not whoever finishes the work alone. */
  readonly byPanel?: boolean | undefined;
  /** What the council changes in the list of this kind of work. */
  readonly overlay?: Overlay | undefined;
  /** Which answers were accepted as they were known, and where these stand. */
  readonly unchanged?: WorkRecord['unchanged'];
};

/** What finishing a kind of work with answers to this list means. */
export type Rule<List extends Form> = (answers: AnswersOf<List>, situation: TaskSituation) => TaskOutcome | TaskRefusal;

/** Finished, with an outcome in a word or two; what is left out does not happen. */
export const done = (outcome: string, rest: Partial<Omit<TaskOutcome, 'ok' | 'outcome'>> = {}): TaskOutcome => ({
  ok: true,
  outcome,
  changes: {},
  records: [],
  output: {},
  ...rest,
});

/** One field that cannot be taken as it is, and how to put it right. */
export const refused = (
  field: string,
  message: string,
  code: TaskRefusal['code'] = 'invalid-answers',
): TaskRefusal => ({
  ok: false,
  code,
  problems: [{ field, message }],
});

/** Rules of law that the answers break, each at its field. */
export const broken = (rules: readonly BrokenRule[]): TaskRefusal => ({
  ok: false,
  code: 'invalid-answers',
  problems: rules.map(({ field, message }) => ({ field, message })),
});

/** The identity of what a task makes is the identity of the task within its case. */
export const recordId = (task: Task): string => task.id.slice(task.id.indexOf('.') + 1);
