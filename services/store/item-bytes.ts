/** The most that an item may have, in bytes. @see Amazon DynamoDB Developer Guide, quotas */
export const mostItemBytes = 400 * 1024;

const numberBytes = (value: number | bigint): number => {
  const [mantissa = ''] = String(value).split('e');
  const digits = mantissa.replace(/[-+.]/g, '').replace(/^0+|0+$/g, '');
  return Math.ceil(digits.length / 2) + 1 + (mantissa.startsWith('-') && digits !== '' ? 1 : 0);
};

const membersBytes = (value: object): number => {
  let bytes = 0;
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) bytes += Buffer.byteLength(name) + valueBytes(member) + 1;
  }
  return bytes;
};

const valueBytes = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number' || typeof value === 'bigint') return numberBytes(value);
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + 1 + valueBytes(one), 3);
  if (typeof value === 'object' && value !== null) return 3 + membersBytes(value);
  return 1;
};

/**
 * The size of an item as DynamoDB counts it: UTF-8 bytes of names and values, so that a text in Bengali or Chinese is three times as large as one
 * in English of as many letters.
 *
 * @see Amazon DynamoDB Developer Guide, item sizes and formats
 */
export const itemBytes = (item: Readonly<Record<string, unknown>>): number =>
  membersBytes(item) - Object.values(item).filter((value) => value !== undefined).length;
