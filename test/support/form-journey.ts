import { completeAnswers } from '../../local/demo/example-answers.ts';
import type { Answer, Answers } from '../../schemas/form-conditions.ts';
import { type Column, type Form, type Question, questionsOf } from '../../schemas/form-language.ts';
import type { Browser } from './browser-client.ts';

/** The fields of a page that give these answers, as a browser would send them. */
export const fieldsOf = (form: Form, answers: Answers): [string, string][] =>
  questionsOf(form).flatMap(({ question }) => fieldsOfOne(question, question.id, answers[question.id]));

const fieldsOfOne = (asked: Question | Column, name: string, answer: Answer | undefined): [string, string][] => {
  if (answer === undefined) return [];
  if (Array.isArray(answer)) {
    return answer.flatMap((item, row): [string, string][] => {
      if (typeof item === 'string') return [[name, item]];
      const columns = asked.type === 'table' ? asked.columns : [];
      return columns.flatMap((column) => fieldsOfOne(column, `${name}[${row}].${column.id}`, item[column.id]));
    });
  }
  if (asked.type === 'date') {
    const [year = '', month = '', day = ''] = String(answer).split('-');
    return [
      [`${name}.day`, day],
      [`${name}.month`, month],
      [`${name}.year`, year],
    ];
  }
  return [[name, asked.type === 'money' ? (Number(answer) / 100).toFixed(2) : String(answer)]];
};

/** Begins a form. */
export const begin = async (browser: Browser, form: Form, council = 'leicestershire'): Promise<void> => {
  await browser.open(`/${council}/forms/${form.id}`);
  await browser.press('Start now');
};

/**
 * Answers page after page, as the form leads, until all answers stand to be checked. Between the parts it goes by the list of parts.
 *
 * @returns how many pages were answered
 */
export const fillIn = async (browser: Browser, form: Form, overrides: Answers = {}): Promise<number> => {
  const fields = fieldsOf(form, completeAnswers(form, overrides));
  for (let pages = 0; pages < 250; ) {
    const { path, heading, status } = browser.page;
    if (path.endsWith('/draft/check')) return pages;
    if (path.includes('/draft/pages/')) {
      browser.set(fields);
      const after = await browser.press('Continue');
      pages += 1;
      if (after.status !== 200 || after.errors.length > 0)
        throw new Error(`${path} answered ${after.status}: ${after.errors.join('; ')}`);
      continue;
    }
    if (!path.endsWith('/draft')) throw new Error(`Led to “${heading}” (${path}, ${status})`);
    const next =
      /<a class="[^"]*govuk-task-list__link[^"]*" href="([^"]+)"[^>]*>(?:(?!<\/li>)[\s\S])*?(?:Not yet started|In progress)/.exec(
        browser.page.html,
      )?.[1];
    await browser.open(next ?? path.replace(/draft$/, 'draft/check'));
  }
  throw new Error('The form never ends');
};
