import type { Council } from '../../schemas/council.ts';
import { pageOf } from '../../schemas/page-feedback.ts';
import type { SiteResponse } from './site.ts';

const place = '<!-- feedback -->';

/**
 * A public page with the way to say what is wrong with it, in a new tab, so that what was typed is not lost; whatever is no page of a council stays as it is.
 *
 * @param pattern the page's path among the routes, which says nothing of anyone
 */
export const askingForFeedback = (
  council: Council | undefined,
  pattern: string | undefined,
  params: Readonly<Record<string, string>>,
  response: SiteResponse,
): SiteResponse => {
  if (council === undefined || pattern === undefined || !response.type.startsWith('text/html')) return response;
  const about = pageOf(pattern, params);
  if (about === '/feedback') return response;
  const href = `/${council.slug}/feedback${about === '' ? '' : `?about=${encodeURIComponent(about)}`}`;
  // Said in English, also on a page in another language.
  const spoken = response.body.includes('<html lang="en-GB"') ? '' : ' lang="en-GB" dir="ltr"';
  const link = `<p${spoken} class="govuk-body-s"><a class="govuk-link govuk-link--text-colour" href="${href}" target="_blank" rel="noopener">Is anything wrong with this page? (opens in new tab)</a></p>`;
  return { ...response, body: response.body.replace(place, link) };
};
