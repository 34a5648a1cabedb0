import type * as z from 'zod';

type Def = {
  readonly type: string;
  readonly checks?: readonly {
    readonly _zod: { readonly def: { readonly check: string; readonly maximum?: number; readonly format?: string } };
  }[];
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly out?: z.core.$ZodType;
  readonly keyType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly maximum?: number;
};

/** The bytes that one UTF-16 unit, in which zod counts, takes at most: what takes four bytes is two units. */
const bytesOfUnit = 3;

/** What a format leaves room for, where it says nothing itself. */
const ofFormat: Readonly<Record<string, number>> = { email: 320, date: 10, datetime: 40, url: 2048, uuid: 36 };

/** The most that a pattern without repetition lets through; endless where it repeats without end. */
const ofPattern = (pattern: RegExp): number => {
  const text = pattern.source;
  if (/(?<!\\)[*+]|\{\d+,\}/.test(text)) return Number.POSITIVE_INFINITY;
  const repeated = [...text.matchAll(/\{(\d+,)?(\d+)\}/g)].reduce((sum, [, , most]) => sum + Number(most), 0);
  return text.length + repeated;
};

const ofString = (def: Def): number => {
  const checks = (def.checks ?? []).map(({ _zod }) => _zod.def);
  const own = [
    def.maximum,
    def.format === undefined ? undefined : ofFormat[def.format],
    def.pattern && ofPattern(def.pattern),
    ...checks.map((check) => check.maximum),
    ...checks.map((check) => (check.format === undefined ? undefined : ofFormat[check.format])),
    ...checks.map((check) => {
      const { pattern } = check as { pattern?: RegExp };
      return pattern && ofPattern(pattern);
    }),
  ].filter((one) => one !== undefined);
  return Math.min(Number.POSITIVE_INFINITY, ...own) * bytesOfUnit;
};

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

/**
 * The bytes that an item of a schema takes at most in DynamoDB, by the lengths that the schema allows; endless where it allows any length. What
 * makes it endless is told by its path.
 */
export const mostBytes = (schema: z.core.$ZodType, path: string, endless: (path: string) => void): number => {
  const def = (schema as unknown as { _zod: { def: Def } })._zod.def;
  const inner = (of: z.core.$ZodType | undefined, at = path) => (of ? mostBytes(of, at, endless) : 0);
  switch (def.type) {
    case 'string': {
      const bytes = ofString(def);
      if (bytes === Number.POSITIVE_INFINITY) endless(path);
      return bytes;
    }
    case 'number':
    case 'int':
    case 'bigint':
      return 21;
    case 'boolean':
    case 'null':
    case 'undefined':
      return 1;
    case 'literal':
      return Math.max(...(def.values ?? []).map((one) => Buffer.byteLength(String(one))));
    case 'enum':
      return Math.max(...Object.values(def.entries ?? {}).map((one) => Buffer.byteLength(String(one))));
    case 'object':
      return (
        3 +
        sum(
          Object.entries(def.shape ?? {}).map(
            ([name, of]) => 1 + Buffer.byteLength(name) + inner(of, `${path}.${name}`),
          ),
        )
      );
    case 'array': {
      const element = def.element as unknown as { _zod: { def: Def } };
      // Of a list of words each is named once.
      const words = element._zod.def.type === 'enum' ? Object.keys(element._zod.def.entries ?? {}).length : undefined;
      const most = (def.checks ?? []).map(({ _zod }) => _zod.def.maximum).find((one) => one !== undefined) ?? words;
      if (most === undefined) endless(`${path}[]`);
      return 3 + (most ?? Number.POSITIVE_INFINITY) * (1 + inner(def.element, `${path}[]`));
    }
    case 'union':
      return Math.max(...(def.options ?? []).map((of) => inner(of)));
    case 'record': {
      const keys = (def.keyType as unknown as { _zod: { def: Def } })._zod.def;
      const many = keys.type === 'enum' ? Object.keys(keys.entries ?? {}).length : Number.POSITIVE_INFINITY;
      if (many === Number.POSITIVE_INFINITY) endless(`${path}{}`);
      return 3 + many * (1 + inner(def.keyType, `${path}{key}`) + inner(def.valueType, `${path}{}`));
    }
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
    case 'prefault':
      return inner(def.innerType);
    case 'pipe':
      return inner(def.in);
    default:
      endless(`${path} (${def.type})`);
      return Number.POSITIVE_INFINITY;
  }
};
