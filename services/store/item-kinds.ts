import { type DynamoDBDocumentClient, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { type StoredKind, storedVersions } from '../../schemas/versions.ts';
import { problems } from '../runtime/problems.ts';
import { itemBytes, mostItemBytes } from './item-bytes.ts';
import { readable, schemaVersion, upgraded, whole } from './versions.ts';

/** What is asked of the SDK's document client. */
export type Documents = Pick<DynamoDBDocumentClient, 'send'>;

/** What an item's key and data look like to whoever does not know its kind. */
type AnyItem = Readonly<Record<string, unknown>>;

/** The kind of every item of the one table, by the first words of its keys. */
const kinds: Readonly<Record<string, StoredKind>> = {
  'CASE CASE': 'case',
  'CASE TASK': 'task',
  'CASE WORK-DRAFT': 'work-draft',
  'CASE WORK-ASIDE': 'work-aside',
  'CASE RECORD': 'record',
  'CASE SIGNAL': 'signal',
  'CASE CHARGE-DUE': 'charge-due',
  'CASE NOTE': 'case-note',
  'CASE MAIL': 'mail-entry',
  'CASE EVENT': 'audit-event',
  'CASE CHAIN': 'chain-head',
  'CASE VIEW': 'panel-view',
  'CASE INVITED': 'plan-invitation',
  'PERSON PERSON': 'person',
  'PERSON CASE': 'pointer',
  'PERSON OPEN': 'pointer',
  'PERSON EVENT': 'person-event',
  'PERSON FOUND-BY': 'found-by',
  FIND: 'find-entry',
  'PERSON CHAIN': 'chain-head',
  'ADDRESS PERSON': 'pointer',
  'ADDRESS DRAFT': 'draft-pointer',
  'ADDRESS LINK': 'links-asked',
  'ADDRESS HOUR': 'hourly-count',
  'ADDRESS DAY': 'hourly-count',
  'COUNCIL STAFF': 'staff-member',
  'COUNCIL LEFT': 'staff-member',
  'AWAY TASK': 'handed-over',
  'COUNCIL EVENT': 'council-event',
  'COUNCIL CHAIN': 'chain-head',
  'COUNCIL CLAIM': 'claim',
  'COUNCIL ADDRESS-SECRET': 'address-secret',
  'COUNCIL SIGN-IN': 'sign-in-record',
  'STAFF-SIGN-IN SEALING-KEY': 'sealing-key',
  'KEPT KEPT': 'kept-form',
  'STAFF-FORMS DRAFT': 'pointer',
  'COUNCIL FIND-KEY': 'find-keys',
  'WALK PLACE': 'walk-place',
  'FIND-PASS PASS': 'find-pass',
  'SEARCH SEARCH': 'search',
  'FIGURES NOW': 'work-figures',
  'FIGURES TIMES': 'step-times',
  'FIGURES SCREENING': 'screening-found',
  'FIGURES HELP': 'help-counted',
  'FIGURES FORMS': 'form-minutes',
  'NATIONAL-RATES DRAFT': 'national-rates',
  'NATIONAL-RATES CONFIRMED': 'national-rates',
  'NATIONAL-RATES EVENT': 'council-event',
  'NATIONAL-RATES CHAIN': 'chain-head',
  'LOOKS LOOK': 'look',
  'LOOKS CHAIN': 'chain-head',
  'LOOKS GRANT': 'look-grant',
  'LOOKS LATELY': 'look-lately',
  'SEARCHES SEARCH': 'person-searched',
  'SEARCHES CHAIN': 'chain-head',
  'DRAFT DRAFT': 'draft',
  'UPLOAD UPLOAD': 'upload',
  'BASKET BASKET': 'basket',
  'ASKING ASKING': 'case-form',
  'LINK LINK': 'link',
  'SESSION SESSION': 'session',
  'ANSWER ANSWER': 'kept-answer',
  'FEEDBACK FEEDBACK': 'page-feedback',
};

const firstWord = (key: unknown): string => String(key).split('#', 1)[0] ?? '';

/** The kind of an item. @throws Error where a new one is not in the table above */
export const kindOf = ({ pk, sk }: AnyItem): StoredKind => {
  const words = `${firstWord(pk)} ${firstWord(sk)}`;
  // What finds persons has a hash for a sort key.
  const kind = kinds[words] ?? kinds[firstWord(pk)];
  if (kind === undefined) throw new Error(`No kind of item has keys that begin ${words}: name it in item-kinds.ts`);
  return kind;
};

/**
 * An item with the version of its schema beside its data, and in the data what a newer version had put there.
 *
 * @throws Problem 413 where it is larger than the table takes. Whoever lets people type asks before, and says which answer to shorten
 */
const versionedItem = <T extends AnyItem>(item: T): T => {
  const written = { ...item, data: whole(item['data']), [schemaVersion]: storedVersions[kindOf(item)].version };
  const over = itemBytes(written) - mostItemBytes;
  if (over > 0) throw problems.tooMuchToKeep(over);
  return written;
};

/** The data of an item, in the meaning that this code knows. */
const dataOf = (item: AnyItem): unknown => {
  const kind = kindOf(item);
  return upgraded(kind, item[schemaVersion], item['data'], storedVersions[kind]);
};

/** What stands in an item. @throws CarewayError `UnknownVersion`, ZodError */
export const readItem = <T extends z.ZodType>(schema: T, item: AnyItem): z.output<T> => readable(schema, dataOf(item));

const withVersions = (command: unknown): unknown => {
  if (command instanceof PutCommand) {
    return new PutCommand({ ...command.input, Item: versionedItem(command.input.Item ?? {}) });
  }
  if (command instanceof TransactWriteCommand) {
    const TransactItems = command.input.TransactItems?.map((write) =>
      write.Put ? { ...write, Put: { ...write.Put, Item: versionedItem(write.Put.Item ?? {}) } } : write,
    );
    return new TransactWriteCommand({ ...command.input, TransactItems });
  }
  return command;
};

/** A document client through which no item is written without the version of its schema. */
export const writingVersions = (documents: Documents): Documents =>
  // Every overload of `send` takes one command and answers by its class, which stays what it is.
  ({ send: (command: unknown) => documents.send(withVersions(command) as never) }) as Documents;
