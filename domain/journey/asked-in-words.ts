import type { Form } from '../../schemas/form-language.ts';
import { questionsOf } from '../../schemas/form-language.ts';
import { query } from '../../schemas/forms/query.ts';
import { reviewForAnother } from '../../schemas/forms/review-for-another.ts';
import { reviewRequest } from '../../schemas/forms/review-request.ts';
import { change, reviewDisagreement } from '../../schemas/forms/tell-us.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import { inWords } from '../forms/forms.ts';

const reasons = ['reviewReasons', 'requestDetail', 'requestUrgentWhy'];

/** What people may send that leads to a review or to a new assessment, with the answers that say why. */
const asking: readonly (readonly [Form, readonly string[]])[] = [
  [reviewRequest, reasons],
  [reviewForAnother, ['organisation', ...reasons]],
  [change, ['changed', 'changeDetail']],
  [query, ['question', 'whyWrong']],
  [reviewDisagreement, ['reviewWrong']],
];

/**
 * What somebody wrote themselves where a piece of work answered their request, so that it reaches whoever acts on it after the one who decided.
 *
 * @param cause what a decision on the request brought about, by a name that ends with the request's own mark
 */
export const askedInWords = (cause: string, records: readonly CaseRecord[]): string[] =>
  records.flatMap((record) => {
    if (record.kind !== 'request' || !cause.endsWith(`-${record.id.replace('case.request-', '')}`)) return [];
    const [form, ids] = asking.find(([{ id }]) => id === record.list) ?? [];
    if (form === undefined || ids === undefined) return [];
    return questionsOf(form).flatMap(({ question }) =>
      ids.includes(question.id) && record.answers[question.id] !== undefined
        ? [`${question.name}: ${inWords(question, record.answers[question.id]).join('; ')}`]
        : [],
    );
  });
