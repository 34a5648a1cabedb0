import * as z from 'zod';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readAnswers } from '../../schemas/answers.ts';
import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { Form } from '../../schemas/form-language.ts';
import { readFormBody } from '../../templates/pages/form-values.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { jsonBody, type SiteRequest } from '../web/site.ts';
import { formOf, isForm } from '../web/staff-forms.ts';

/**
 * The answers to a short list that came as JSON or by its page.
 *
 * @throws Problem 413, 415, or 400 with every problem at once
 */
export const actionAnswers = <List extends Form>(
  { clock }: Pick<Deps, 'clock'>,
  request: SiteRequest,
  list: List,
): AnswersOf<List> => {
  const given = isForm(request)
    ? readFormBody(list, formOf(request).toString()).answers
    : jsonBody(request, z.unknown());
  const read = readAnswers(list, () => londonDate(clock.now()), given);
  if (read.outcome !== 'complete') throw problems.invalid(read.outcome === 'problems' ? read.problems : []);
  // What has passed the list is its answers.
  return read.answers as AnswersOf<List>;
};
