import * as z from 'zod';
import { slotOf } from '../../domain/journey/persons.ts';
import {
  type AuditEvent,
  auditEvent,
  type CareCase,
  careCase as careCaseSchema,
  type PersonEvent,
  personEvent,
} from '../../schemas/case.ts';
import { type StoredNote, storedNote } from '../../schemas/case-note.ts';
import { type ChargeDue, chargeDue } from '../../schemas/charge-due.ts';
import { type MailEntry, mailEntry } from '../../schemas/mail.ts';
import { type PlanView, panelView } from '../../schemas/panel-view.ts';
import { type Person, person as personSchema } from '../../schemas/person.ts';
import { type PlanInvitation, planInvitation } from '../../schemas/plan-invitation.ts';
import { type CaseRecord, caseRecord } from '../../schemas/records.ts';
import type { CaseReference, CouncilSlug, IsoInstant } from '../../schemas/scalars.ts';
import { type Signal, signal } from '../../schemas/signal.ts';
import { type Task, type TaskId, task } from '../../schemas/task.ts';
import { type StoredWorkDraft, type WorkAside, workAside, workDraft } from '../../schemas/work-draft.ts';
import type { Write } from './chains.ts';
import { casePartition, councilPartition, openSort, personPartition, reviewsPk } from './keys.ts';
import { owedIn } from './signal-keys.ts';
import { listedIn } from './task-keys.ts';
import { writable } from './versions.ts';

export type Item = Record<string, unknown> & { pk: string; sk: string };
/** Where an item stands. */
export type Key = { pk: string; sk: string };
type Condition = { ConditionExpression: string; ExpressionAttributeValues?: Record<string, unknown> };
/**
 * A promise that something happens once: a submission, or the start of a review cycle. `name` says what, and holds no
 * personal data; `answer` is what the first one was given, which every repetition is given again. `expiresAt` in epoch seconds.
 */
export type Claim = { readonly name: string; readonly answer: string; readonly expiresAt?: number };

/** What stands in a claim. */
export const claimed = z.strictObject({ answer: z.string() });

/** A person's item as it is written, and the addresses by which they are found from now on. */
export type PersonWrite = { readonly person: Person; readonly finds?: readonly string[] };

/** What one change to a case writes, all of it or nothing. No change goes without an audit event. */
export type Change = {
  readonly case?: CareCase;
  /** The case as it was read, where the change holds only while that stands and leaves it as it is. */
  readonly asRead?: CareCase;
  readonly tasks?: readonly Task[];
  readonly records?: readonly CaseRecord[];
  /** Unfinished work as it stands now, and the texts that gave way in it. */
  readonly workDraft?: StoredWorkDraft;
  readonly setAside?: readonly WorkAside[];
  /** Unfinished work that is finished with it, as it was read: nothing that came meanwhile is lost. */
  readonly finishes?: { readonly task: TaskId; readonly version: number };
  /** What members of a panel say of a plan. */
  readonly views?: readonly PlanView[];
  /** Who is invited to help with the plan, and who is taken out. */
  readonly invitations?: readonly PlanInvitation[];
  readonly signals?: readonly Signal[];
  /** Signals that are not owed any more, by their ids. It does no harm if they were sent. */
  readonly forgets?: readonly string[];
  /** What finds the case when new rates apply, in place of what stood there. */
  readonly chargeDue?: ChargeDue;
  readonly mail?: readonly MailEntry[];
  readonly notes?: readonly StoredNote[];
  readonly claims?: readonly Claim[];
  /** The person whom a new case brings with it. */
  readonly newPerson?: Person;
  /** The case as it was, where it leaves what only one open case of a person may have: it ends, or is for another. */
  readonly leaves?: CareCase;
  /** The case as it becomes, where it takes that for itself, as a new case does without being named here. */
  readonly takes?: CareCase;
  /** The items of its person that are not written with it: they stand as they were read, and no open case of theirs has what it takes. */
  readonly besides?: readonly Person[];
  readonly events: readonly [AuditEvent, ...AuditEvent[]];
};

/** What one change to a person writes, in whichever of their cases it was made; the history of each of them shows it. */
export type PersonChange = {
  readonly people: readonly [PersonWrite, ...PersonWrite[]];
  readonly personEvents: readonly [PersonEvent, ...PersonEvent[]];
  /** A mailed link that is used with it, once. */
  readonly spends?: SpentLink;
};

/** A mailed link, and when it is used. */
export type SpentLink = { readonly key: Key; readonly at: IsoInstant };

/** That a link is used, where it has not been. */
export const spending = ({ at }: Pick<SpentLink, 'at'>) => ({
  UpdateExpression: 'SET #data.#usedAt = :at',
  ConditionExpression: 'attribute_exists(#data) AND attribute_not_exists(#data.#usedAt)',
  ExpressionAttributeNames: { '#data': 'data', '#usedAt': 'usedAt' },
  ExpressionAttributeValues: { ':at': at },
});

/** A value that carries a version: 1 may only be new, and n only replaces n - 1. */
const versioned = (item: Item, version: number): Write => ({
  Put:
    version === 1
      ? { Item: { ...item, version }, ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          Item: { ...item, version },
          ConditionExpression: 'version = :before',
          ExpressionAttributeValues: { ':before': version - 1 },
        },
});

const once = (item: Item): Write => ({ Put: { Item: item, ConditionExpression: 'attribute_not_exists(pk)' } });

/** A signal as it is written beside its case. */
export const signalPut = (value: Signal): Write =>
  once({
    pk: casePartition(value.council, value.reference),
    sk: `SIGNAL#${value.id}`,
    data: writable(signal, value),
    ...owedIn(value),
  });

const taskItem = (value: Task): Item => ({
  pk: casePartition(value.council, value.reference),
  sk: `TASK#${value.id}`,
  data: writable(task, value),
  ...listedIn(value),
});

/** Where unfinished work stands: beside the task, in the partition of its case. */
export const workDraftKey = ({ council, reference }: Pick<Task, 'council' | 'reference'>, id: TaskId): Key => ({
  pk: casePartition(council, reference),
  sk: `WORK-DRAFT#${id}`,
});

/** What finds the texts that gave way in the work on a task. */
export const workAsideSort = (id: TaskId): string => `WORK-ASIDE#${id}#`;

const asideWrite = (value: WorkAside): Write => ({
  Put: {
    Item: {
      pk: casePartition(value.council, value.reference),
      // One who types on while both texts stand has one that gives way, and not one for each letter.
      sk: `${workAsideSort(value.task)}${value.question}#${value.over}#${value.by.id}`,
      data: writable(workAside, value),
    },
  },
});

const draftWrites = (pk: string, { workDraft: draft, setAside = [], finishes }: Change): Write[] => [
  ...(draft
    ? [versioned({ ...workDraftKey(draft, draft.task), data: writable(workDraft, draft) }, draft.version)]
    : []),
  ...setAside.map(asideWrite),
  ...(finishes
    ? [
        {
          Delete: {
            Key: { pk, sk: `WORK-DRAFT#${finishes.task}` },
            ConditionExpression: 'version = :read',
            ExpressionAttributeValues: { ':read': finishes.version },
          },
        },
      ]
    : []),
];

/** A claim is free where none stands or the one that stands has expired; DynamoDB removes it only after some time. */
export const claimPut = (
  council: CouncilSlug,
  { name, answer, expiresAt }: Claim,
  now: IsoInstant,
): { Put: { Item: Item } & Condition } => ({
  Put: {
    Item: {
      pk: `${councilPartition(council)}#CLAIM#${name}`,
      sk: 'CLAIM',
      data: { answer },
      ...(expiresAt !== undefined && { expiresAt }),
    },
    ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
    ExpressionAttributeValues: { ':now': Math.floor(Date.parse(now) / 1000) },
  },
});

/** That something is still as it was read. */
const unchanged = ({ pk, sk }: Key, { version }: { readonly version: number }): Write => ({
  ConditionCheck: {
    Key: { pk, sk },
    ConditionExpression: 'version = :read',
    ExpressionAttributeValues: { ':read': version },
  },
});

const free = (Key: Key): Write => ({ ConditionCheck: { Key, ConditionExpression: 'attribute_not_exists(pk)' } });

const personKey = ({ council, id }: Person): Key => ({ pk: personPartition(council, id), sk: 'PERSON' });

const personWrite = (person: Person): Write =>
  versioned({ ...personKey(person), data: writable(personSchema, person) }, person.version);

/** Where it stands which open case has something of a person for itself; nothing for a case that takes nothing. */
const placeOf = (careCase: CareCase, personId = careCase.personId): Key[] => {
  const slot = slotOf(careCase);
  return slot ? [{ pk: personPartition(careCase.council, personId), sk: openSort(slot) }] : [];
};

const taking = (careCase: CareCase, besides: readonly Person[]): Write[] => {
  const { reference, personId } = careCase;
  return [
    ...placeOf(careCase).map((key) => once({ ...key, data: { reference }, heldBy: reference })),
    ...besides.flatMap((other) => [
      unchanged(personKey(other), other),
      ...(other.id === personId ? [] : placeOf(careCase, other.id).map(free)),
    ]),
  ];
};

const leaving = (careCase: CareCase): Write[] =>
  placeOf(careCase).map((Key) => ({
    Delete: {
      Key,
      ConditionExpression: 'attribute_not_exists(pk) OR heldBy = :own',
      ExpressionAttributeValues: { ':own': careCase.reference },
    },
  }));

/** Sparse: where no day is given, no new rates can change anything. */
const chargeDueWrite = (pk: string, value: ChargeDue): Write => ({
  Put: {
    Item: {
      pk,
      sk: 'CHARGE-DUE',
      data: writable(chargeDue, value),
      ...(value.lookOn && { duePk: `CHARGES#${value.council}`, workSk: `${value.lookOn}#${value.reference}` }),
    },
  },
});

/** What finds a new case from its person. */
const amongTheirs = ({ council, personId, reference }: CareCase): Write =>
  once({ pk: personPartition(council, personId), sk: `CASE#${reference}`, data: { reference } });

/** Sparse: only an open case with a review ahead is among the planned reviews. */
const reviewListed = ({ council, reference, nextReview, closed }: CareCase): Readonly<Record<string, string>> =>
  nextReview && !closed ? { duePk: reviewsPk(council), workSk: `${nextReview.dueOn}#${reference}` } : {};

/** Each is checked before it is written: what could be written and not read would lock the case, or be owed for ever. */
const caseWrites = (change: Change, council: CouncilSlug, reference: CaseReference): Write[] => {
  const pk = casePartition(council, reference);
  const { case: careCase, takes = careCase?.version === 1 ? careCase : undefined } = change;
  return [
    ...(change.asRead ? [unchanged({ pk, sk: 'CASE' }, change.asRead)] : []),
    ...(careCase
      ? [
          versioned(
            { pk, sk: 'CASE', data: writable(careCaseSchema, careCase), ...reviewListed(careCase) },
            careCase.version,
          ),
        ]
      : []),
    ...(careCase?.version === 1 ? [amongTheirs(careCase)] : []),
    ...(takes ? taking(takes, change.besides ?? []) : []),
    ...(change.leaves ? leaving(change.leaves) : []),
    ...(change.newPerson ? [personWrite(change.newPerson)] : []),
    ...(change.tasks ?? []).map((value) => versioned(taskItem(value), value.version)),
    ...(change.records ?? []).map((value) =>
      versioned({ pk, sk: `RECORD#${value.kind}#${value.id}`, data: writable(caseRecord, value) }, value.version),
    ),
    ...draftWrites(pk, change),
    ...(change.views ?? []).map((value) =>
      versioned({ pk, sk: `VIEW#${value.task}#${value.by.id}`, data: writable(panelView, value) }, value.version),
    ),
    ...(change.invitations ?? []).map((value) =>
      versioned({ pk, sk: `INVITED#${value.id}`, data: writable(planInvitation, value) }, value.version),
    ),
    ...(change.signals ?? []).map(signalPut),
    ...(change.chargeDue ? [chargeDueWrite(pk, change.chargeDue)] : []),
    ...(change.forgets ?? []).map((id) => ({ Delete: { Key: { pk, sk: `SIGNAL#${id}` } } })),
    ...(change.mail ?? []).map((value) =>
      versioned({ pk, sk: `MAIL#${value.key}`, data: writable(mailEntry, value) }, value.version),
    ),
    ...(change.notes ?? []).map((value) =>
      versioned({ pk, sk: `NOTE#${value.id}`, data: writable(storedNote, value) }, value.version),
    ),
    ...(change.claims ?? []).map((value) => claimPut(council, value, change.events[0].at)),
    ...change.events.map((value) => ({
      Event: { Item: { pk, sk: `EVENT#${value.at}#${value.id}`, data: writable(auditEvent, value) } },
    })),
  ];
};

/** Everything that a change writes but what finds persons by an address. */
export const writesOf = (change: Change | PersonChange): Write[] => {
  if ('events' in change) {
    const [{ council, reference }] = change.events;
    return caseWrites(change, council, reference);
  }
  return [
    ...change.people.map(({ person }) => personWrite(person)),
    ...(change.spends ? [{ Update: { Key: change.spends.key, ...spending(change.spends) } }] : []),
    ...change.personEvents.map((value) => ({
      Event: {
        Item: {
          pk: personPartition(value.council, value.person),
          sk: `EVENT#${value.at}#${value.id}`,
          data: writable(personEvent, value),
        },
      },
    })),
  ];
};
