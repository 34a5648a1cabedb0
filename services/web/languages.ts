import type { Call } from '../../schemas/routes.ts';
import { marked, type Reader, type Spoken, unmarked } from '../../schemas/say.ts';
import type { Deps } from '../deps.ts';
import { answering } from '../runtime/readers.ts';
import { cookieHeader, cookieIn } from './cookies.ts';
import type { SiteRequest, SiteResponse } from './site.ts';

/** The calls whose pages can be read in each language of the council: a form from its front page to its confirmation. */
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
]);

const cookieName = '__Host-careway-language';

/** The language that a browser asks for: by the address that was chosen now, else by what it chose before. English is a choice too. */
const readerOf = (offered: readonly Spoken[], request: SiteRequest): Reader => {
  const { lang, ...query } = request.query;
  const asked = lang ?? cookieIn(request, cookieName);
  const words = offered.find(({ tag }) => tag === asked);
  return { words, isChosen: words !== undefined || asked === 'en-GB', isEasy: false, offered, query };
};

/** Answers a call in the language of whoever asks; a page in another language says of each English part that it is English. */
export const inTheirLanguage = async (
  { councils }: Pick<Deps, 'councils'>,
  call: string | undefined,
  request: SiteRequest,
  answer: () => Promise<SiteResponse>,
): Promise<SiteResponse> => {
  const council = councils.find(request.params['council'] ?? '');
  if (council === undefined || call === undefined || !translatedCalls.has(call)) return answer();
  const reader = readerOf(councils.languagesOf(council.slug), request);
  const response = await answering(reader, answer);
  const chosen = request.query['lang'];
  return {
    ...response,
    body: response.type.startsWith('text/html') ? marked(response.body) : unmarked(response.body),
    headers: {
      ...(chosen !== undefined && reader.isChosen && cookieHeader(cookieName, reader.words?.tag ?? 'en-GB')),
      ...response.headers,
    },
  };
};
