import { AwsError } from '../aws-endpoint.ts';
import { checked, perform } from './dynalite-action.ts';
import type { Item } from './item-size.ts';
import { entries, type Level, type LevelView, levelView } from './level-view.ts';
import { isTokenAlive, TOKENS, type UsedToken } from './transactions.ts';
import { keyOf } from './write.ts';

/** The sub-store of time-to-live settings, by table. */
export const TIME_TO_LIVE = 'ttl';

/** DynamoDB leaves items alone whose time is more than five years past, taking it for a mistake of units. */
const OLDEST_SECONDS = 5 * 365 * 24 * 60 * 60;

interface Setting {
  AttributeName: string;
}

interface Input {
  TableName?: string;
  TimeToLiveSpecification?: { Enabled: boolean; AttributeName: string };
}

const settingOf = (view: LevelView, { TableName = '' }: Input): Setting | undefined => {
  if (!view.table(TableName))
    throw new AwsError('ResourceNotFoundException', `Requested resource not found: Table: ${TableName} not found`);
  return view.read(TIME_TO_LIVE, TableName) as Setting | undefined; // only updateTimeToLive writes it
};

/** DescribeTimeToLive: ENABLED with the attribute's name, or DISABLED. */
export const describeTimeToLive = (view: LevelView, input: Input) => {
  const setting = settingOf(view, input);
  return {
    TimeToLiveDescription: setting ? { TimeToLiveStatus: 'ENABLED', ...setting } : { TimeToLiveStatus: 'DISABLED' },
  };
};

/**
 * UpdateTimeToLive on a view. Takes effect at once; AWS may take an hour, in which it refuses another change.
 *
 * @throws AwsError `ValidationException` if nothing would change, or another attribute is the active one
 */
export const updateTimeToLive = (view: LevelView, input: Input) => {
  const setting = settingOf(view, input);
  const { TableName = '', TimeToLiveSpecification: wanted } = input;
  if (!wanted?.AttributeName) throw new AwsError('ValidationException', 'TimeToLiveSpecification cannot be null');
  if (setting && setting.AttributeName !== wanted.AttributeName)
    throw new AwsError('ValidationException', 'TimeToLive is active on a different AttributeName');
  if (wanted.Enabled === Boolean(setting))
    throw new AwsError('ValidationException', `TimeToLive is already ${setting ? 'enabled' : 'disabled'}`);
  if (wanted.Enabled) view.put(TIME_TO_LIVE, TableName, { AttributeName: wanted.AttributeName } satisfies Setting);
  else view.del(TIME_TO_LIVE, TableName);
  return { TimeToLiveSpecification: wanted };
};

/**
 * Deletes every item whose time-to-live has passed, each with its index entries in one batch.
 *
 * Reads every table that has a time-to-live from end to end. The caller sees to it that no write is under way.
 *
 * @returns how many items were deleted, and when the first of the others expires, in epoch milliseconds, or Infinity
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html
 */
export const deleteExpired = async (level: Level, nowMs: number): Promise<{ deleted: number; nextMs: number }> => {
  let [deleted, nextMs] = [0, Number.POSITIVE_INFINITY];
  for await (const [TableName, setting] of entries(level, TIME_TO_LIVE))
    for await (const [, item] of entries(level, `item-${TableName}`)) {
      // Settings and items are written by this folder alone.
      const expiresMs = expiryMs(item as Item, (setting as Setting).AttributeName);
      if (expiresMs > nowMs) nextMs = Math.min(nextMs, expiresMs);
      else if (expiresMs > nowMs - OLDEST_SECONDS * 1000) {
        const view = levelView(level);
        const request = { TableName, Key: keyOf(view, TableName, item as Item) };
        await perform('DeleteItem', view, checked('DeleteItem', view, request));
        await view.commit();
        deleted += 1;
      }
    }
  return { deleted, nextMs };
};

/** When an item expires, in epoch milliseconds. Only a number counts; any other type never expires. */
const expiryMs = (item: Item, attribute: string): number =>
  Number(item[attribute]?.N ?? Number.POSITIVE_INFINITY) * 1000;

/** When the first of the items that a view has written expires, in epoch milliseconds, or Infinity. */
export const firstExpiryMs = (view: LevelView): number =>
  view.written.reduce((first, { tableName, item }) => {
    const setting = view.read(TIME_TO_LIVE, tableName) as Setting | undefined; // only updateTimeToLive writes it
    return setting ? Math.min(first, expiryMs(item, setting.AttributeName)) : first;
  }, Number.POSITIVE_INFINITY);

/** Forgets the request tokens that make nothing a repetition any more. */
export const forgetTokens = async (level: Level, nowMs: number): Promise<void> => {
  const view = levelView(level);
  for await (const [token, used] of entries(level, TOKENS))
    if (!isTokenAlive(used as UsedToken, nowMs)) view.del(TOKENS, token);
  await view.commit();
};
