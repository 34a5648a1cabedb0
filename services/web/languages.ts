import type { Call } from '../../schemas/routes.ts';
import { marked, type Reader, type Spoken, unmarked } from '../../schemas/say.ts';
import { inEasyLines } from '../../templates/easy-lines.ts';
import type { Deps } from '../deps.ts';
import { answering } from '../runtime/readers.ts';
import { cookieHeader, cookieIn } from './cookies.ts';
import type { SiteRequest, SiteResponse } from './site.ts';

/**
 * The calls whose pages can be read in each language of the council: a form from its front page to its confirmation, and the way to a case and what
 * stands there at a glance. What a record says stays as it was written, and says that it is English.
 */
const translatedCalls: ReadonlySet<string> = new Set<Call<'public'>>([
  'show-start',
  'show-form',
  'begin-form',
  'print-form',
  'show-draft',
  'show-draft-page',
  'save-draft-page',
  'take-draft-document',
  'show-draft-check',
  'show-draft-stop',
  'show-draft-save',
  'save-draft-address',
  'show-draft-sent',
  'send-draft',
  'recall-draft',
  'leave-draft',
  'unlock-draft',
  'show-return',
  'ask-return-link',
  'show-return-link',
  'use-return-link',
  'choose-draft',
  'show-case-sign-in',
  'ask-case-link',
  'show-case-link',
  'use-case-link',
  'list-my-cases',
  'show-my-case',
]);

const cookieName = '__Host-careway-language';
const wordsCookie = '__Host-careway-words';

/** Whether the browser chose easy words by the link for it, now or before. */
const easyChosenBy = (request: SiteRequest): boolean | undefined => {
  const chosen = request.query['words'] ?? cookieIn(request, wordsCookie);
  return chosen === undefined || chosen === '' ? undefined : chosen === 'easy-read';
};

/** The language that a browser asks for: by the address that was chosen now, else by what it chose before. English is a choice too. */
const readerOf = (offered: readonly Spoken[], request: SiteRequest): Reader => {
  const { lang, words: _chosen, answer: _gone, ...query } = request.query;
  const asked = lang ?? cookieIn(request, cookieName);
  const words = offered.find(({ tag }) => tag === asked);
  const easyChosen = easyChosenBy(request);
  return {
    words,
    isChosen: words !== undefined || asked === 'en-GB',
    isEasy: easyChosen ?? false,
    easyChosen,
    choosesWords: true,
    offered,
    query,
  };
};

/** What the browser is to remember of a choice that it made now. */
const remembered = ({ query }: SiteRequest, { words, isChosen }: Reader): Record<string, string> => {
  if (query['lang'] !== undefined && isChosen) return cookieHeader(cookieName, words?.tag ?? 'en-GB');
  if (query['words'] === undefined) return {};
  return cookieHeader(wordsCookie, query['words'] === 'easy-read' ? 'easy-read' : 'plain');
};

/**
 * Answers a call in the language of whoever asks, and in Easy Read where they chose it; a page in another language says of each English part that it
 * is English. Every public page of a council can be read in Easy Read.
 */
export const inTheirLanguage = async (
  { councils }: Pick<Deps, 'councils'>,
  call: string | undefined,
  request: SiteRequest,
  answer: () => Promise<SiteResponse>,
): Promise<SiteResponse> => {
  const council = councils.find(request.params['council'] ?? '');
  if (council === undefined || call === undefined) return answer();
  const reader = readerOf(translatedCalls.has(call) ? councils.languagesOf(council.slug) : [], request);
  const response = await answering(reader, answer);
  const isPage = response.type.startsWith('text/html');
  // What is no page, a file among it, is answered as it is.
  const body = isPage
    ? marked(response.body)
    : response.type === 'application/json'
      ? unmarked(response.body)
      : response.body;
  return {
    ...response,
    body: isPage && reader.isEasy ? inEasyLines(body) : body,
    headers: { ...remembered(request, reader), ...response.headers },
  };
};
