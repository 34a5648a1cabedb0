import { createHash } from 'node:crypto';
import { AwsError } from '../aws-endpoint.ts';
import { type Check, checked, perform } from './dynalite-action.ts';
import { itemBytes } from './item-size.ts';
import { type Level, type LevelView, levelView } from './level-view.ts';
import { keyOf, type WriteInput, write } from './write.ts';

/** A transaction's limits. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const MAX_ACTIONS = 100;
const MAX_BYTES = 4 * 1024 * 1024;
const MAX_TOKEN_LENGTH = 36;
const TOKEN_MS = 10 * 60 * 1000;

/** The sub-store of client request tokens that were used. */
export const TOKENS = 'token';

/** A used token: what was asked with it, and when, in epoch milliseconds. */
export interface UsedToken {
  request: string;
  at: number;
}

/** Whether a token still makes the same request a repetition: ten minutes, as AWS documents. */
export const isTokenAlive = ({ at }: UsedToken, nowMs: number): boolean => nowMs - at < TOKEN_MS;

/** A condition check is a deletion that is never applied. */
const OPERATIONS = {
  ConditionCheck: 'DeleteItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
} as const;
type Kind = keyof typeof OPERATIONS;

interface TransactWrite {
  TransactItems?: Partial<Record<Kind, WriteInput & { ConditionExpression?: string }>>[];
  ClientRequestToken?: string;
}

interface Reason {
  Code: string;
  Message?: string;
  Item?: unknown;
}

const invalid = (message: string) => new AwsError('ValidationException', message);

/**
 * TransactWriteItems on a view of its own: every action is tried, and the caller commits only if none was refused.
 *
 * No item occurs twice, so each condition sees the item as it was before the transaction. Faults of the request itself are thrown as
 * `ValidationException`; what depends on the data is a reason in `TransactionCanceledException`, as AWS documents. Conflicts with
 * other transactions do not occur, because writes are queued.
 *
 * @throws AwsError `ValidationException`, `TransactionCanceledException`, `IdempotentParameterMismatchException`
 */
export const transactWrite = async (
  level: Level,
  nowMs: number,
  input: TransactWrite,
  check: Check = checked,
): Promise<LevelView> => {
  const view = levelView(level);
  const actions = (input.TransactItems ?? []).map((item, index) => parseAction(view, item, index, check));
  refuseWrongCount(actions.length);
  if (input.ClientRequestToken !== undefined && isRepeated(view, nowMs, input.ClientRequestToken, input)) return view;
  refuseDuplicates(view, actions);

  const reasons: Reason[] = [];
  for (const { kind, operation, data, sent } of actions)
    reasons.push(
      await attempt(() => write(operation, kind === 'ConditionCheck' ? levelView(level) : view, data, sent)),
    );
  if (reasons.some(({ Code }) => Code !== 'None')) throw cancelled(reasons);

  const bytes = view.written.reduce((sum, { item }) => sum + itemBytes(item), 0);
  if (bytes > MAX_BYTES) throw invalid(`Transaction payload size cannot exceed 4MB. Payload Size: ${bytes}`);
  return view;
};

/** TransactGetItems: all items as they are between two writes, in the order asked for; the caller sees to it that no write is under way. */
export const transactGet = async (level: Level, input: { TransactItems?: { Get?: WriteInput }[] }) => {
  const view = levelView(level);
  const gets = (input.TransactItems ?? []).map(({ Get: sent = {} }) => ({
    sent,
    data: checked('GetItem', view, sent),
  }));
  refuseWrongCount(gets.length);
  refuseDuplicates(view, gets);
  const Responses = await Promise.all(
    gets.map(async ({ data }) => {
      const { Item } = await perform('GetItem', view, data);
      return Item ? { Item } : {};
    }),
  );
  return { Responses };
};

const parseAction = (
  view: LevelView,
  item: Partial<Record<Kind, WriteInput & { ConditionExpression?: string }>>,
  index: number,
  check: Check,
) => {
  const kinds = Object.keys(OPERATIONS).filter((name): name is Kind => item[name as Kind] !== undefined);
  const [kind] = kinds;
  if (!kind || kinds.length > 1) throw invalid('TransactItems can only contain one of Check, Put, Update or Delete');
  const sent = item[kind] ?? {};
  if (kind === 'ConditionCheck' && sent.ConditionExpression === undefined)
    throw invalid(
      `Value null at 'transactItems.${index + 1}.member.conditionCheck.conditionExpression' failed to satisfy constraint: ` +
        'Member must not be null',
    );
  return { kind, operation: OPERATIONS[kind], data: check(OPERATIONS[kind], view, sent), sent };
};

const refuseWrongCount = (count: number): void => {
  if (count === 0)
    throw invalid(
      "Value [] at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1",
    );
  if (count > MAX_ACTIONS)
    throw invalid(
      "Value at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100",
    );
};

/** Attribute order in a key means nothing, so keys are compared by the table's key schema. */
const refuseDuplicates = (view: LevelView, actions: { sent: WriteInput }[]): void => {
  const seen = new Set<string>();
  for (const { sent } of actions) {
    const { TableName = '', Item, Key } = sent;
    const identity = JSON.stringify([TableName, keyOf(view, TableName, Item ?? Key ?? {})]);
    if (seen.has(identity)) throw invalid('Transaction request cannot include multiple operations on one item');
    if (view.table(TableName)) seen.add(identity);
  }
};

/** Whether the token was used for this very request; if it is new, it is recorded with the transaction's own changes. */
const isRepeated = (view: LevelView, nowMs: number, token: string, { TransactItems }: TransactWrite): boolean => {
  if (token.length < 1 || token.length > MAX_TOKEN_LENGTH)
    throw invalid(
      `Value ${token} at 'clientRequestToken' failed to satisfy constraint: Member must have length less than or equal to ` +
        `${MAX_TOKEN_LENGTH}`,
    );
  const request = createHash('sha256').update(JSON.stringify(TransactItems)).digest('base64');
  const used = view.read(TOKENS, token) as UsedToken | undefined; // only this function writes it
  if (used && isTokenAlive(used, nowMs)) {
    if (used.request === request) return true;
    throw new AwsError(
      'IdempotentParameterMismatchException',
      'Specified idempotent token was used with different request parameters within the idempotency window',
    );
  }
  view.put(TOKENS, token, { request, at: nowMs } satisfies UsedToken);
  return false;
};

const attempt = async (action: () => Promise<unknown>): Promise<Reason> => {
  try {
    await action();
    return { Code: 'None' };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (error.name === 'ConditionalCheckFailedException')
      return { Code: 'ConditionalCheckFailed', Message: error.message, ...error.details };
    if (error.name === 'ValidationException') return { Code: 'ValidationError', Message: error.message };
    throw error;
  }
};

const cancelled = (CancellationReasons: Reason[]) => {
  const codes = CancellationReasons.map(({ Code }) => Code).join(', ');
  return new AwsError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    { CancellationReasons },
  );
};
