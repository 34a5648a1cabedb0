import type { Council } from '../../schemas/council.ts';
import { wordsIn } from '../../templates/glossary.ts';
import type { SiteResponse } from './site.ts';

const place = '<!-- words -->';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The text of a page's own part, without marks. */
const textOf = (html: string): string =>
  (/<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** A public page that explains the council's own words where they stand: once, at its end, without a script; whatever is no page stays as it is. */
export const explainingWords = (council: Council | undefined, response: SiteResponse): SiteResponse => {
  if (council?.glossary === undefined || !response.body.includes(place)) return response;
  // The page of help explains them all.
  const words = response.body.includes('id="words"') ? [] : wordsIn(textOf(response.body), council.glossary);
  if (words.length === 0) return response;
  const listed = words.map(({ term, meaning }) => `<dt>${escaped(term)}</dt><dd>${escaped(meaning)}</dd>`).join('');
  const spoken = response.body.includes('<html lang="en-GB"') ? '' : ' lang="en-GB" dir="ltr"';
  return {
    ...response,
    body: response.body.replace(
      place,
      () =>
        `<details class="govuk-details"${spoken}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">What the words on this page mean</span></summary><div class="govuk-details__text"><dl class="careway-words">${listed}</dl></div></details>`,
    ),
  };
};
