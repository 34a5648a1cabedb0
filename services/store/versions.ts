import type * as z from 'zod';
import type { StoredVersion } from '../../schemas/versions.ts';
import { CarewayError } from '../runtime/errors.ts';

/** The version beside stored data, by this name: an attribute of an item, a field of an execution's input. */
export const schemaVersion = 'schemaVersion';

/** Fields that a newer version has written and this one does not know. They ride along in what was read, where nothing but a copy of it sees them. */
const unknownFields = Symbol('fields of a newer version');

type Fields = { [name: string | symbol]: unknown };
type Path = readonly PropertyKey[];

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const isParent = (value: unknown): value is Fields => isObject(value) || Array.isArray(value);

/**
 * Data in the meaning that this code knows.
 *
 * @throws CarewayError `UnknownVersion` where a newer version has written it in another meaning, or it carries none
 */
export const upgraded = (
  kind: string,
  version: unknown,
  data: unknown,
  { version: known, upgrades }: StoredVersion,
): unknown => {
  if (typeof version !== 'number' || version < 1 || version > known) {
    const found = typeof version === 'number' ? `version ${version}` : 'no version';
    throw new CarewayError('UnknownVersion', `A ${kind} of ${found} was found, and this code reads 1 to ${known}`);
  }
  let current = data;
  for (let from = version; from < known; from += 1) {
    const upgrade = upgrades[from];
    if (upgrade === undefined || !isObject(current)) {
      throw new CarewayError('UnknownVersion', `Nothing brings a ${kind} from version ${from} to the next`);
    }
    current = upgrade(current);
  }
  return current;
};

/** What is unknown, by where it stands; undefined where anything else is wrong as well. */
const unknownIn = (
  issues: readonly z.core.$ZodIssue[],
  at: Path = [],
): { path: Path; keys: string[] }[] | undefined => {
  const found = issues.map((issue) => {
    const path = [...at, ...issue.path];
    if (issue.code === 'unrecognized_keys') return [{ path, keys: issue.keys }];
    if (issue.code !== 'invalid_union') return undefined;
    // The first of several shapes that fits but for what it does not know.
    return issue.errors.map((option) => unknownIn(option, path)).find((option) => option !== undefined);
  });
  return found.every((one) => one !== undefined) ? found.flat() : undefined;
};

const inside = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((parent, key) => (isParent(parent) ? parent[key as string] : undefined), value);

/** Reads stored data with its schema, which need not know every field: one that it does not know is kept for whoever writes the data back. */
export const readable = <T extends z.ZodType>(schema: T, data: unknown): z.output<T> => {
  const read = schema.safeParse(data);
  if (read.success) return read.data;
  const unknown = unknownIn(read.error.issues);
  if (unknown === undefined) throw read.error;
  const known = structuredClone(data);
  const taken = unknown.map(({ path, keys }) => {
    const parent = inside(known, path) as Fields;
    const fields = keys.map((key) => [key, parent[key]] as const);
    for (const key of keys) delete parent[key];
    return { path, fields: Object.fromEntries(fields) };
  });
  const output = readable(schema, known);
  for (const { path, fields } of taken) {
    const parent = inside(output, path);
    if (isObject(parent)) parent[unknownFields] = fields;
  }
  return output;
};

/** What is to be stored, with the fields that a newer version had written. */
export const whole = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(whole);
  if (!isObject(value)) return value;
  const known = Object.entries(value).map(([key, field]) => [key, whole(field)]);
  return { ...(value[unknownFields] as Fields | undefined), ...Object.fromEntries(known) };
};

/** What is to be written, as its schema reads it, so that nothing is written that could not be read. */
export const writable = <T extends z.ZodType>(schema: T, value: z.output<T>): z.output<T> =>
  readable(schema, whole(value));
