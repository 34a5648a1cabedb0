import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type AuditEvent, auditEvent, type CareCase, type CouncilEvent, careCase } from '../../schemas/case.ts';
import { type MailEntry, mailEntry } from '../../schemas/mail.ts';
import { type CaseRecord, caseRecord } from '../../schemas/records.ts';
import {
  type CaseReference,
  type CouncilSlug,
  caseReference,
  type IsoDate,
  type IsoInstant,
} from '../../schemas/scalars.ts';
import { type Signal, signal } from '../../schemas/signal.ts';
import { type StaffMember, type StaffRole, staffMember } from '../../schemas/staff.ts';
import { type Task, type TaskId, task } from '../../schemas/task.ts';
import { CarewayError } from '../runtime/errors.ts';
import { createAddressBook } from './address-book.ts';
import { createItemStore, type Documents } from './item-store.ts';

type Item = Record<string, unknown> & { pk: string; sk: string };
type Conditioned = {
  Put: { Item: Item; ConditionExpression: string; ExpressionAttributeValues?: Record<string, unknown> };
};

/**
 * A promise that something happens once: a submission, or the start of a review cycle. `name` says what, and holds no
 * personal data; `answer` is what the first one was given, which every repetition is given again. `expiresAt` in epoch seconds.
 */
export type Claim = { readonly name: string; readonly answer: string; readonly expiresAt?: number };

/** What one change writes, all of it or nothing. No change goes without an audit event. */
export type Change = {
  readonly case?: CareCase;
  /** The case as it was read, where the change holds only while that stands and leaves it as it is. */
  readonly asRead?: CareCase;
  readonly tasks?: readonly Task[];
  readonly records?: readonly CaseRecord[];
  readonly signals?: readonly Signal[];
  readonly mail?: readonly MailEntry[];
  readonly claims?: readonly Claim[];
  /** Email addresses by which the case is found from now on; those of a new case are seen to without being named here. */
  readonly addresses?: readonly string[];
  readonly events: readonly [AuditEvent, ...AuditEvent[]];
};

/** Everything that is stored about one case. */
export type WholeCase = {
  readonly case: CareCase;
  readonly tasks: Task[];
  readonly records: CaseRecord[];
  readonly mail: MailEntry[];
  readonly events: AuditEvent[];
};

const casePartition = (council: CouncilSlug, reference: CaseReference) => `CASE#${council}#${reference}`;
const councilPartition = (council: CouncilSlug) => `COUNCIL#${council}`;

/** The reference that a task's identity begins with. */
export const referenceOf = (id: TaskId): CaseReference => id.slice(0, id.indexOf('.')) as CaseReference;

/** Whether a transaction was refused because someone else was first, and not because it was wrong in itself. */
const lostRace = ({ CancellationReasons = [] }: TransactionCanceledException): boolean =>
  CancellationReasons.every(({ Code }) =>
    ['None', 'ConditionalCheckFailed', 'TransactionConflict'].includes(Code ?? 'None'),
  );

/** A value that carries a version: 1 may only be new, and n only replaces n - 1. */
const versioned = (item: Item, version: number): Conditioned => ({
  Put:
    version === 1
      ? { Item: { ...item, version }, ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          Item: { ...item, version },
          ConditionExpression: 'version = :before',
          ExpressionAttributeValues: { ':before': version - 1 },
        },
});

/** What finds a case by an address of someone who gets its updates. Whether it is still theirs is asked of the case. */
const pointer = z.strictObject({ reference: caseReference });

/** The email addresses that a case holds now. */
export const emailsOf = ({ person, helper }: Pick<CareCase, 'person' | 'helper'>): string[] =>
  [person.email, helper?.email].filter((address) => address !== undefined);

/** The addresses that a change makes a case be found by. */
const addressesIn = ({ case: careCase, addresses = [] }: Change): string[] => {
  return [...addresses, ...(careCase?.version === 1 ? emailsOf(careCase) : [])];
};

/** That a case is still the one that was read. */
const unchanged = (pk: string, { version }: CareCase, TableName: string) => ({
  ConditionCheck: {
    TableName,
    Key: { pk, sk: 'CASE' },
    ConditionExpression: 'version = :read',
    ExpressionAttributeValues: { ':read': version },
  },
});

const once = (item: Item): Conditioned => ({ Put: { Item: item, ConditionExpression: 'attribute_not_exists(pk)' } });

const taskItem = (value: Task): Item => ({
  pk: casePartition(value.council, value.reference),
  sk: `TASK#${value.id}`,
  data: value,
  // Sparse: a closed task leaves the team's worklist.
  ...(value.status === 'open' && {
    workPk: `WORK#${value.council}#${value.role}`,
    duePk: `DUE#${value.council}`,
    workSk: `${value.dueOn}#${value.id}`,
  }),
});

const items = (change: Change, council: CouncilSlug, reference: CaseReference): Conditioned[] => {
  const pk = casePartition(council, reference);
  return [
    ...(change.case ? [versioned({ pk, sk: 'CASE', data: change.case }, change.case.version)] : []),
    ...(change.tasks ?? []).map((value) => versioned(taskItem(value), value.version)),
    ...(change.records ?? []).map((value) =>
      // Parsed here too, since a record that could be written and not read would lock the whole case.
      versioned({ pk, sk: `RECORD#${value.kind}#${value.id}`, data: caseRecord.parse(value) }, value.version),
    ),
    ...(change.signals ?? []).map((value) =>
      once({ pk, sk: `SIGNAL#${value.id}`, data: value, signalsPk: 'SIGNALS', signalsSk: `${value.at}#${value.id}` }),
    ),
    ...(change.mail ?? []).map((value) => versioned({ pk, sk: `MAIL#${value.key}`, data: value }, value.version)),
    ...(change.claims ?? []).map((value) => claimPut(council, value, change.events[0].at)),
    ...change.events.map((value) => once({ pk, sk: `EVENT#${value.at}#${value.id}`, data: value })),
  ];
};

/** A claim is free where none stands or the one that stands has expired; DynamoDB removes it only after some time. */
const claimPut = (council: CouncilSlug, { name, answer, expiresAt }: Claim, now: IsoInstant): Conditioned => ({
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

/**
 * The one table: what is read from it passes the schema again, what is written goes in one transaction with its audit event.
 * Reads are strongly consistent except those of the two indexes.
 */
export const createCaseStore = ({ documents, tableName }: { documents: Documents; tableName: string }) => {
  const read = async <T extends z.ZodType>(schema: T, pk: string, sk: string): Promise<z.output<T> | undefined> => {
    const { Item } = await documents.send(
      new GetCommand({ TableName: tableName, Key: { pk, sk }, ConsistentRead: true }),
    );
    return Item === undefined ? undefined : schema.parse(Item['data']);
  };

  const query = async (input: Omit<QueryCommandInput, 'TableName'>): Promise<Item[]> => {
    const found: Item[] = [];
    let start: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await documents.send(
        new QueryCommand({ TableName: tableName, ...input, ...(start && { ExclusiveStartKey: start }) }),
      );
      found.push(...((page.Items ?? []) as Item[]));
      start = page.LastEvaluatedKey;
    } while (start);
    return found;
  };

  const partition = (pk: string, sk = '') =>
    query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': pk, ':sk': sk || ' ' },
      ...(sk === '' && { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } }),
      ConsistentRead: true,
    });

  const itemStore = createItemStore({ documents, tableName });
  const partitionOf = createAddressBook({ items: itemStore });

  const pointersOf = (change: Change) => {
    const [{ council, reference }] = change.events;
    return Promise.all(
      [...new Set(addressesIn(change))].map(async (address) => ({
        Put: {
          TableName: tableName,
          Item: { pk: await partitionOf(council, address), sk: `CASE#${reference}`, data: { reference } },
        },
      })),
    );
  };

  return {
    /** What belongs to no case. */
    items: itemStore,

    /** The cases that this address has ever been given for, by whoever gets updates. */
    async casesOfAddress(council: CouncilSlug, address: string): Promise<CareCase[]> {
      const pointers = await itemStore.list(pointer, await partitionOf(council, address), 'CASE#');
      return Promise.all(pointers.map(({ reference }) => this.knownCase(council, reference)));
    },

    case: (council: CouncilSlug, reference: CaseReference) => read(careCase, casePartition(council, reference), 'CASE'),

    /** @throws CaseNotFound, for callers that hold a reference which must exist */
    async knownCase(council: CouncilSlug, reference: CaseReference): Promise<CareCase> {
      const found = await this.case(council, reference);
      if (found === undefined) throw new CarewayError('CaseNotFound', `No case ${reference} in ${council}`);
      return found;
    },

    task: (council: CouncilSlug, id: TaskId) => read(task, casePartition(council, referenceOf(id)), `TASK#${id}`),

    record: (council: CouncilSlug, reference: CaseReference, kind: CaseRecord['kind'], id: string) =>
      read(caseRecord, casePartition(council, reference), `RECORD#${kind}#${id}`),

    mail: (council: CouncilSlug, reference: CaseReference, key: string) =>
      read(mailEntry, casePartition(council, reference), `MAIL#${key}`),

    tasks: async (council: CouncilSlug, reference: CaseReference): Promise<Task[]> =>
      (await partition(casePartition(council, reference), 'TASK#')).map((item) => task.parse(item['data'])),

    records: async (council: CouncilSlug, reference: CaseReference, kind: CaseRecord['kind']): Promise<CaseRecord[]> =>
      (await partition(casePartition(council, reference), `RECORD#${kind}#`)).map((item) =>
        caseRecord.parse(item['data']),
      ),

    /** The case with all that belongs to it, in one query. */
    async whole(council: CouncilSlug, reference: CaseReference): Promise<WholeCase | undefined> {
      const all = await partition(casePartition(council, reference));
      const of = <T extends z.ZodType>(prefix: string, schema: T): z.output<T>[] =>
        all.filter((item) => item.sk.startsWith(prefix)).map((item) => schema.parse(item['data']));
      const [found] = of('CASE', careCase);
      return (
        found && {
          case: found,
          tasks: of('TASK#', task),
          records: of('RECORD#', caseRecord),
          mail: of('MAIL#', mailEntry),
          events: of('EVENT#', auditEvent),
        }
      );
    },

    /** A team's open tasks, the earliest due first. */
    async openTasks(council: CouncilSlug, role: StaffRole): Promise<Task[]> {
      const found = await query({
        IndexName: 'work',
        KeyConditionExpression: 'workPk = :pk',
        ExpressionAttributeValues: { ':pk': `WORK#${council}#${role}` },
      });
      return found.map((item) => task.parse(item['data']));
    },

    /** Every open task of a council that was due before a day. */
    async overdueTasks(council: CouncilSlug, today: IsoDate): Promise<Task[]> {
      const found = await query({
        IndexName: 'due',
        KeyConditionExpression: 'duePk = :pk AND workSk < :today',
        ExpressionAttributeValues: { ':pk': `DUE#${council}`, ':today': today },
      });
      return found.map((item) => task.parse(item['data']));
    },

    /** What has been owed since before an instant. One that cannot be read is counted, and keeps none of the others from being sent. */
    async signalsBefore(instant: IsoInstant): Promise<{ signals: Signal[]; unreadable: number }> {
      const found = await query({
        IndexName: 'signals',
        KeyConditionExpression: 'signalsPk = :pk AND signalsSk < :before',
        ExpressionAttributeValues: { ':pk': 'SIGNALS', ':before': instant },
      });
      const signals = found.flatMap((item) => signal.safeParse(item['data']).data ?? []);
      return { signals, unreadable: found.length - signals.length };
    },

    /** What a claim was first answered with, unless it has expired. DynamoDB removes expired items only after some time. */
    async claimed(council: CouncilSlug, name: string, now: IsoInstant): Promise<string | undefined> {
      const { Item } = await documents.send(
        new GetCommand({
          TableName: tableName,
          Key: { pk: `${councilPartition(council)}#CLAIM#${name}`, sk: 'CLAIM' },
          ConsistentRead: true,
        }),
      );
      if (Item === undefined || (Item['expiresAt'] ?? Number.POSITIVE_INFINITY) * 1000 <= Date.parse(now))
        return undefined;
      return String(Item['data'].answer);
    },

    /** Takes a claim that belongs to no case, such as today's digest. Answers false where it was taken before. */
    async claim(council: CouncilSlug, claim: Claim, now: IsoInstant): Promise<boolean> {
      const { Put } = claimPut(council, claim, now);
      try {
        await documents.send(new PutCommand({ TableName: tableName, ...Put }));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },

    staff: (council: CouncilSlug, id: string) => read(staffMember, councilPartition(council), `STAFF#${id}`),

    everyone: async (council: CouncilSlug): Promise<StaffMember[]> =>
      (await partition(councilPartition(council), 'STAFF#')).map((item) => staffMember.parse(item['data'])),

    /** Writes a member of staff into the council's directory, over what stood there. */
    async saveStaff(council: CouncilSlug, member: StaffMember, event: CouncilEvent): Promise<void> {
      const pk = councilPartition(council);
      const write = (sk: string, data: unknown) => ({ Put: { TableName: tableName, Item: { pk, sk, data } } });
      await documents.send(
        new TransactWriteCommand({
          TransactItems: [write(`STAFF#${member.id}`, member), write(`EVENT#${event.at}#${event.id}`, event)],
        }),
      );
    },

    /** Forgets a signal that has been sent; forgetting it twice does no harm. */
    async removeSignal({ council, reference, id }: Signal): Promise<void> {
      await documents.send(
        new TransactWriteCommand({
          TransactItems: [
            { Delete: { TableName: tableName, Key: { pk: casePartition(council, reference), sk: `SIGNAL#${id}` } } },
          ],
        }),
      );
    },

    /**
     * Writes a change, all of it or nothing; so too the changes of cases that are opened or corrected together. Answers false where
     * something it builds on has changed meanwhile, or a claim was taken: read again and decide anew.
     */
    async commit(...changes: readonly [Change, ...Change[]]): Promise<boolean> {
      const pointers = (await Promise.all(changes.map(pointersOf))).flat();
      const writes = changes.flatMap((change) => {
        const [{ council, reference }] = change.events;
        const checks = change.asRead ? [unchanged(casePartition(council, reference), change.asRead, tableName)] : [];
        const puts = items(change, council, reference).map(({ Put }) => ({ Put: { ...Put, TableName: tableName } }));
        return [...checks, ...puts];
      });
      try {
        await documents.send(new TransactWriteCommand({ TransactItems: [...writes, ...pointers] }));
        return true;
      } catch (error) {
        if (error instanceof TransactionCanceledException && lostRace(error)) return false;
        throw error;
      }
    },
  };
};

export type CaseStore = ReturnType<typeof createCaseStore>;
