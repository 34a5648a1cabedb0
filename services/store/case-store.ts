import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { isClosedTo } from '../../domain/access/restricted.ts';
import { emailsOf, type PersonsCase } from '../../domain/journey/persons.ts';
import {
  type AuditEvent,
  auditEvent,
  type CareCase,
  type CouncilEvent,
  careCase,
  type PersonEvent,
  personEvent,
} from '../../schemas/case.ts';
import { type NoteId, type StoredNote, storedNote } from '../../schemas/case-note.ts';
import { type ChargeDue, chargeDue } from '../../schemas/charge-due.ts';
import { type MailEntry, mailEntry } from '../../schemas/mail.ts';
import { type NationalRates, nationalRates } from '../../schemas/national-rates.ts';
import { type PlanView, panelView } from '../../schemas/panel-view.ts';
import { type KnownPerson, type Person, type PersonId, person } from '../../schemas/person.ts';
import { type PlanInvitation, planInvitation } from '../../schemas/plan-invitation.ts';
import { type CaseRecord, caseRecord } from '../../schemas/records.ts';
import type { CaseReference, CouncilSlug, IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import { type Signal, signal } from '../../schemas/signal.ts';
import { type HandedOver, handedOver, type SignInRecord, type StaffMember, staffMember } from '../../schemas/staff.ts';
import { type Task, type TaskId, task } from '../../schemas/task.ts';
import { CarewayError } from '../runtime/errors.ts';
import { createAddressBook } from './address-book.ts';
import { createChains, itemsOf } from './chains.ts';
import {
  type Change,
  type Claim,
  claimed,
  claimPut,
  type Item,
  type Key,
  type PersonChange,
  type PersonWrite,
  writesOf,
} from './changes.ts';
import { createFirstNames } from './first-names.ts';
import { heldToday, type Reads, withWorkHandedOn } from './handing-on.ts';
import { type Documents, readItem, writingVersions } from './item-kinds.ts';
import { createItemStore } from './item-store.ts';
import {
  awayPartition,
  casePartition,
  councilPartition,
  nationalRatesPartition,
  personPartition,
  signInSort,
} from './keys.ts';
import { createLookStore } from './look-store.ts';
import { parts } from './parts.ts';
import { createPersonIndex } from './person-index.ts';
import { createPersonItems, type FoundPerson, toPerson } from './person-items.ts';
import { createReviewList } from './review-list.ts';
import { createOwedSince, createSignalPages } from './signal-pages.ts';
import { createTaskPages } from './task-pages.ts';
import { writable } from './versions.ts';
import { createWalks } from './walks.ts';

/** Everything that is stored about one case, its person, and what was done to either, the first first. */
export type WholeCase = {
  readonly case: CareCase;
  readonly person: KnownPerson;
  readonly tasks: Task[];
  readonly records: CaseRecord[];
  readonly mail: MailEntry[];
  readonly events: (AuditEvent | PersonEvent)[];
};

/** A case as it stands, without its history, which grows for as long as the case lasts. */
export type PresentCase = Omit<WholeCase, 'events'>;

/** Which lines of a history are wanted: those before a line, and not before a moment. */
export type HistoryPart = {
  /** `<at>#<id>` of a line: only what came before it. */
  readonly before?: string | undefined;
  readonly from?: IsoInstant | undefined;
  readonly to?: IsoInstant | undefined;
  readonly atMost: number;
};

/** What a line of a history is found by, in its order: `<at>#<id>`. */
export const lineOf = ({ at, id }: Pick<AuditEvent, 'at' | 'id'>): string => `${at}#${id}`;

/** The reference that a task's identity begins with. */
export const referenceOf = (id: TaskId): CaseReference => id.slice(0, id.indexOf('.')) as CaseReference;

/** What one transaction takes. @see Amazon DynamoDB Developer Guide, TransactWriteItems */
const mostInTransaction = 100;

/** For how long it is remembered what went on from somebody, in days. */
const rememberHandedOverDays = 400;

/** What finds a task for whoever it went on from. */
const handedOverWrite = ({ council, id, handedOn }: Task) => {
  const { from = '', to, at = '' } = handedOn ?? {};
  const expiresAt = Math.floor(Date.parse(at) / 1000) + rememberHandedOverDays * 86_400;
  const data = { task: id, at, ...(to && { to }) };
  return { Put: { Item: { pk: awayPartition(council, from), sk: `TASK#${id}`, data, expiresAt } } };
};

/**
 * The one table: what is read from it passes the schema again, what is written goes in one transaction with its audit event.
 * Reads are strongly consistent except those of the indexes.
 */
export const createCaseStore = ({ documents: client, tableName }: { documents: Documents; tableName: string }) => {
  const documents = writingVersions(client);

  const read = async <T extends z.ZodType>(schema: T, pk: string, sk: string): Promise<z.output<T> | undefined> => {
    const { Item } = await documents.send(
      new GetCommand({ TableName: tableName, Key: { pk, sk }, ConsistentRead: true }),
    );
    return Item && readItem(schema, Item);
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
  const chains = createChains({ documents, tableName });
  const partitionOf = createAddressBook({ items: itemStore });

  const persons = createPersonItems(itemStore);
  const index = createPersonIndex(itemStore);

  /** The persons whom a change writes, and the addresses that find them from then on. */
  const peopleOf = (change: Change | PersonChange): readonly PersonWrite[] => {
    if ('people' in change) return change.people;
    return change.newPerson ? [{ person: change.newPerson, finds: emailsOf(change.newPerson) }] : [];
  };

  /** What finds the persons whom a change writes by their addresses. */
  const pointersOf = (people: readonly PersonWrite[]) =>
    Promise.all(
      people.flatMap(({ person, finds = [] }) =>
        [...new Set(finds.map((address) => address.trim().toLowerCase()))].map(async (address) => ({
          Put: {
            Item: {
              pk: await partitionOf(person.council, address),
              sk: `PERSON#${person.id}`,
              data: { person: person.id },
            },
          },
        })),
      ),
    );

  const staff = (council: CouncilSlug, id: string) => read(staffMember, councilPartition(council), `STAFF#${id}`);

  /** The restriction of the record that a case is about, where there is such a case. */
  const restrictionOf = async (council: CouncilSlug, reference: CaseReference, known?: CareCase) => {
    const found = known ?? (await read(careCase, casePartition(council, reference), 'CASE'));
    return found && (await persons.find(council, found.personId))?.person.restricted;
  };
  const holding: Reads = {
    staff,
    mayRead: async ({ council, reference }, { id }, written) =>
      !isClosedTo({ restricted: await restrictionOf(council, reference, written) }, id),
    // A person who comes with the change is nobody whose record is restricted.
    restriction: async ({ newPerson, case: changed, events: [{ council, reference }] }) =>
      newPerson ? undefined : restrictionOf(council, reference, changed),
  };

  return {
    /** What belongs to no case. */
    items: itemStore,

    persons,

    /** Some of all persons of all councils, and where to read on. For the run that indexes them, which alone may scan. */
    async everyPerson(from?: Key): Promise<{ persons: Person[]; next?: Key }> {
      const { Items = [], LastEvaluatedKey } = await documents.send(
        new ScanCommand({
          TableName: tableName,
          FilterExpression: 'begins_with(pk, :persons) AND sk = :person',
          ExpressionAttributeValues: { ':persons': 'PERSON#', ':person': 'PERSON' },
          ConsistentRead: true,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      const persons = Items.map((item) => readItem(person, item));
      return { persons, ...(LastEvaluatedKey && { next: LastEvaluatedKey as Key }) };
    },

    /** What finds persons by what they are called, born and live. */
    index: {
      ...index,
      settle: (council: CouncilSlug, id: PersonId) => index.settle(council, id, chains.write),
    },

    /** Who looked at which case. */
    looks: createLookStore({ items: itemStore, chains }),

    /** The persons that this address has ever been given for, by themselves or by whoever helps them, and their cases. */
    async casesOfAddress(council: CouncilSlug, address: string): Promise<PersonsCase[]> {
      const pointers = await itemStore.list(toPerson, await partitionOf(council, address), 'PERSON#');
      const found = await Promise.all(pointers.map(({ person }) => persons.find(council, person)));
      // Of items that were joined each leads to the same person.
      const each = new Map(found.flatMap((one) => (one ? [[one.person.id, one.person] as const] : [])));
      return (await Promise.all([...each.values()].map((person) => this.casesOf(person)))).flat();
    },

    /** All cases of a person. */
    async casesOf(person: KnownPerson): Promise<PersonsCase[]> {
      const references = await persons.cases(person.council, person.items);
      return Promise.all(
        references.map(async (reference) => ({ careCase: await this.knownCase(person.council, reference), person })),
      );
    },

    /** The person whom a case is about. @throws PersonNotFound, for a case always has one */
    async personOf({ council, personId }: Pick<CareCase, 'council' | 'personId'>): Promise<FoundPerson> {
      const found = await persons.find(council, personId);
      if (found === undefined) throw new CarewayError('PersonNotFound', `No person ${personId} in ${council}`);
      return found;
    },

    /** A case and its person. @throws CaseNotFound */
    async personsCase(council: CouncilSlug, reference: CaseReference): Promise<PersonsCase> {
      const careCase = await this.knownCase(council, reference);
      return { careCase, person: (await this.personOf(careCase)).person };
    },

    case: (council: CouncilSlug, reference: CaseReference) => read(careCase, casePartition(council, reference), 'CASE'),

    /** @throws CaseNotFound, for callers that hold a reference which must exist */
    async knownCase(council: CouncilSlug, reference: CaseReference): Promise<CareCase> {
      const found = await this.case(council, reference);
      if (found === undefined) throw new CarewayError('CaseNotFound', `No case ${reference} in ${council}`);
      return found;
    },

    task: (council: CouncilSlug, id: TaskId) => read(task, casePartition(council, referenceOf(id)), `TASK#${id}`),

    note: (council: CouncilSlug, reference: CaseReference, id: NoteId) =>
      read(storedNote, casePartition(council, reference), `NOTE#${id}`),

    /** The newest notes of a case: at most so many, those begun before one where it is named. */
    notes: (
      { council, reference }: Pick<CareCase, 'council' | 'reference'>,
      { before = '~', atMost }: { readonly before?: string | undefined; readonly atMost: number },
    ): Promise<StoredNote[]> =>
      itemStore.newest(storedNote, casePartition(council, reference), { from: 'NOTE#', to: `NOTE#${before}`, atMost }),

    record: (council: CouncilSlug, reference: CaseReference, kind: CaseRecord['kind'], id: string) =>
      read(caseRecord, casePartition(council, reference), `RECORD#${kind}#${id}`),

    mail: (council: CouncilSlug, reference: CaseReference, key: string) =>
      read(mailEntry, casePartition(council, reference), `MAIL#${key}`),

    tasks: async (council: CouncilSlug, reference: CaseReference): Promise<Task[]> =>
      (await partition(casePartition(council, reference), 'TASK#')).map((item) => readItem(task, item)),

    /** What is kept of a case, or only one kind of it. */
    records: async (council: CouncilSlug, reference: CaseReference, kind?: CaseRecord['kind']): Promise<CaseRecord[]> =>
      (await partition(casePartition(council, reference), kind ? `RECORD#${kind}#` : 'RECORD#')).map((item) =>
        readItem(caseRecord, item),
      ),

    /** The case with all that belongs to it, in one query. */
    async whole(council: CouncilSlug, reference: CaseReference): Promise<WholeCase | undefined> {
      const all = await partition(casePartition(council, reference));
      const of = <T extends z.ZodType>(prefix: string, schema: T): z.output<T>[] =>
        all.filter((item) => item.sk.startsWith(prefix)).map((item) => readItem(schema, item));
      const [found] = of('CASE', careCase);
      if (found === undefined) return undefined;
      const { person } = await this.personOf(found);
      const events = [...of('EVENT#', auditEvent), ...(await persons.events(council, person.items))];
      return {
        case: found,
        person,
        tasks: of('TASK#', task),
        records: of('RECORD#', caseRecord),
        mail: of('MAIL#', mailEntry),
        events: events.toSorted((a, b) => `${a.at} ${a.id}`.localeCompare(`${b.at} ${b.id}`)),
      };
    },

    /** What the members of a panel have said of the plan that a task is about. */
    views: async (council: CouncilSlug, reference: CaseReference, task: TaskId): Promise<PlanView[]> =>
      (await partition(casePartition(council, reference), `VIEW#${task}#`)).map((item) => readItem(panelView, item)),

    /** Who was ever invited to help with the plan of a case. */
    invitations: async (council: CouncilSlug, reference: CaseReference): Promise<PlanInvitation[]> =>
      (await partition(casePartition(council, reference), 'INVITED#')).map((item) => readItem(planInvitation, item)),

    /** The case as it stands, without reading its history. */
    async present(council: CouncilSlug, reference: CaseReference): Promise<PresentCase | undefined> {
      const pk = casePartition(council, reference);
      const [found, kept] = await Promise.all([
        this.case(council, reference),
        query({
          // The history lies between the case and these: `CASE`, `EVENT#…`, `MAIL#…`, `RECORD#…`, `SIGNAL#…`, `TASK#…`.
          KeyConditionExpression: 'pk = :pk AND sk >= :sk',
          ExpressionAttributeValues: { ':pk': pk, ':sk': 'MAIL#' },
          ConsistentRead: true,
        }),
      ]);
      if (found === undefined) return undefined;
      const of = <T extends z.ZodType>(prefix: string, schema: T): z.output<T>[] =>
        kept.filter((item) => item.sk.startsWith(prefix)).map((item) => readItem(schema, item));
      return {
        case: found,
        person: (await this.personOf(found)).person,
        tasks: of('TASK#', task),
        records: of('RECORD#', caseRecord),
        mail: of('MAIL#', mailEntry),
      };
    },

    /** A part of what was done to a case and to its person, the newest first. */
    async history(
      { council, reference }: Pick<CareCase, 'council' | 'reference'>,
      { items }: Pick<KnownPerson, 'items'>,
      { before, from = '' as IsoInstant, to, atMost }: HistoryPart,
    ): Promise<(AuditEvent | PersonEvent)[]> {
      const end = [before, to && `${to}~`].filter((one) => one !== undefined).toSorted()[0] ?? '~';
      // One more, for the line before which they are wanted is among those that are read.
      const part = { from: `EVENT#${from}`, to: `EVENT#${end}`, atMost: atMost + 1 };
      const [ofCase, ...ofPerson] = await Promise.all([
        itemStore.newest(auditEvent, casePartition(council, reference), part),
        ...items.map((id) => itemStore.newest(personEvent, personPartition(council, id), part)),
      ]);
      return [...ofCase, ...ofPerson.flat()]
        .filter((line) => lineOf(line) !== before)
        .toSorted((a, b) => lineOf(b).localeCompare(lineOf(a)))
        .slice(0, atMost);
    },

    /** Lists of tasks: a page, a number, or all of them in parts. */
    taskPages: createTaskPages({ documents, tableName }),

    /** The planned reviews of a council's open cases. */
    reviews: createReviewList({ documents, tableName }),

    /** What lists say of the people whom cases are about. */
    firstNames: createFirstNames({ documents, tableName }),

    /**
     * The cases whose charge was worked out from rates that are out of date before a day, some at a time, the longest out of date first. The
     * index may still list what was just written anew.
     */
    async *chargesDue(council: CouncilSlug, before: IsoDate, atATime = 100): AsyncGenerator<ChargeDue[]> {
      let start: QueryCommandInput['ExclusiveStartKey'];
      do {
        const page = await documents.send(
          new QueryCommand({
            TableName: tableName,
            IndexName: 'due',
            KeyConditionExpression: 'duePk = :pk AND workSk < :before',
            ExpressionAttributeValues: { ':pk': `CHARGES#${council}`, ':before': before },
            Limit: atATime,
            ...(start && { ExclusiveStartKey: start }),
          }),
        );
        yield ((page.Items ?? []) as Item[]).map((item) => readItem(chargeDue, item));
        start = page.LastEvaluatedKey;
      } while (start);
    },

    /** What is owed, in parts. */
    signals: createSignalPages({ documents, tableName }),
    owedSince: createOwedSince({ documents, tableName }),

    /** Jobs that go through much, part by part. */
    walks: createWalks(itemStore),

    /** What is owed on a case, and what is planned on it. One that cannot be read fails the call. */
    owedOn: async (council: CouncilSlug, reference: CaseReference): Promise<Signal[]> =>
      (await partition(casePartition(council, reference), 'SIGNAL#')).map((item) => readItem(signal, item)),

    /**
     * Some of all open cases of one council or of all, by their references, and where to read on. For the run that reconciles them, which
     * reads the table itself and no index, so that a case is found whatever was lost of it.
     */
    async openCases({
      council,
      from,
    }: {
      readonly council?: CouncilSlug | undefined;
      readonly from?: Key | undefined;
    }): Promise<{ cases: Pick<CareCase, 'council' | 'reference'>[]; next?: Key }> {
      const { Items = [], LastEvaluatedKey } = await documents.send(
        new ScanCommand({
          TableName: tableName,
          FilterExpression: 'begins_with(pk, :cases) AND sk = :case AND attribute_not_exists(#data.#closed)',
          ProjectionExpression: 'pk',
          ExpressionAttributeNames: { '#data': 'data', '#closed': 'closed' },
          ExpressionAttributeValues: { ':cases': council ? `CASE#${council}#` : 'CASE#', ':case': 'CASE' },
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      const cases = Items.map(({ pk }) => {
        const [, of, reference] = String(pk).split('#');
        return { council: of as CouncilSlug, reference: reference as CaseReference };
      });
      return { cases, ...(LastEvaluatedKey && { next: LastEvaluatedKey as Key }) };
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
      return readItem(claimed, Item).answer;
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

    /** Gives a claim back, unless it has expired and is somebody else's by now; giving it back twice does no harm. */
    async unclaim(council: CouncilSlug, { name, answer }: Claim): Promise<void> {
      const Key = { pk: `${councilPartition(council)}#CLAIM#${name}`, sk: 'CLAIM' };
      const own = { ConditionExpression: 'attribute_not_exists(pk) OR #data.answer = :answer' };
      await chains.write([
        {
          Delete: {
            Key,
            ...own,
            ExpressionAttributeNames: { '#data': 'data' },
            ExpressionAttributeValues: { ':answer': answer },
          },
        },
      ]);
    },

    /** A member of staff who is there; nobody who has left. */
    staff,

    /** A task as it would be written now: with who is there to do it. */
    heldNow: (held: Task, at: IsoInstant): Promise<Task> => heldToday(holding, held, at),

    everyone: async (council: CouncilSlug): Promise<StaffMember[]> =>
      (await partition(councilPartition(council), 'STAFF#')).map((item) => readItem(staffMember, item)),

    /** Those who have left the council, each with the day. */
    leavers: async (council: CouncilSlug): Promise<StaffMember[]> =>
      (await partition(councilPartition(council), 'LEFT#')).map((item) => readItem(staffMember, item)),

    /** What went on from somebody, and to whom, whatever became of it since. */
    handedOver: (council: CouncilSlug, id: string): AsyncGenerator<HandedOver[]> =>
      parts(async (after) => {
        const { data, next } = await itemStore.some(handedOver, awayPartition(council, id), {
          begins: 'TASK#',
          most: 100,
          after,
        });
        return { part: data, next };
      }),

    /**
     * Writes a member of staff into the council's directory, in place of what was read of them; one who had left is back with it. Answers false
     * where somebody else has changed them meanwhile.
     *
     * @param before as they were read; left out for one who was not there
     */
    async saveStaff(
      council: CouncilSlug,
      member: StaffMember,
      event: CouncilEvent,
      before?: StaffMember,
    ): Promise<boolean> {
      const pk = councilPartition(council);
      const version = (before?.version ?? 0) + 1;
      const stands =
        before === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : before.version === undefined
            ? { ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(version)' }
            : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': before.version } };
      const { left: _left, ...here } = member;
      const data = writable(staffMember, { ...here, version });
      return chains.write([
        { Put: { Item: { pk, sk: `STAFF#${member.id}`, data, version }, ...stands } },
        { Delete: { Key: { pk, sk: `LEFT#${member.id}` } } },
        { Event: { Item: { pk, sk: `EVENT#${event.at}#${event.id}`, data: event } } },
      ]);
    },

    /** The national rates that staff have entered and that were confirmed. */
    nationalRates: async (): Promise<NationalRates[]> =>
      (await Promise.all(['DRAFT#', 'CONFIRMED#'].map((state) => partition(nationalRatesPartition, state))))
        .flat()
        .map((item) => readItem(nationalRates, item)),

    /** Writes a year’s rates: a draft over the one before, or what was confirmed in place of its draft. Answers false where that has changed. */
    async saveNationalRates(
      rates: NationalRates,
      draft: NationalRates | undefined,
      event: CouncilEvent,
    ): Promise<boolean> {
      const pk = nationalRatesPartition;
      const stands = draft && {
        ConditionExpression: 'version = :draft',
        ExpressionAttributeValues: { ':draft': draft.version },
      };
      const isDraft = rates.state === 'draft';
      const { year, version } = rates;
      const item = {
        pk,
        sk: `${isDraft ? 'DRAFT' : 'CONFIRMED'}#${year}`,
        data: writable(nationalRates, rates),
        version,
      };
      const writes = [
        { Put: { Item: item, ...(isDraft && (stands ?? { ConditionExpression: 'attribute_not_exists(pk)' })) } },
        ...(isDraft ? [] : [{ Delete: { Key: { pk, sk: `DRAFT#${year}` }, ...stands } }]),
        { Event: { Item: { pk, sk: `EVENT#${event.at}#${event.id}`, data: event } } },
      ];
      return chains.write(writes);
    },

    /** Begins a new generation of a person's sign-ins, so that nothing that they are signed in with counts any more. */
    endSignIns: async (council: CouncilSlug, id: string, record: SignInRecord): Promise<void> => {
      const put = (data: SignInRecord, condition = {}) => {
        const item = { pk: councilPartition(council), sk: signInSort(id), data };
        return documents.send(new PutCommand({ TableName: tableName, Item: item, ...condition }));
      };
      try {
        await put(record, {
          ConditionExpression: 'attribute_not_exists(#data.#left)',
          ExpressionAttributeNames: { '#data': 'data', '#left': 'left' },
        });
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        // Whoever has left stays so, though they sign in once more and out again.
        await put({ ...record, left: true });
      }
    },

    /** Takes a member of staff out of the council's directory, keeps that they have left, and ends their sessions; taking them out twice does no harm. */
    async removeStaff(
      council: CouncilSlug,
      member: StaffMember & Required<Pick<StaffMember, 'left'>>,
      event: CouncilEvent,
    ): Promise<void> {
      const pk = councilPartition(council);
      const ended: SignInRecord = { generation: event.id, endedAt: event.at, left: true };
      await chains.write([
        { Delete: { Key: { pk, sk: `STAFF#${member.id}` } } },
        { Put: { Item: { pk, sk: `LEFT#${member.id}`, data: writable(staffMember, member) } } },
        { Put: { Item: { pk, sk: signInSort(member.id), data: ended } } },
        { Event: { Item: { pk, sk: `EVENT#${event.at}#${event.id}`, data: event } } },
      ]);
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
    async commit(...changes: readonly [Change | PersonChange, ...(Change | PersonChange)[]]): Promise<boolean> {
      const people = changes.flatMap(peopleOf);
      const [held, pointers, finding] = await Promise.all([
        Promise.all(
          changes.map(async (change) =>
            'events' in change ? withWorkHandedOn(holding, change) : { change, handedOn: [] as Task[] },
          ),
        ),
        pointersOf(people),
        Promise.all(people.map(({ person }) => index.writesFor(person))),
      ]);
      const writes = [
        ...held.flatMap(({ change }) => writesOf(change)),
        ...held.flatMap(({ handedOn }) => handedOn.map(handedOverWrite)),
        ...pointers,
      ];
      const entries = finding.flat();
      const all = [...writes, ...entries];
      if (itemsOf(all) <= mostInTransaction) return chains.write(all);
      // Noted before, so that whatever fails in between is found by the morning's run.
      for (const { person } of people) await index.owe(person);
      if (!(await chains.write(writes))) return false;
      for (const { person } of people) await index.settle(person.council, person.id, chains.write);
      return true;
    },
  };
};

export type CaseStore = ReturnType<typeof createCaseStore>;
