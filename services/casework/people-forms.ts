import type * as z from 'zod';
import { problemsOf } from '../../schemas/answers.ts';
import { asTyped } from '../../schemas/typed-text.ts';
import { problems } from '../runtime/problems.ts';
import { jsonBody, type StaffRequest } from '../web/site.ts';
import { formOf, isForm } from '../web/staff-forms.ts';

/** The fields of a form as the JSON body of the same call would have them. */
type Shaped = Readonly<Record<string, unknown>>;

/** A day that was typed into three boxes, as text that a schema judges; nothing where all are empty. */
const dayOf = (form: URLSearchParams, name: string): string | undefined => {
  const part = (of: string, width: number) => asTyped(form.get(`${name}-${of}`) ?? '').padStart(width, '0');
  const [year, month, day] = [part('year', 4), part('month', 2), part('day', 2)];
  return [year, month, day].every((one) => Number(one) === 0) ? undefined : `${year}-${month}-${day}`;
};

const filled = (form: URLSearchParams, name: string): string | undefined => asTyped(form.get(name) ?? '') || undefined;

/** An absence as it was typed. */
export const absenceTyped = (form: URLSearchParams): Shaped => {
  const [from, to, cover, was] = [dayOf(form, 'from'), dayOf(form, 'to'), filled(form, 'cover'), filled(form, 'was')];
  return { ...(from && { from }), ...(to && { to }), ...(cover && { cover }), ...(was && { was }) };
};

/** A weekly amount in pounds as pence; what is no amount stays text, which the schema refuses. */
const penceOf = (typed: string | undefined): unknown => {
  if (typed === undefined) return null;
  const plain = typed.replaceAll(/[£,\s]/g, '');
  return /^\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : typed;
};

/** A member of staff as they were typed. */
export const personTyped = (form: URLSearchParams): Shaped => ({
  name: form.get('name') ?? '',
  email: form.get('email') ?? '',
  roles: form.getAll('roles'),
  teams: (form.get('teams') ?? '')
    .split(',')
    .map(asTyped)
    .filter((team) => team !== ''),
  manager: filled(form, 'manager') ?? null,
  weeklyLimit: penceOf(filled(form, 'weeklyLimit')),
});

/** A choice of mail as it was made. */
export const preferenceTyped = (form: URLSearchParams): Shaped => ({
  prefersDigest: form.get('prefersDigest') === 'yes',
});

/** The end of an absence, or leaving, as a button says it. */
export const endTyped = (form: URLSearchParams): Shaped => ({ from: form.get('from') ?? '' });
export const leaveTyped = (form: URLSearchParams): Shaped => ({ left: form.get('left') === 'yes' });

/** What a call was sent, by a form or as JSON, judged by the one schema. @throws Problem 400, 413, 415 */
export const bodyOf = <Schema extends z.ZodType>(
  request: StaffRequest,
  schema: Schema,
  typed: (form: URLSearchParams) => Shaped,
): z.output<Schema> => {
  if (!isForm(request)) return jsonBody(request, schema);
  const parsed = schema.safeParse(typed(formOf(request)));
  if (!parsed.success) throw problems.invalid(problemsOf(parsed.error));
  return parsed.data;
};

/** Where a form about an absence came from: one's own page, or the manager's. */
export const absencePlace = (request: StaffRequest, id: string): string => {
  const isOwn = isForm(request) && formOf(request).get('page') === 'me';
  return isOwn
    ? `/${request.council.slug}/staff/me`
    : `/${request.council.slug}/staff/people/${encodeURIComponent(id)}`;
};
