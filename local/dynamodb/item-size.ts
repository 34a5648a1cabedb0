/** DynamoDB's JSON of one item: attribute name to typed value, `{ "pk": { "S": "case#1" } }`. */
export type Item = Record<string, Record<string, unknown>>;

/** One typed value, `{ "S": "text" }`. */
type Value = Record<string, unknown>;

const utf8 = (text: unknown): number => Buffer.byteLength(String(text), 'utf8');

/** One byte for two significant digits and one more; zeros before and after are no digits, and a sign takes one. */
const numberBytes = (text: unknown): number => {
  const [mantissa = ''] = String(text).toLowerCase().split('e');
  const digits = mantissa.replace(/[-+.]/g, '').replace(/^0+|0+$/g, '');
  return Math.ceil(digits.length / 2) + 1 + (mantissa.startsWith('-') && digits !== '' ? 1 : 0);
};

const sum = <T>(of: readonly T[], bytes: (one: T) => number): number =>
  of.reduce((total, one) => total + bytes(one), 0);

const valueBytes = (value: Value): number => {
  const [type = '', of] = Object.entries(value)[0] ?? [];
  if (type === 'S') return utf8(of);
  if (type === 'N') return numberBytes(of);
  if (type === 'B') return Buffer.byteLength(String(of), 'base64');
  if (type === 'BOOL' || type === 'NULL') return 1;
  if (type === 'SS') return sum(of as string[], utf8);
  if (type === 'NS') return sum(of as string[], numberBytes);
  if (type === 'BS') return sum(of as string[], (one) => Buffer.byteLength(one, 'base64'));
  // Three bytes for the list or map itself, and one for each thing in it.
  if (type === 'L') return 3 + sum(of as Value[], (one) => 1 + valueBytes(one));
  return 3 + sum(Object.entries(of as Record<string, Value>), ([name, one]) => 1 + utf8(name) + valueBytes(one));
};

/**
 * The size of an item as DynamoDB counts it: UTF-8 bytes of names and values. dynalite counts characters.
 *
 * @see Amazon DynamoDB Developer Guide, item sizes and formats
 */
export const itemBytes = (item: Item): number =>
  sum(Object.entries(item), ([name, value]) => utf8(name) + valueBytes(value));

/** The most that an item may have, in bytes. @see Amazon DynamoDB Developer Guide, quotas */
export const mostItemBytes = 400 * 1024;

/** The most that one page of a query or scan looks at, in bytes. @see Amazon DynamoDB Developer Guide, paginating table query results */
export const mostPageBytes = 1024 * 1024;
