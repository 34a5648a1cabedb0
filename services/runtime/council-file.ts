import type * as z from 'zod';
import { fieldName } from '../../schemas/posted-fields.ts';
import { CarewayError } from './errors.ts';

/** What stands in a file, short enough for a line. */
const shown = (value: unknown): string => {
  if (value === undefined) return 'it is missing';
  const text = JSON.stringify(value);
  return `it is ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`;
};

/**
 * The data of a file in `councils/`, by its schema.
 *
 * @param file its path in the project, by which whoever wrote it finds it
 * @throws WrongCouncilFile, a line for each fault: the file, the field, what is allowed and what stands there
 */
export const readCouncilFile = <Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  data: unknown,
): z.output<Schema> => {
  const parsed = schema.safeParse(data, { reportInput: true });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message, input, code }) => {
    const field = fieldName(path);
    // What stands there is the whole object, where a field of it is one too many.
    return `${file}: ${field ? `${field}: ` : ''}${message}${code === 'unrecognized_keys' ? '' : ` (${shown(input)})`}`;
  });
  throw new CarewayError('WrongCouncilFile', faults.join('\n'));
};
