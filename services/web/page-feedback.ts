import { createHash } from 'node:crypto';
import { privateIn } from '../../domain/forms/private-in-text.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { knownPage, mostWords, type PageFeedback, pageFeedback } from '../../schemas/page-feedback.ts';
import type { CouncilSlug, IsoDate } from '../../schemas/scalars.ts';
import { asTyped } from '../../schemas/typed-text.ts';
import { type FeedbackTyped, feedbackPage, feedbackSentPage } from '../../templates/pages/feedback-pages.ts';
import type { Deps } from '../deps.ts';
import { feedbackPartition } from '../store/keys.ts';
import { expectOneLeft } from './limits.ts';
import { type CouncilRequest, detailsOf, page, type SiteResponse } from './site.ts';

const begins = 'FEEDBACK#';
const daySeconds = 86_400;

/** The page on which somebody says what is wrong with another. */
export const askForFeedback = (deps: Pick<Deps, 'newId'>, { council, query }: CouncilRequest): SiteResponse => {
  const typed = { about: knownPage(query['about']), useful: '', words: '', key: deps.newId() };
  return page(200, feedbackPage({ council, typed, problems: [] }));
};

const problemsOf = ({ useful, words }: FeedbackTyped) => {
  const found = privateIn(words);
  return [
    ...(useful === 'yes' || useful === 'no' ? [] : [{ field: 'useful', message: 'Select if the page was useful' }]),
    ...(words.length > mostWords
      ? [{ field: 'words', message: `Use ${mostWords.toLocaleString('en-GB')} characters or fewer` }]
      : []),
    ...(found ? [{ field: 'words', message: `Take out ${found}. Leave out everything about you or anyone else` }] : []),
  ];
};

/**
 * Keeps what somebody said of a page: once, however often it is sent, and without anything of who sent it. A field that no person sees is filled in by
 * machines alone: they are told what people are told, and nothing is kept.
 */
export const takeFeedback = async (deps: Deps, request: CouncilRequest): Promise<SiteResponse> => {
  const { council, body, sender } = request;
  const sent = new URLSearchParams(body);
  const typed: FeedbackTyped = {
    about: knownPage(sent.get('about') ?? ''),
    useful: sent.get('useful') ?? '',
    words: asTyped(sent.get('words') ?? ''),
    key: (sent.get('key') ?? '').slice(0, 100),
  };
  const problems = problemsOf(typed);
  if (problems.length > 0) return page(400, feedbackPage({ council, typed, problems }));
  const done = page(200, feedbackSentPage({ council }));
  if (sent.get('website')) return done;
  try {
    await expectOneLeft(deps, council, 'feedback', sender);
  } catch (error) {
    const { status, title, detail } = detailsOf(error, request);
    return page(status, feedbackPage({ council, typed, problems: [{ field: '', message: `${title}. ${detail}` }] }));
  }
  const { about, useful, words, key } = typed;
  const now = deps.clock.now();
  const data = pageFeedback.parse({ about, useful, ...(words && { words }), on: londonDate(now) });
  // The same page sent twice has the same key, and is kept once.
  const id = createHash('sha256')
    .update(key || deps.newId())
    .digest('base64url')
    .slice(0, 22);
  const expiresAt = Math.floor(Date.parse(now) / 1000) + council.feedback.keepDays * daySeconds;
  await deps.store.items.put(
    { pk: feedbackPartition(council.slug), sk: `${begins}${data.on}#${id}`, data, expiresAt },
    1,
  );
  return done;
};

/** What was said of a council's pages, the newest first, at most so many. */
export const feedbackOf = (
  { store }: Pick<Deps, 'store'>,
  slug: CouncilSlug,
  atMost: number,
): Promise<PageFeedback[]> =>
  store.items.newest(pageFeedback, feedbackPartition(slug), { from: begins, to: `${begins}~`, atMost });

/** How many people said something of a council's pages from one day to before another; counted up to so many. */
export const feedbackCount = async (
  { store }: Pick<Deps, 'store'>,
  slug: CouncilSlug,
  { from, before, atMost }: { readonly from: IsoDate; readonly before: IsoDate; readonly atMost: number },
): Promise<number> => {
  const days = { from: `${begins}${from}`, to: `${begins}${before}`, atMost };
  return (await store.items.newest(pageFeedback, feedbackPartition(slug), days)).length;
};
