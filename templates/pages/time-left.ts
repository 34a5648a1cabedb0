import type { Council } from '../../schemas/council.ts';
import { msg, said } from '../../schemas/say.ts';
import { renderShared } from '../shared-pages.ts';

/** What a browser may hold open: an unfinished form, the way into a case, or into a plan for who was invited to it. */
export type HeldOpen = 'draft' | 'case' | 'plan';

const words = {
  draft: {
    happens: msg`this page will close`,
    soon: msg`this page closes`,
    kept: msg`What you have saved is kept.`,
    typed: msg`We save what you typed on this page too.`,
    stay: msg`Stay on this page`,
  },
  case: {
    happens: msg`we will sign you out`,
    soon: msg`we sign you out`,
    kept: msg`What you have sent to us is kept.`,
    typed: msg`What you typed on this page and did not send is not.`,
    stay: msg`Stay signed in`,
  },
  plan: {
    happens: msg`we will sign you out`,
    soon: msg`we sign you out`,
    kept: msg`What you have saved is kept.`,
    typed: msg`What you typed on this page and did not save is not.`,
    stay: msg`Stay signed in`,
  },
} as const;

/** The page that tells what happened, of each. */
const endedAt: Readonly<Record<HeldOpen, string>> = {
  draft: 'draft',
  case: 'case/sign-in?ended=yes',
  plan: 'plan/ended',
};

/** Where the layout has a place for it; a page that holds nothing open keeps this comment. */
const place = '<!-- time left -->';

/**
 * The page with a line that says by when it will close, and what the script needs to ask before it does.
 *
 * It is put into the finished page by the one place that knows the session, so that no page has to be told of it.
 *
 * @param input.until that moment as people read it: "3:45pm"
 * @param input.csrf stands in the form that asks for more time
 */
export const withTimeLeft = (
  html: string,
  {
    council: { slug },
    held,
    secondsLeft,
    ...own
  }: { council: Pick<Council, 'slug'>; held: HeldOpen; secondsLeft: number; until: string; csrf: string },
): string =>
  html.replace(place, () =>
    renderShared(
      'pages/time-left.njk',
      {
        words: Object.fromEntries(Object.entries(words[held]).map(([key, text]) => [key, said(text)])),
        action: `/${slug}/time-left/${held}`,
        ended: `/${slug}/${endedAt[held]}`,
      },
      { ...own, secondsLeft: String(secondsLeft) },
    ),
  );
