import { createHash, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { Council } from '../../schemas/council.ts';
import { say } from '../../schemas/say.ts';
import { type CouncilSlug, councilSlug, isoInstant } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { logger } from '../runtime/logger.ts';
import { cookieIn, shortCookieHeader } from './cookies.ts';
import { isFromOtherSite } from './own-requests.ts';
import { page, type SiteRequest, type SiteResponse } from './site.ts';
import { typedAgain } from './typed-again.ts';

/** The page that answered a posted form, for the browser that sent it. */
export const keptAnswer = z.strictObject({
  council: councilSlug,
  status: z.int(),
  /** The page, made small. */
  page: z.base64(),
  until: isoInstant,
});

const cookie = '__Host-careway-answer';
/** As long as a sign-in and a form stay open without a press. */
const keptMinutes = 60;
/** DynamoDB takes 400 KB in one item. */
const mostBytes = 350_000;

/** What a browser holds of ours: an answer opens for this alone, so nobody reads it there who has signed out or closed the form meanwhile. */
const held = [cookie, '__Host-careway-case', '__Host-careway-draft', '__Host-careway-plan'] as const;

const keyOf = (council: CouncilSlug, id: string, holds: readonly string[]) => ({
  pk: `ANSWER#${council}#${createHash('sha256')
    .update([id, ...holds].join(' '))
    .digest('base64url')}`,
  sk: 'ANSWER',
});

const idOf = ({ query }: Pick<SiteRequest, 'query'>): string | undefined =>
  /^[\w-]{22}$/.exec(query['answer'] ?? '')?.[0];

/** Whether it is a page that a browser would ask to send the form again for: no redirect, and no refusal that keeps nothing. */
const isPageOfForm = ({ status, type }: SiteResponse): boolean =>
  type.startsWith('text/html') && status < 500 && status !== 413 && status !== 415 && (status < 300 || status > 399);

/** The address at which it is shown: the form's own, or the nearest above it that has a page, which stands there when the answer is gone. */
const addressOf = (path: string, isShown: (path: string) => boolean): string => {
  const above = path.slice(0, path.lastIndexOf('/'));
  return above === '' || isShown(path) ? path : addressOf(above, isShown);
};

/** Says to a browser that holds nothing of ours what may have become of what it sent. */
const goneFrom = async (council: Council, { path }: Pick<SiteRequest, 'path'>): Promise<SiteResponse> => {
  const { problemPage } = await import('../../templates/pages/pages.ts');
  return page(
    410,
    problemPage({
      council,
      title: say`We cannot show this page now`,
      detail: say`We keep it for an hour, and only for the browser that sent the form, if it takes our cookies. We may have what you sent. If you are not sure, contact us before you send it again.`,
      links: [{ href: path, text: say`Go to the form` }],
    }),
  );
};

/**
 * Answers to posted forms, each by an address of its own: whoever goes back, forward or loads it again is never asked to send the form again, and
 * what they typed still stands there. One place for every form of the public site, so that no page has to.
 *
 * @see https://en.wikipedia.org/wiki/Post/Redirect/Get
 */
export const createKeptAnswers = ({ store, clock, siteUrl }: Pick<Deps, 'store' | 'clock' | 'siteUrl'>) => ({
  /** Keeps the page that answers a posted form, and sends the browser on to it. What is no such page stays as it is. */
  async sendOn(
    { slug }: Pick<Council, 'slug'>,
    request: SiteRequest,
    answered: SiteResponse,
    isShown: (path: string) => boolean,
  ): Promise<SiteResponse> {
    if (!isPageOfForm(answered) || isFromOtherSite(request, siteUrl)) return answered;
    // Whoever is turned away for the number of their requests has nothing written for them, unless they typed something.
    if (answered.status === 429 && typedAgain({ ...request, method: 'POST' }, answered, siteUrl) === undefined)
      return answered;
    const small = gzipSync(answered.body).toString('base64');
    if (small.length > mostBytes) return answered;
    const { 'set-cookie': given } = answered.headers ?? {};
    const [, name, value] = /^([\w-]+)=([^;]*)/.exec(given ?? '') ?? [];
    const before = held.map((one) => (one === name ? value : cookieIn(request, one)) ?? '');
    const [own, ...others] = before;
    // A browser that holds nothing of ours is given what opens the answer.
    const mark = own || others.some((one) => one !== '') ? own : randomBytes(24).toString('base64url');
    if (mark !== own && given !== undefined) return answered;
    const id = randomBytes(16).toString('base64url');
    const until = new Date(Date.parse(clock.now()) + keptMinutes * 60_000);
    try {
      await store.items.put(
        {
          ...keyOf(slug, id, [mark ?? '', ...others]),
          data: { council: slug, status: answered.status, page: small, until: isoInstant.parse(until.toISOString()) },
          expiresAt: Math.ceil(until.getTime() / 1000),
        },
        1,
      );
    } catch (error) {
      // The answer itself is worth more than its address.
      logger.warn('An answer could not be kept', error as Error);
      return answered;
    }
    const query = new URLSearchParams({ ...request.query, answer: id });
    return {
      status: 303,
      type: answered.type,
      body: '',
      headers: {
        'cache-control': 'no-store',
        ...(given !== undefined && { 'set-cookie': given }),
        ...(mark !== own && shortCookieHeader(cookie, mark ?? '', keptMinutes)),
        location: `${addressOf(request.path, isShown)}?${query}`,
      },
    };
  },

  /** The answer at the address that was asked for; undefined where there is none for this browser, or none any more. */
  async shown(council: Council, request: SiteRequest): Promise<SiteResponse | undefined> {
    const { slug } = council;
    const id = idOf(request);
    if (id === undefined) return undefined;
    const holds = held.map((one) => cookieIn(request, one) ?? '');
    // A browser that takes no cookies would be shown an empty form, and its person would send again what we have.
    if (holds.every((one) => one === '')) return goneFrom(council, request);
    const { pk, sk } = keyOf(slug, id, holds);
    const found = await store.items.get(keptAnswer, pk, sk);
    if (found === undefined || found.until <= clock.now()) return undefined;
    return page(found.status, gunzipSync(Buffer.from(found.page, 'base64')).toString());
  },
});
