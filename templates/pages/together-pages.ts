import type { Council } from '../../schemas/council.ts';
import type { Question } from '../../schemas/form-language.ts';
import { msg, say } from '../../schemas/say.ts';
import type { Half } from '../../schemas/together.ts';
import { draftUrl } from './draft-pages.ts';
import { fieldOf, small, type Typed } from './return-pages.ts';

type Of = { readonly council: Council };

/** The code that somebody was given, as they type it. */
export const codeQuestion: Extract<Question, { type: 'text' }> = {
  id: 'code',
  type: 'text',
  label: msg`What is the code?`,
  name: msg`Code`,
  hint: msg`It has 16 letters and numbers.`,
  error: msg`Enter the code that you were given`,
  maxLength: 40,
};

/** Where the other person is invited: nobody's browser knows it. */
export const otherEmailQuestion: Extract<Question, { type: 'email' }> = {
  id: 'email',
  type: 'email',
  label: msg`What is the other person’s email address?`,
  name: msg`Email address`,
  hint: msg`It should be one that only they read.`,
  error: msg`Enter the other person’s email address`,
};

/** A form that is open on this device, by its title. */
type Unfinished = { readonly unfinished?: string | undefined };

const closes = (unfinished: string | undefined): string[] =>
  unfinished === undefined
    ? []
    : [
        say`A form is open on this device: “${unfinished}”. If you start your part now, this device closes that form. Save it with an email address first, or use another device.`,
      ];

/** Where each of two may fill in a part of their own: one of them begins here, and the other comes with a code. */
export const togetherPage = ({ council, value, error = '', unfinished }: Of & Typed & Unfinished): string =>
  small({
    council,
    heading: say`Each fill in your own part`,
    lines: [
      say`You can be assessed together, and still each fill in a part of your own. Neither of you sees what the other writes.`,
      say`One of you starts here. We give you a code, or send the other one an email. They start their part with it.`,
      say`Each part is sent by itself. We start on it at once. When the other part comes, we ask each of you alone if you want it, and then put the two together. If it does not come, we go on with the one that we have.`,
      say`By filling in a part you agree to be assessed together. You can say no at any time. You can ask to talk to us alone.`,
      ...closes(unfinished),
    ],
    forms: [
      { action: `/${council.slug}/together`, button: say`I need support: start my part`, hidden: { half: 'needs' } },
      {
        action: `/${council.slug}/together`,
        button: say`I am the carer: start my part`,
        hidden: { half: 'carer' },
        secondary: true,
      },
      {
        action: `/${council.slug}/together`,
        button: say`I have a code`,
        fields: [fieldOf(codeQuestion, value, error)],
        secondary: true,
      },
    ],
    links: [{ href: `/${council.slug}/forms/joint-assessment`, text: say`Fill in one form together instead` }],
    back: `/${council.slug}`,
  });

const about: Readonly<Record<Half, () => string>> = {
  needs: () => say`Your part is about you and the support that you need.`,
  carer: () => say`Your part is about you as a carer.`,
};

/** What a code or a link in an email opens: a button, which begins the other part. @param unfinished a form that is open on this device */
export const ownPartPage = ({
  council,
  code,
  half,
  unfinished,
}: Of & Unfinished & { code: string; half: Half }): string =>
  small({
    council,
    heading: say`Start your own part`,
    lines: [
      say`Someone wants to be assessed together with you. Each of you fills in a part of your own.`,
      about[half](),
      say`They do not see what you write, and you do not see what they write. You can ask to talk to us alone.`,
      say`You do not have to do it. If you start, you can stop at any time.`,
      ...closes(unfinished),
    ],
    forms: [{ action: `/${council.slug}/together/${code}`, button: say`Start my part` }],
    help: true,
  });

/** A code that nobody was given, or that is too old. */
export const noCodePage = ({ council }: Of): string =>
  small({
    council,
    heading: say`This code does not work`,
    lines: [say`Check that it is all there. If it is, ask the person who gave it to you for a new one.`],
    links: [
      { href: `/${council.slug}/together`, text: say`Enter the code` },
      { href: `/${council.slug}`, text: say`Start a form of your own without a code` },
    ],
    help: true,
  });

/** What became of an invitation. */
export const invitedOutcomes = ['sent', 'limited', 'later'] as const;
type InvitedOutcome = (typeof invitedOutcomes)[number];

const became: Readonly<Record<InvitedOutcome, (address: string) => string>> = {
  sent: (address) => say`We have sent an email to ${address}. It does not say who you are.`,
  limited: (address) =>
    say`We have not sent an email to ${address}, because it has had as many as we send in a day. Give them the code.`,
  later: (address) =>
    say`We cannot send emails at the moment, so none is on its way to ${address}. Try again in an hour, or give them the code.`,
};

/** How whoever began brings the other in: by a code to hand over, or by an email. Whoever was invited reads that the parts are apart. */
export const draftTogetherPage = ({
  council,
  csrf,
  code,
  invited,
  outcome,
  value = invited,
  error = '',
}: Of &
  Typed & {
    csrf: string;
    code?: string | undefined;
    invited?: string | undefined;
    outcome?: InvitedOutcome | undefined;
  }): string =>
  small({
    council,
    heading: code === undefined ? say`Each has a part of their own` : say`Bring in the other person`,
    lines:
      code === undefined
        ? [say`You fill in your part, and the other person fills in theirs. Neither sees what the other writes.`]
        : [
            ...(outcome && invited ? [became[outcome](invited)] : []),
            say`Give the other person this code:`,
            code,
            say`They enter it on the page “Each fill in your own part” of this website. Or we send them an email with a link.`,
            say`They see nothing that you write. You can do this now or later, and send your own part first.`,
            say`Did it go to the wrong person? Give the right address, or make a new code. The old one no longer brings anyone to you.`,
          ],
    forms:
      code === undefined
        ? []
        : [
            {
              action: draftUrl(council, '/together'),
              button: say`Send them an email`,
              hidden: { csrf },
              fields: [fieldOf(otherEmailQuestion, value, error)],
            },
            {
              action: draftUrl(council, '/together'),
              button: say`Make a new code`,
              hidden: { csrf, action: 'new-code' },
              secondary: true,
            },
          ],
    links: [{ href: draftUrl(council), text: say`Go on with my part` }],
  });
