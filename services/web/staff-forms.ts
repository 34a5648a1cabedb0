import type * as z from 'zod';
import { problemsOf } from '../../schemas/answers.ts';
import { problems } from '../runtime/problems.ts';
import { expectMediaType, type SiteRequest, type SiteResponse } from './site.ts';

const formType = 'application/x-www-form-urlencoded';

/** Whether the caller reads pages. A program asks for JSON, or for anything. */
export const wantsPage = ({ headers }: Pick<SiteRequest, 'headers'>): boolean =>
  (headers['accept'] ?? '').includes('text/html');

/** Whether a form of a page was sent, and not the body of a program. */
export const isForm = ({ headers }: Pick<SiteRequest, 'headers'>): boolean =>
  (headers['content-type'] ?? '').toLowerCase().startsWith(formType);

/** The fields of a form that was sent. @throws Problem 415 */
export const formOf = (request: Pick<SiteRequest, 'headers' | 'body'>): URLSearchParams => {
  expectMediaType(request, formType);
  return new URLSearchParams(request.body);
};

/**
 * The fields of a form, as the JSON body that they stand for. The field that proves where the form came from is left out.
 *
 * @throws Problem 415, or 400 with every problem at once
 */
export const fieldsIn = <Schema extends z.ZodType>(
  request: Pick<SiteRequest, 'headers' | 'body'>,
  schema: Schema,
): z.output<Schema> => {
  const { csrf: _shown, ...fields } = Object.fromEntries(formOf(request));
  const parsed = schema.safeParse(fields);
  if (!parsed.success) throw problems.invalid(problemsOf(parsed.error));
  return parsed.data;
};

/**
 * After a form has done its work: the page to see next, by GET, so that loading it again sends nothing.
 *
 * @param path of this site, with its own query perhaps
 * @param done the code of the sentence that the page then says (`templates/staff/done.ts`)
 */
export const seeOther = (path: string, done?: string): SiteResponse => {
  const location = done === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}done=${done}`;
  return {
    status: 303,
    type: 'text/plain; charset=utf-8',
    body: '',
    headers: { location, 'cache-control': 'no-store' },
  };
};
