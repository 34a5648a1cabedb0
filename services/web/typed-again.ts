import type { ProblemDetails } from '../runtime/errors.ts';
import { isFromOtherSite } from './own-requests.ts';
import type { SiteRequest } from './site.ts';
import { isForm } from './staff-forms.ts';

/** A form that was sent in vain, as a page carries it on: every field of it, and what of it says something to a person. */
export type TypedAgain = {
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly words: readonly string[];
  /** Whether the same may be taken later. */
  readonly maySend: boolean;
};

/** Refusals that are nobody's mistake: the same may be sent again. */
const passing = [429, 500, 503];

/** Fields that say nothing to a person: marks of forms, keys, versions. */
const marks = ['csrf', 'version', 'key', 'seen', 'submissionKey', 'back', 'tasks', 'nth', 'page', 'was'];

/**
 * What a form brought that could not be taken, so that the page which says so loses none of it. Made from the request alone: neither the table nor a
 * session need be there. Its marks go with it and are checked when it is sent again, and what another site sends is never put on a page of ours.
 */
export const typedAgain = (
  request: SiteRequest & { readonly method: string },
  { status }: Pick<ProblemDetails, 'status'>,
  siteUrl: string,
): TypedAgain | undefined => {
  if (request.method !== 'POST' || !isForm(request) || [401, 404, 413, 415].includes(status)) return undefined;
  if (isFromOtherSite(request, siteUrl)) return undefined;
  const fields = [...new URLSearchParams(request.body)].map(([name, value]) => ({ name, value }));
  const words = fields.filter(({ name, value }) => !marks.includes(name) && /\p{L}|\d{5}/u.test(value));
  if (words.length === 0) return undefined;
  const query = new URLSearchParams(request.query).toString();
  const action = query === '' ? request.path : `${request.path}?${query}`;
  return { action, fields, words: words.map(({ value }) => value), maySend: passing.includes(status) };
};
