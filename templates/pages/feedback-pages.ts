import type { Problem } from '../../schemas/answers.ts';
import type { Council } from '../../schemas/council.ts';
import { mostWords } from '../../schemas/page-feedback.ts';
import { render } from '../environment.ts';
import { siteOf } from './pages.ts';

type Of = { readonly council: Council };

/** What somebody has typed of a page so far. `key` is the page's own, so that a double click sends once. */
export type FeedbackTyped = {
  readonly about: string;
  readonly useful: string;
  readonly words: string;
  readonly key: string;
};

/** The form about a page, for the first time or again with what was typed and what is wrong with it. */
export const feedbackPage = ({
  council,
  typed,
  problems,
}: Of & { typed: FeedbackTyped; problems: readonly Problem[] }): string =>
  render('pages/feedback.njk', {
    site: siteOf(council),
    title: problems.length > 0 ? 'Error: Was the page useful?' : 'Was the page useful?',
    typed,
    most: mostWords,
    errors: problems.map(({ field, message }) => ({ text: message, href: field === '' ? '' : `#${field}` })),
    errorOf: Object.fromEntries(problems.map(({ field, message }) => [field, { text: message }])),
    keepDays: council.feedback.keepDays,
  });

/** What is said once it was sent. */
export const feedbackSentPage = ({ council }: Of): string =>
  render('pages/feedback-sent.njk', { site: siteOf(council), title: 'Thank you' });
