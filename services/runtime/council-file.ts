import * as z from 'zod';
import { fieldName } from '../../schemas/posted-fields.ts';
import { CarewayError } from './errors.ts';

/** What stands in a file, short enough for a line. */
const shown = (value: unknown): string => {
  if (value === undefined) return 'it is missing';
  const text = JSON.stringify(value);
  return `it is ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`;
};

const listed = (all: readonly unknown[]): string =>
  all.map((one) => (typeof one === 'string' ? `"${one}"` : String(one))).join(', ');

/** What a kind of value is called by whoever writes a file. */
const kinds: Readonly<Record<string, string>> = {
  string: 'text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  tuple: 'a list in [ ]',
  object: 'fields in { }',
  record: 'fields in { }',
  map: 'fields in { }',
};

/** The fields that an object may have, by its schema. */
const fieldsOf = (inst: unknown): readonly string[] =>
  inst instanceof z.ZodObject ? Object.keys(inst.shape as object) : [];

const sized = (origin: string, what: string, many: string): string =>
  origin === 'array' || origin === 'set'
    ? `Give a list of ${many}`
    : origin === 'string'
      ? `Give text of ${many}`
      : what;
const counted = (count: number | bigint, origin: string): string =>
  origin === 'string' ? `${count} ${count === 1 || count === 1n ? 'character' : 'characters'}` : String(count);

/**
 * What is allowed where a schema of ours does not say it itself, as a sentence.
 *
 * @returns nothing for what only a schema can say
 */
const allowed = (issue: z.core.$ZodRawIssue): string | undefined => {
  switch (issue.code) {
    case 'invalid_type': {
      const fields = fieldsOf(issue.inst);
      return `Give ${kinds[issue.expected] ?? issue.expected}${fields.length > 0 ? ` with ${fields.join(', ')}` : ''}`;
    }
    case 'invalid_value':
      return issue.values.length === 1
        ? `Give ${listed(issue.values)}, or leave it out`
        : `Give one of ${listed(issue.values)}`;
    case 'too_small': {
      const least = counted(issue.minimum, issue.origin);
      return sized(issue.origin, `Give a number of ${least} or more`, `at least ${least}`);
    }
    case 'too_big': {
      const most = counted(issue.maximum, issue.origin);
      return sized(issue.origin, `Give a number of ${most} or less`, `at most ${most}`);
    }
    case 'invalid_format':
      if (issue.format === 'email') return 'Give an email address, such as care@rutland.example';
      if (issue.format === 'url') return 'Give a web address that begins with https://';
      return issue.format === 'regex' ? `Give text that is like ${issue.pattern}` : undefined;
    case 'unrecognized_keys': {
      const fields = fieldsOf(issue.inst);
      return `There is no field ${issue.keys.join(', ')} here${fields.length > 0 ? `: there are ${fields.join(', ')}` : ''}`;
    }
    case 'invalid_key': {
      const [of] = issue.issues;
      return of?.code === 'invalid_value'
        ? `There is no field of this name here: there are ${of.values.join(', ')}`
        : undefined;
    }
    case 'invalid_union': {
      if (Array.isArray(issue['options'])) return `Give one of ${listed(issue['options'])}`;
      const ways = new Set(
        issue.errors.map((faults) =>
          faults.map(({ path, message }) => [fieldName(path), message].filter(Boolean).join(': ')).join('; '),
        ),
      );
      return ways.size > 0 ? `Put right one of these: ${[...ways].join('. Or: ')}` : undefined;
    }
    default:
      return undefined;
  }
};

/**
 * The data of a file in `councils/`, by its schema.
 *
 * @param file its path in the project, by which whoever wrote it finds it
 * @param within the field of the file in which the data stands, where it is a part of it
 * @throws WrongCouncilFile, a line for each fault: the file, the field, what is allowed and what stands there
 */
export const readCouncilFile = <Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  data: unknown,
  within: readonly string[] = [],
): z.output<Schema> => {
  const parsed = schema.safeParse(data, { reportInput: true, error: allowed });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message, input, code }) => {
    const field = fieldName([...within, ...path]);
    // What stands there is the whole object, where a field of it is one too many.
    return `${file}: ${field ? `${field}: ` : ''}${message}${code === 'unrecognized_keys' ? '' : ` (${shown(input)})`}`;
  });
  throw new CarewayError('WrongCouncilFile', faults.join('\n'));
};
