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

/** Asks whether a change of contact details is to be undone. It shows nothing of what was changed. */
export const undoChangePage = ({ council, token, value, error = '' }: Of & Typed & { token: string }): string =>
  small({
    council,
    heading: 'Change your contact details back',
    lines: [
      'Your email address or phone number with us was changed. If you changed it, close this page. You do not need to do anything.',
      'If it was not you, answer the question and choose the button. We use your old details again, and sign everyone out.',
    ],
    forms: [
      {
        action: `/${council.slug}/case/undo-change/${token}`,
        button: 'Change it back',
        fields: [fieldOf(undoBirth, value, error)],
      },
    ],
    help: true,
  });

const undoBirth: typeof birthQuestion = {
  ...birthQuestion,
  label: 'What is the date of birth of the person that the case is about?',
};

/** Says that it is undone, and what comes next. */
export const undoneChangePage = ({ council }: Of): string =>
  small({
    council,
    heading: 'We have changed it back',
    lines: [
      'We use the details that you had before. Everyone who was signed in is signed out.',
      'A member of staff finds out what happened. They may ring you or write to you.',
      'If someone reads your email who should not, change its password now.',
    ],
    links: [{ href: `/${council.slug}/case/sign-in`, text: 'Sign in to see where things are' }],
    help: true,
  });

const undoReasons = {
  used: 'You have changed it back already. Each link works once.',
  expired: 'The time in which you could change it back is over. Contact us instead.',
  replaced: 'You have had a newer link after this one. Only the newest works.',
  locked: 'The date of birth was wrong 5 times, so this link no longer works. Contact us instead.',
  unknown: 'We do not know this link. Check that you copied all of it.',
  overtaken:
    'An earlier change was undone already, so there is nothing to change back from here. Contact us if that is wrong.',
} as const;

/** Why a change cannot be undone by a link, and what else there is. */
export const deadUndoPage = ({ council, reason }: Of & { reason: keyof typeof undoReasons }): string =>
  small({
    council,
    heading: 'This link does not work any more',
    lines: [undoReasons[reason]],
    links: [{ href: `/${council.slug}/case/sign-in`, text: 'Sign in to see where things are' }],
    help: true,
  });
