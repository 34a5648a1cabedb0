import * as z from 'zod';
import { usualMaxFiles } from './documents.ts';
import type { Column, Question } from './form-language.ts';
import { msg, saidWith, say } from './say.ts';
import { asTyped, asTypedEmail, asTypedName } from './typed-text.ts';

/** Answers where a calendar day matters (a birthday, "not in the future") are judged against this day, Europe/London. */
export type Today = () => string;

/** Characters that a long answer may have where its question does not say. */
export const longLimit = 5000;

const postcodeShape = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;
const phoneShape = /^(?:(?:0[1-9]\d{8,9})+|(?:\+|00)[1-9]\d{7,14})$/;
const ninoShape = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/;

/** Runs of digits as people write a telephone number, with brackets, dots, and dashes of any kind between. */
const phoneRuns = /\+?[\d(](?:[\s().\p{Pd}]*\d)+/gu;
/** What dials Relay UK before a number, for who types instead of speaking. */
const relay = /^1800[12]/;

/**
 * Whether a text holds a telephone number: one, or several, with a relay prefix, an extension or words about when to ring.
 * `18001 01632 960001`, `01632 960001 ext 12`, `01632 960001 or 07700 900001, after 6`.
 */
const holdsPhone = (text: string): boolean =>
  (text.match(phoneRuns) ?? []).some((run) => {
    const digits = run.replace('(0)', '').replace(/[\s().\p{Pd}]/gu, '');
    return phoneShape.test(digits) || phoneShape.test(digits.replace(relay, ''));
  });

/** What a question is called to whoever types: “Helper’s phone number” of the record is “Your phone number” to the helper. */
export const nameToTypist = (asked: Question | Column): string =>
  'about' in asked && asked.about === 'typist' ? asked.name.replace(/^(\u{E000}?)Helper’s/u, '$1Your') : asked.name;

/**
 * Whether ten digits are an NHS number: the tenth checks the other nine (modulus 11; a check value of 10 is never issued).
 *
 * @see NHS Data Dictionary, NHS NUMBER
 */
export const isNhsNumber = (digits: string): boolean => {
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
};

/**
 * An answer in the form in which it is checked and stored: no space around it, one way to write a postcode, an NHS number and a
 * National Insurance number, and `undefined` for what is as good as nothing (an empty box, no tick, an empty row).
 */
export const tidied = (asked: Question | Column, raw: unknown): unknown => {
  if (raw === null) return undefined;
  if (typeof raw === 'string') return tidiedText(asked, raw) || undefined;
  if (!Array.isArray(raw)) return raw;
  if (asked.type === 'table') {
    const rows = raw.map((row) => tidiedRow(asked.columns, row)).filter((row) => row !== undefined);
    return rows.length === 0 ? undefined : rows;
  }
  const values = [...new Set(raw.filter((value) => value !== '' && value !== null))];
  return values.length === 0 ? undefined : values;
};

const tidiedRow = (columns: Column[], row: unknown): unknown => {
  if (row === null || row === undefined) return undefined;
  if (typeof row !== 'object') return row;
  const cells = Object.entries(row)
    .map(([key, cell]) => {
      const column = columns.find(({ id }) => id === key);
      return [key, column === undefined ? cell : tidied(column, cell)] as const;
    })
    .filter(([, cell]) => cell !== undefined);
  return cells.length === 0 ? undefined : Object.fromEntries(cells);
};

/** Whether an answer is somebody's name: what a form calls one, and what is signed with it. */
const isName = ({ id, type }: Question | Column): boolean =>
  type === 'sign' || (type === 'text' && /(?:^n|N)ame$/.test(id));

const tidiedText = (asked: Question | Column, raw: string): string => {
  const { type } = asked;
  if (type === 'email') return asTypedEmail(raw);
  const text = isName(asked) ? asTypedName(raw) : asTyped(raw);
  const close = () => text.replace(/[\s-]/g, '').toUpperCase();
  if (type === 'postcode') return postcodeShape.test(close()) ? close().replace(postcodeShape, '$1 $2') : text;
  if (type === 'nhsno' || type === 'nino') return close();
  return type === 'long' ? text : text.replace(/\s+/g, ' ');
};

const missingParts = (date: string): string[] => {
  const parts = /^(\d*)-(\d*)-(\d*)$/.exec(date);
  if (parts === null) return [];
  return ['year', 'month', 'day'].filter((_, index) => parts[index + 1] === '').reverse();
};

/** By the parts that are missing. */
const withoutParts: Readonly<Record<string, string>> = {
  day: msg`{1} must include a day`,
  month: msg`{1} must include a month`,
  year: msg`{1} must include a year`,
  'day month': msg`{1} must include a day and a month`,
  'day year': msg`{1} must include a day and a year`,
  'month year': msg`{1} must include a month and a year`,
  'day month year': msg`{1} must include a day, a month and a year`,
};

const dateSchema = (asked: Extract<Column, { type: 'date' }>, today: Today): z.ZodType => {
  const { error, range, minimumAge } = asked;
  const name = nameToTypist(asked);
  const whole = z.iso.date({
    error: ({ input }) => {
      if (typeof input !== 'string') return error;
      const parts = missingParts(input);
      if (parts.length > 0) return saidWith(withoutParts[parts.join(' ')] ?? '{1} must be a real date', name);
      return /^(?:\d{1,3}|\d{5,})-/.test(input)
        ? say`${name}: year must include 4 numbers`
        : say`${name} must be a real date`;
    },
  });
  return whole.check((payload) => {
    // A text that is no date at all has been told so already.
    if (payload.issues.length > 0) return;
    const date = payload.value;
    const now = today();
    const fail = (message: string) => payload.issues.push({ code: 'custom', input: date, message });
    if (date < '1900-01-01') fail(say`${name} must be in 1900 or later`);
    else if (range === 'past' && date >= now) fail(say`${name} must be in the past`);
    else if (range === 'past-or-today' && date > now) fail(say`${name} must be today or in the past`);
    else if (range === 'today-or-future' && date < now) fail(say`${name} must be today or in the future`);
    // Somebody born on 29 February turns 18 on 1 March of a year without one; comparing the text says the same.
    else if (minimumAge !== undefined && date > yearsBefore(now, minimumAge.years)) fail(minimumAge.error);
  });
};

/**
 * The days that come before the day which they may not come before, each with how to put it right; of the questions of a list or the columns of a
 * row. A day that is no date has been told so already.
 */
export const datesOutOfOrder = (
  asked: readonly (Question | Column)[],
  answers: Readonly<Record<string, unknown>>,
): { id: string; message: string }[] =>
  asked.flatMap((one) => {
    if (one.type !== 'date' || one.notBefore === undefined) return [];
    const [day, first] = [answers[one.id], answers[one.notBefore]];
    if (typeof day !== 'string' || typeof first !== 'string' || day >= first) return [];
    const name = asked.find(({ id }) => id === one.notBefore)?.name ?? 'The day given before';
    return [
      {
        id: one.id,
        message: say`${one.name} must be the same as or after ${name.charAt(0).toLowerCase()}${name.slice(1)}. Check the year of both`,
      },
    ];
  });

const yearsBefore = (date: string, years: number): string =>
  `${String(Number(date.slice(0, 4)) - years).padStart(4, '0')}${date.slice(4)}`;

const numberSchema = (error: string, name: string, min: number, max: number): z.ZodType =>
  z
    .int({ error: ({ input }) => (input === undefined ? error : say`${name} must be a whole number`) })
    .min(min, say`${name} must be ${min} or more`)
    .max(max, say`${name} must be ${max} or less`);

/** The schema of one answer, already tidied: every fault says in a sentence how to put it right. */
export const kindSchema = (asked: Question | Column, today: Today): z.ZodType => {
  const { error } = asked;
  const name = nameToTypist(asked);
  const text = (max: number) =>
    z
      .string({ error: ({ input }) => (input === undefined ? error : say`${name} must be text`) })
      .max(max, say`Shorten “${name}” to ${max.toLocaleString('en-GB')} characters or fewer`);
  const shaped = (test: (value: string) => boolean, message: string) => text(40).refine(test, message);

  switch (asked.type) {
    case 'text':
      return text(asked.maxLength ?? 200);
    case 'long':
      return text(asked.maxLength ?? longLimit);
    case 'sign':
      return text(200);
    case 'date':
      return dateSchema(asked, today);
    case 'yesno':
      return z.enum(['yes', 'no'], { error });
    case 'choice':
      return z.enum(
        asked.options.map(({ value }) => value),
        { error },
      );
    case 'num':
      return numberSchema(error, name, asked.min, asked.max);
    case 'money':
      return z
        .int({
          error: ({ input }) => (input === undefined ? error : say`${name} must be an amount of money, like 41.55`),
        })
        .min(0, say`${name} must be £0 or more`)
        .max(9_999_999_999, say`${name} must be less than £100 million`);
    case 'email':
      return z
        .email({ error: ({ input }) => (input === undefined ? error : say`${name} must be like name@example.com`) })
        .max(254, say`Shorten “${name}” to 254 characters or fewer`);
    case 'phone':
      return text(100).refine(holdsPhone, say`${name} must be like 01632 960 001 or +44 808 157 0192`);
    case 'postcode':
      return shaped(
        (value) => postcodeShape.test(value.replace(' ', '')),
        say`${name} must be a full UK postcode, like AA3 1AB`,
      );
    case 'nhsno':
      return shaped(isNhsNumber, say`${name} must be a real 10 digit NHS number, like 943 476 5919`);
    case 'nino':
      return shaped((value) => ninoShape.test(value), say`${name} must be like QQ 12 34 56 C`);
    case 'multi':
      return multiSchema(asked);
    case 'file':
      return z
        .array(z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, say`${name}: upload the document again`), { error })
        .min(1, error)
        .max(
          asked.maxFiles ?? usualMaxFiles,
          say`You can only upload up to ${asked.maxFiles ?? usualMaxFiles} documents`,
        );
    case 'table':
      return z
        .array(rowSchema(asked.columns, asked.row, today), {
          error: ({ input }) => (input === undefined ? error : say`${name} must be a list`),
        })
        .min(1, error)
        .max(asked.maxRows ?? 20, say`${name}: give ${asked.maxRows ?? 20} or fewer`);
  }
};

const multiSchema = (asked: Extract<Question, { type: 'multi' }>): z.ZodType => {
  const { alone, error } = asked;
  const values = z
    .array(
      z.enum(
        asked.options.map(({ value }) => value),
        { error },
      ),
      { error },
    )
    .min(1, error)
    .max(asked.options.length, error);
  if (alone === undefined) return values;
  const label = asked.options.find(({ value }) => value === alone)?.label ?? alone;
  return values.refine(
    (given) => given.length === 1 || !given.includes(alone),
    say`Select either “${label}” or something else, and not both`,
  );
};

const rowSchema = (columns: Column[], row: string, today: Today): z.ZodType => {
  const cells = z.strictObject(
    Object.fromEntries(
      columns.map((column) => {
        const cell = kindSchema(column, today).meta({ title: column.name, description: column.label });
        return [column.id, column.optional ? cell.optional() : cell];
      }),
    ),
    { error: ({ code }) => (code === 'invalid_type' ? say`Give the details of each ${row}` : undefined) },
  );
  return cells.check((payload) => {
    for (const { id, message } of datesOutOfOrder(columns, payload.value)) {
      payload.issues.push({ code: 'custom', input: payload.value[id], path: [id], message });
    }
  });
};
