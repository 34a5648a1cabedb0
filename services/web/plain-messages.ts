import * as z from 'zod';

const sized: Readonly<Record<string, (limit: number | bigint, side: 'fewer' | 'more') => string>> = {
  string: (limit, side) => `Use ${limit} characters or ${side}`,
  array: (limit, side) => `Give ${limit} or ${side}`,
};

const kinds: Readonly<Record<string, string>> = {
  string: 'Enter this as text',
  number: 'Enter this as a number',
  int: 'Enter this as a whole number',
  boolean: 'Answer this with true or false',
  array: 'Give this as a list',
  object: 'Give this as an object, with a field for each part',
};

const formats: Readonly<Record<string, string>> = {
  date: 'Enter a real date, such as 2026-11-21',
  email: 'Enter an email address like name@example.com',
  url: 'Enter a web address, such as https://www.nhs.uk',
};

const other = 'Enter this in the way that is asked for';

/** A sentence for a fault that the schema itself has no words for. */
const sentence = (issue: z.core.$ZodRawIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'Enter an answer here' : (kinds[issue.expected] ?? other);
    case 'invalid_value':
      return `Choose one of these: ${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return sized[issue.origin]?.(issue.maximum, 'fewer') ?? `Enter ${issue.maximum} or less`;
    case 'too_small':
      return sized[issue.origin]?.(issue.minimum, 'more') ?? `Enter ${issue.minimum} or more`;
    case 'invalid_format':
      return formats[issue.format] ?? other;
    case 'unrecognized_keys':
      return `There is no field called “${issue.keys.join('”, “')}” here. Check its spelling, or leave it out`;
    default:
      return other;
  }
};

/**
 * Has zod say every fault in plain English, in the whole process: people and staff read these messages. A schema's own words go
 * first, so these are only for what it has none for.
 *
 * @see zod, "Customizing errors": `z.config({ customError })`
 */
export const speakPlainly = (): void => {
  z.config({ customError: sentence });
};
