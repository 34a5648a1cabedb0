import type * as z from 'zod';
import { problemsOf } from '../../schemas/answers.ts';
import { asTyped } from '../../schemas/typed-text.ts';
import type { Done } from '../../templates/staff/done.ts';
import { Problem } from '../runtime/errors.ts';
import { problems } from '../runtime/problems.ts';
import { json, jsonBody, type SiteResponse, type StaffRequest } from '../web/site.ts';
import { formOf, isForm, seeOther } from '../web/staff-forms.ts';

/** Fields of every form that are not what it is about. */
const ofTheForm = ['csrf', 'back'];

/** A date as its three fields give it; what is no date is left as it was typed, for the schema to refuse. */
const dateOf = (form: URLSearchParams, name: string): string | undefined => {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    asTyped(form.get(`${name}-${part}`) ?? ''),
  );
  if (`${day}${month}${year}` === '') return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** What a form says, one value a field; a date of three fields is one value. A field that was left empty is left out. */
export const valuesOf = (form: URLSearchParams): Record<string, string> => {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    const [, date] = /^(.+)-(?:day|month|year)$/.exec(name) ?? [];
    const given = date === undefined ? value : dateOf(form, date);
    if (!ofTheForm.includes(name) && given !== undefined && asTyped(given) !== '') values[date ?? name] = given;
  }
  return values;
};

/**
 * What was sent, by a form of a page or as JSON, checked by one schema.
 *
 * @param read makes the body from a form that has more than one value a field
 * @throws Problem 400 with everything that is wrong, 415
 */
export const sent = <Schema extends z.ZodType>(
  request: StaffRequest,
  schema: Schema,
  read: (form: URLSearchParams) => unknown = valuesOf,
): z.output<Schema> => {
  if (!isForm(request)) return jsonBody(request, schema);
  const parsed = schema.safeParse(read(formOf(request)));
  if (!parsed.success) throw problems.invalid(problemsOf(parsed.error));
  return parsed.data;
};

/** The page that a form was sent from, where it is one of this council's staff site; otherwise their work. */
export const backOf = (request: StaffRequest, otherwise?: string): string => {
  const own = `/${request.council.slug}/staff/`;
  const back = isForm(request) ? (formOf(request).get('back') ?? '') : '';
  const isOurs = back.startsWith(own) && !/[\\\s]|\/\//.test(back);
  return isOurs ? back.replace(/([?&])done=[\w-]*&?/, '$1').replace(/[?&]$/, '') : (otherwise ?? `${own}tasks`);
};

/** The answer to what was done: to a program what it has become, to a form the page that it came from, which says so. */
export const answered = <Schema extends z.ZodType>(
  request: StaffRequest,
  schema: Schema,
  value: z.input<Schema>,
  done: Done,
  to = backOf(request),
): SiteResponse => (isForm(request) ? seeOther(to, done) : json(200, schema, value));

/** What was wrong with a form, for its page to say; anything else is a problem as it is. @throws whatever else was thrown */
export const wrongOf = (request: StaffRequest, error: unknown): readonly { field: string; message: string }[] => {
  if (error instanceof Problem && error.details.status === 400 && error.details.errors && isForm(request)) {
    return error.details.errors;
  }
  throw error;
};
