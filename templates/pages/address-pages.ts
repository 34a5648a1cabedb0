import type { Council } from '../../schemas/council.ts';
import { birthQuestion, fieldOf, small, type Typed } from './return-pages.ts';

type Of = { readonly council: Council };

/** Asks whether an address is theirs who have its mail. Whoever opens it learns only that someone gave us their address. */
export const confirmAddressPage = ({ council, token, value, error = '' }: Of & Typed & { token: string }): string =>
  small({
    council,
    heading: 'Confirm your email address',
    lines: [
      'Someone gave us this email address, so that we can write to it.',
      'We ask for a date of birth so that we never write to the wrong person.',
      'If it was not you, close this page. You do not need to do anything.',
    ],
    forms: [
      {
        action: `/${council.slug}/confirm-email/${token}`,
        button: 'Confirm my email address',
        fields: [fieldOf(birthQuestion, value, error)],
      },
    ],
    help: true,
  });

/** Says that an address is proved, and what comes next. */
export const confirmedAddressPage = ({ council }: Of): string =>
  small({
    council,
    heading: 'Your email address is confirmed',
    lines: [
      'Thank you. We write to you at this address from now on.',
      'If we had something to tell you, it is on its way by email now.',
    ],
    links: [{ href: `/${council.slug}/case/sign-in`, text: 'Sign in to see where things are' }],
    help: true,
  });

const reasons = {
  used: 'This link has been used, so your email address is confirmed.',
  expired: 'This link has expired. It worked for 30 days.',
  replaced: 'You have had a newer link after this one. Only the newest works.',
  locked: 'The date of birth was wrong 5 times, so this link no longer works.',
  unknown: 'We do not know this link. Check that you copied all of it.',
} as const;

/** Why the link of a first contact does not work, and what does as well: signing in with the address. */
export const deadAddressLinkPage = ({ council, reason }: Of & { reason: keyof typeof reasons }): string =>
  small({
    council,
    heading: 'This link does not work any more',
    lines: [
      reasons[reason],
      ...(reason === 'used' ? [] : ['You can sign in instead. That confirms your email address too.']),
    ],
    links: [{ href: `/${council.slug}/case/sign-in`, text: 'Sign in to see where things are' }],
    help: true,
  });
