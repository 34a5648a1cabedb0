import type { Council } from '../../schemas/council.ts';
import type { Question } from '../../schemas/form-language.ts';
import { msg, said, say } from '../../schemas/say.ts';
import { storyUrls } from '../assets.ts';
import { render } from '../environment.ts';
import { anchorOf, controlOf, type FieldView, fieldId } from './field-view.ts';
import { siteOf } from './pages.ts';

type Of = { readonly council: Council };
type SmallForm = {
  action: string;
  button: string;
  hidden?: Record<string, string>;
  fields?: FieldView[];
  secondary?: boolean;
};

/** The two questions of these pages, read by `readFields`. */
export const emailQuestion: Extract<Question, { type: 'email' }> = {
  id: 'email',
  type: 'email',
  label: msg`What is your email address?`,
  name: msg`Email address`,
  error: msg`Enter your email address`,
  autocomplete: 'email',
};
export const birthQuestion: Extract<Question, { type: 'date' }> = {
  id: 'dateOfBirth',
  type: 'date',
  label: msg`What is the date of birth of the person that the form is about?`,
  name: msg`Date of birth`,
  hint: msg`For example, 27 3 1950.`,
  error: msg`Enter the date of birth`,
  range: 'past',
};

/** What is said of a date of birth that opens nothing: that it is no date, or how many tries are left. */
export const wrongBirth = (
  used:
    | { readonly state: 'unclear'; readonly error: string }
    | { readonly state: 'refused'; readonly triesLeft: number },
): string =>
  used.state === 'unclear'
    ? used.error
    : used.triesLeft === 1
      ? say`The date of birth does not match. You can try 1 more time`
      : say`The date of birth does not match. You can try ${used.triesLeft} more times`;

/** A question outside a form, with what was typed and what is wrong with it. */
export const fieldOf = (question: Exclude<Question, { type: 'table' }>, value: unknown, error: string): FieldView => ({
  id: fieldId(question.id),
  name: question.id,
  label: said(question.label),
  html: '',
  autocomplete: question.autocomplete ?? '',
  hint: question.hint ? said(question.hint) : '',
  onlyIf: '',
  knownFrom: '',
  error: error === question.error ? said(error) : error,
  ...controlOf(question, value),
});

/** A page with a heading, a few lines and small forms, each with its button: what every page beside the questions is made of. */
export const small = ({
  council,
  heading,
  lines = [],
  forms = [],
  links = [],
  back = '',
  help = false,
  picture,
}: Of & {
  heading: string;
  lines?: readonly string[];
  forms?: readonly SmallForm[];
  links?: readonly { href: string; text: string }[];
  back?: string;
  help?: boolean;
  /** A drawing that moves, which says what the lines say. */
  picture?: ReturnType<typeof storyUrls>;
}): string => {
  const errors = forms
    .flatMap(({ fields = [] }) => fields)
    .filter(({ error }) => error !== '')
    .map((field) => ({ text: field.error, href: `#${anchorOf(field)}` }));
  return render('pages/one-question.njk', {
    site: siteOf(council),
    title: `${errors.length > 0 ? `${say`Error:`} ` : ''}${heading}`,
    heading,
    lines,
    forms: forms.map(({ hidden = {}, fields = [], secondary = false, ...form }) => ({
      ...form,
      fields,
      secondary,
      hidden: Object.entries(hidden).map(([name, value]) => ({ name, value })),
    })),
    links,
    errors,
    back,
    help,
    picture: picture ?? false,
  });
};

/** A value that was typed and what is wrong with it, if anything. */
export type Typed = { value?: unknown; error?: string };

/** Asks for the address by which a form can be found again. */
export const saveDraftPage = ({
  council,
  csrf,
  value,
  error = '',
  apart = false,
}: Of & Typed & { csrf: string; apart?: boolean }): string =>
  small({
    council,
    heading: say`Save your form and come back later`,
    picture: storyUrls('come-back'),
    lines: [
      say`Your answers are saved already. With an email address you can come back to them, on this device or another.`,
      say`We send a link to this address. Whenever you want to come back, ask for a new one.`,
      say`We also write to you once before the form is deleted. We do not use the address for anything else.`,
      // Whoever reads the mailbox can come back to the form.
      ...(apart ? [say`Use an address that only you read, so that the other person does not see your part.`] : []),
    ],
    forms: [
      {
        action: `/${council.slug}/draft/save`,
        button: say`Save and send me a link`,
        hidden: { csrf },
        fields: [fieldOf(emailQuestion, value, error)],
      },
    ],
    back: `/${council.slug}/draft`,
  });

/** What may have become of a link: sent, kept back because one was sent a short while ago, refused by the mailbox, or not possible at the moment. */
export const linkOutcomes = ['sent', 'not-sent', 'refused', 'later'] as const;
export type LinkOutcome = (typeof linkOutcomes)[number];

const whatBecame: Readonly<Record<LinkOutcome, (address: string) => readonly string[]>> = {
  sent: (address) => [
    say`We have sent a link to ${address}. It should come within 10 minutes. It works once, for 10 minutes.`,
    say`If it does not come, look in your junk mail, and check that the address above is right.`,
  ],
  'not-sent': (address) => [
    say`We have not sent a new link to ${address}, because we sent one a short while ago. The newest one that you have still works.`,
    say`You can ask for a new link later.`,
  ],
  refused: (address) => [
    say`We could not send a link to ${address}. No email can reach that address.`,
    say`Check the address, or use another one. If you do not, you can go on only on this device.`,
  ],
  later: (address) => [
    say`We cannot send emails at the moment, so no link is on its way to ${address}.`,
    say`Ask for a new link in an hour. It opens this form on any device.`,
  ],
};

/** Says that a form is saved, and what became of the link. The address was typed on this device a moment ago. */
export const savedDraftPage = ({
  council,
  address,
  outcome,
  keptUntil,
}: Of & { address: string; outcome: LinkOutcome; keptUntil: string }): string =>
  small({
    council,
    heading: say`Your form is saved`,
    lines: [
      ...whatBecame[outcome](address),
      say`We keep your answers until ${keptUntil}. Each time you change something, we keep them for 30 days more.`,
    ],
    links: [
      { href: `/${council.slug}/draft`, text: say`Go on with the form now` },
      { href: `/${council.slug}/draft/save`, text: say`Use another email address` },
      { href: `/${council.slug}/return`, text: say`Ask for a new link` },
    ],
  });

/** Asks which address to send a link to. */
export const returnPage = ({ council, value, error = '' }: Of & Typed): string =>
  small({
    council,
    heading: say`Come back to a form that you saved`,
    lines: [say`We send you a link. It works once, for 10 minutes.`],
    forms: [
      {
        action: `/${council.slug}/return`,
        button: say`Send me a link`,
        fields: [fieldOf(emailQuestion, value, error)],
      },
    ],
    back: `/${council.slug}`,
    help: true,
  });

/**
 * What follows where a link was asked for by its address alone. Said to everyone alike, so that nobody finds out who has asked the council for
 * help, and nobody is locked out by another who asks for links to their address.
 *
 * @param condition what must be so for a link to be sent: “If a form is saved with this address”
 * @param ifNot why there may be none
 */
export const linkAskedLines = (condition: string, ifNot: string, { contact }: Council): string[] => [
  say`${condition}, we are sending a link to it. It should come within 10 minutes.`,
  say`The link works once, for 10 minutes. Only the newest one works.`,
  say`We send only a few links an hour to one address. If no new one comes, the newest one that you have still works.`,
  say`If nothing comes, look in your junk mail, and check that you typed the address right. ${ifNot}`,
  contact.phone === undefined
    ? say`If you still have no link after an hour, contact us. You do not need a link for that.`
    : say`If you still have no link after an hour, phone ${contact.phone}. You do not need a link for that.`,
];

/** The same whether or not the address is known, so that nobody can find out who has asked the council for help. */
export const linkAskedPage = ({ council, address }: Of & { address: string }): string =>
  small({
    council,
    heading: say`Check your email`,
    lines: [
      ...linkAskedLines(
        say`If a form is saved with the address ${address}`,
        say`You may have saved the form with another one.`,
        council,
      ),
    ],
    links: [{ href: `/${council.slug}/return`, text: say`Ask again, or with another address` }],
    help: true,
  });

/** What a link opens: a button, so that programs which read mail cannot use it up, and a second check. */
export const useLinkPage = ({
  council,
  token,
  asksDateOfBirth,
  value,
  error = '',
}: Of & Typed & { token: string; asksDateOfBirth: boolean }): string =>
  small({
    council,
    heading: say`Open your form`,
    lines: asksDateOfBirth ? [say`We ask this so that nobody else can open it.`] : [],
    forms: [
      {
        action: `/${council.slug}/return/${token}`,
        button: say`Open my form`,
        fields: asksDateOfBirth ? [fieldOf(birthQuestion, value, error)] : [],
      },
    ],
    help: true,
  });

const reasons = {
  used: msg`This link has been used. Each link works once.`,
  expired: msg`This link has expired. A link works for 10 minutes.`,
  replaced: msg`You asked for a newer link after this one. Only the newest works.`,
  locked: msg`The date of birth was wrong 5 times, so this link no longer works.`,
  unknown: msg`We do not know this link. Check that you copied all of it.`,
  gone: msg`The form was sent, or 30 days have passed since you last changed it.`,
} as const;

/** Why a link does not work, and the way to one that does. */
export const deadLinkPage = ({ council, reason }: Of & { reason: keyof typeof reasons }): string =>
  small({
    council,
    heading: say`This link does not work any more`,
    lines: [said(reasons[reason]), say`Your answers are kept for 30 days after you last changed them.`],
    links: [{ href: `/${council.slug}/return`, text: say`Ask for a new link` }],
    help: true,
  });

/** Several forms of one address: which to go on with. */
export const chooseDraftPage = ({
  council,
  drafts,
  csrf,
}: Of & { drafts: readonly { id: string; title: string; savedOn: string }[]; csrf: string }): string =>
  small({
    council,
    heading: say`Which form do you want to open?`,
    lines: [say`You can go on with one of them now.`, say`We keep the others for you.`],
    help: true,
    forms: drafts.map(({ id, title, savedOn }) => ({
      action: `/${council.slug}/draft/choose`,
      button: say`Open “${title}”, saved on ${savedOn}`,
      hidden: { csrf, draft: id },
      secondary: true,
    })),
  });

/**
 * An hour has passed: what happened, what is kept, and both ways back.
 *
 * @param input.saved whether the page that was just sent could still be saved; undefined where none was sent
 * @param input.asksDateOfBirth whether this device can open the form again with the date of birth
 */
export const endedPage = ({
  council,
  saved,
  asksDateOfBirth,
  hasEmail,
  keptUntil,
  csrf,
  value,
  error = '',
}: Of &
  Typed & {
    saved?: boolean | undefined;
    asksDateOfBirth: boolean;
    hasEmail: boolean;
    keptUntil: string;
    csrf: string;
  }): string =>
  small({
    council,
    heading: say`We closed your form to keep it private`,
    lines: [
      say`You did not use it for an hour.`,
      ...(saved === undefined
        ? []
        : [saved ? say`We saved the page that you had open.` : say`We could not save the page that you had open.`]),
      say`Your answers are kept until ${keptUntil}.`,
    ],
    forms: asksDateOfBirth
      ? [
          {
            action: `/${council.slug}/draft/unlock`,
            button: say`Go on with my form`,
            hidden: { csrf },
            fields: [fieldOf(birthQuestion, value, error)],
          },
        ]
      : [],
    links: hasEmail ? [{ href: `/${council.slug}/return`, text: say`Ask for a link by email` }] : [],
    help: true,
  });

/** This device holds no form: it never did, the browser was closed, or the form is gone. */
export const noDraftPage = ({ council, newerUntil }: Of & { newerUntil?: string | undefined }): string =>
  newerUntil === undefined ? closedPage(council) : newerFormPage(council, newerUntil);

/** A form that a later version of the site saved: what was typed is not read by guesswork, and not lost. */
const newerFormPage = (council: Council, keptUntil: string): string =>
  small({
    council,
    heading: say`We cannot open your form now`,
    lines: [
      say`It was saved by a newer version of this website than the one that runs now.`,
      say`Your answers are kept until ${keptUntil}. Try again later, or contact us.`,
    ],
    help: true,
  });

const closedPage = (council: Council): string =>
  small({
    council,
    heading: say`There is no open form on this device`,
    lines: [
      say`A form closes when you close your browser, and we delete it 30 days after you last changed it.`,
      say`If you saved it with an email address, you can come back to it.`,
    ],
    links: [
      { href: `/${council.slug}/return`, text: say`Go on with a form that you saved` },
      { href: `/${council.slug}`, text: say`Start a new form` },
    ],
    help: true,
  });
