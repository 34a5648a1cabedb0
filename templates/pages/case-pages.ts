import type { Problem } from '../../schemas/answers.ts';
import type { Council } from '../../schemas/council.ts';
import type { Exit, Form } from '../../schemas/form-language.ts';
import { msg, said, say } from '../../schemas/say.ts';
import type { Copy } from '../documents/document.ts';
import { moneyPicture } from '../documents/shares.ts';
import { render } from '../environment.ts';
import { formView } from './form-view.ts';
import { siteOf } from './pages.ts';
import { birthQuestion, emailQuestion, fieldOf, linkAskedLines, small, type Typed } from './return-pages.ts';
import { wayView } from './way.ts';

type Of = { readonly council: Council };
/** A page of one case: its reference, and the token that stands in its forms. */
type OfCase = Of & { readonly reference: string; readonly csrf: string };

const casePath = ({ council, reference }: Of & { reference: string }, part = '') =>
  `/${council.slug}/case/${reference}${part === '' ? '' : `/${part}`}`;

/** Asks for the address to which a link to one's case goes. `ended` says that a sign-in has just ended, and whether what was typed then is kept. */
export const caseSignInPage = ({
  council,
  ended,
  value,
  error = '',
}: Of & Typed & { ended?: 'yes' | 'kept' | undefined }): string =>
  small({
    council,
    heading: say`Sign in to follow your case`,
    lines: [
      ...(ended ? [say`We signed you out because an hour had passed. What you had sent before is kept.`] : []),
      ...(ended === 'kept'
        ? [
            say`What you typed last is kept too, and not sent. After you sign in it is under “What you have not sent yet”.`,
          ]
        : []),
      say`We send a link to your email address. It works once, for 10 minutes.`,
      say`You can sign in if you applied, or if you help someone who applied, and we have your email address.`,
    ],
    forms: [
      {
        action: `/${council.slug}/case/sign-in`,
        button: say`Send me a link`,
        fields: [fieldOf(emailQuestion, value, error)],
      },
    ],
    back: `/${council.slug}`,
    help: true,
  });

/** The same whether or not the address is known. */
export const caseLinkAskedPage = ({ council, address }: Of & { address: string }): string =>
  small({
    council,
    heading: say`Check your email`,
    lines: [
      ...linkAskedLines(
        say`If we have a case with the address ${address}`,
        say`We may have another one for you: contact us to change it.`,
        council,
      ),
    ],
    links: [{ href: `/${council.slug}/case/sign-in`, text: say`Ask again, or with another address` }],
    help: true,
  });

const birth: typeof birthQuestion = {
  ...birthQuestion,
  label: msg`What is the date of birth of the person that the case is about?`,
};

/** What a link opens: a button, so that programs which read mail cannot use it up, and the date of birth as a second check. */
export const useCaseLinkPage = ({
  council,
  action,
  heading,
  button,
  value,
  error = '',
}: Of & Typed & { action: string; heading: string; button: string }): string =>
  small({
    council,
    heading,
    lines: [say`We ask this so that nobody else can see it.`],
    forms: [{ action, button, fields: [fieldOf(birth, value, error)] }],
    help: true,
  });

const reasons = {
  used: msg`This link has been used. Each link works once.`,
  expired: msg`This link has expired. A link works for 10 minutes.`,
  replaced: msg`You asked for a newer link after this one. Only the newest works.`,
  locked: msg`The date of birth was wrong 5 times, so this link no longer works.`,
  unknown: msg`We do not know this link. Check that you copied all of it.`,
} as const;

/** Why a link does not work, and the way to one that does. */
export const deadCaseLinkPage = ({ council, reason }: Of & { reason: keyof typeof reasons }): string =>
  small({
    council,
    heading: say`This link does not work any more`,
    lines: [said(reasons[reason])],
    links: [{ href: `/${council.slug}/case/sign-in`, text: say`Ask for a new link` }],
    help: true,
  });

/** Several cases of one address: which to look at. */
export const myCasesPage = ({
  council,
  csrf,
  cases,
}: Of & { csrf: string; cases: readonly { reference: string; whose: string; openedOn: string }[] }): string =>
  small({
    council,
    heading: say`Your cases`,
    lines:
      cases.length === 0
        ? [say`There is no case that you can see with this address now.`]
        : [say`You have more than one case. Choose the one that you want to see.`],
    links: cases.map(({ reference, whose, openedOn }) => ({
      href: `/${council.slug}/case/${reference}`,
      text: say`${whose}, sent on ${openedOn} (${reference})`,
    })),
    forms: [{ action: `/${council.slug}/case/sign-out`, button: say`Sign out`, hidden: { csrf }, secondary: true }],
    help: true,
  });

/** Something was done: what, and what happens next. */
export const doneOnCasePage = ({
  heading,
  lines,
  ...of
}: Of & { reference: string; heading: string; lines: readonly string[] }): string =>
  small({ council: of.council, heading, lines, links: [{ href: casePath(of), text: 'Back to your case' }] });

/** Somebody who works on a case, and whom to ask while they are away. */
type NamedWorker = { name: string; phone?: string | undefined; awayUntil: string; ask: string };

/** What a record or a rule says, which may have no words but English: it is said so where it has none. */
const saidIn = <T extends object, K extends keyof T>(of: T, ...keys: readonly K[]): T => ({
  ...of,
  ...Object.fromEntries(
    keys.map((key) => [key, typeof of[key] === 'string' && of[key] !== '' ? said(of[key]) : of[key]]),
  ),
});

const moneySaid = ({
  whose,
  working,
  ...money
}: Parameters<typeof moneyPicture>[0] & { whose: string; working: string }) => {
  const { block, ...rest } = moneyPicture(money, whose);
  const drawn = saidIn(rest, 'says');
  const [what = '', amount = ''] = block.head;
  return {
    ...drawn,
    working,
    block: {
      ...saidIn(block, 'caption'),
      head: [said(what), said(amount)],
      rows: block.rows.map((row) => ({
        ...saidIn(row, 'label'),
        amount: /\d/.test(row.amount) ? row.amount : said(row.amount),
      })),
    },
  };
};

/** A case at a glance: what we need from the person, where it is, who works on it, what there is to read and what can be done. */
export const caseOverviewPage = ({
  copies,
  worker,
  assesses,
  requests = [],
  visits = [],
  calledOff = [],
  steps,
  money,
  begun = [],
  ...input
}: OfCase & {
  /** Whose case it is: "Your case", or "Rose’s case" for a helper. */
  title: string;
  /** A carer's own case, whose way is another. */
  ofCarer?: boolean;
  steps: Parameters<typeof wayView>[0];
  questions: readonly { text: string; part: string; by: string }[];
  /** What was begun and not sent yet. */
  begun?: readonly { part: string; text: string; on: string }[];
  worker: (NamedWorker & { role: string; since: string }) | undefined;
  /** Who assesses needs now, where that is somebody else. */
  assesses?: NamedWorker | undefined;
  copies: readonly { id: string; title: string; on: string }[];
  actions: readonly { part: string; text: string }[];
  /** The visits that are arranged and to come. */
  visits?: readonly {
    title: string;
    on: string;
    startsAt: string;
    where: string;
    comes: readonly string[];
    calendar: string;
  }[];
  /** Visits that were called off before their day. */
  calledOff?: readonly { on: string; startsAt: string; calendar: string }[];
  /** What the support costs a week now, whose part the person's is ("You pay"), and the copy with the working. */
  money?: (Parameters<typeof moneyPicture>[0] & { whose: string; working: string }) | undefined;
  /** What the person asked for or told us, and what became of it. */
  requests?: readonly { title: string; text: string; on: string }[];
}): string => {
  const path = casePath(input);
  return render('pages/case-overview.njk', {
    site: siteOf(input.council),
    ...input,
    way: wayView(steps.map((step) => saidIn(step, 'title', 'text'))),
    money: money ? moneySaid(money) : false,
    questions: input.questions.map((one) => saidIn(one, 'text')),
    path,
    // The form whose first question is about danger and harm: an answer there is looked into the same day.
    tellUs: input.actions.find(({ part }) => part === 'ask/change') ?? false,
    requests: requests.map((one) => saidIn(one, 'title', 'text')),
    visits,
    calledOff,
    begun: begun.map((one) => saidIn(one, 'text')),
    worker: worker ?? false,
    assesses: assesses ?? false,
    copies: copies.map(({ id, ...copy }) => ({
      ...saidIn(copy, 'title'),
      href: `${path}/copies/${id}`,
      pdf: `${path}/copies/${id}/pdf`,
    })),
  });
};

/** A copy to read, with the way to the same as PDF. */
export const copyPage = ({ copy, ...of }: Of & { reference: string; copy: Copy }): string =>
  render('pages/case-copy.njk', {
    site: siteOf(of.council),
    title: copy.title,
    copy,
    back: casePath(of),
    pdf: casePath(of, `copies/${copy.id}/pdf`),
  });

/** All copies of a case in one file that needs no other: for the archive that a person takes away. */
export const allCopiesPage = ({
  copies,
  ...input
}: Of & { reference: string; madeOn: string; copies: readonly Copy[] }): string =>
  render('documents/all-copies.njk', { councilName: input.council.name, ...input, copies });

/** A copy with a question under it: agree to a plan, or sign a review. */
export const answerCopyPage = ({
  copy,
  begin,
  asked,
  ...of
}: OfCase & {
  title: string;
  copy: Copy;
  /** What the reader is told before the copy. */
  lines: readonly string[];
  /** Where the questions about it begin, on pages of their own; nothing where the reader may see it and may not answer. */
  begin?: { part: string; text: string };
  /** The one question that stands under it. */
  asked?: {
    part: string;
    form: Form;
    values: Readonly<Record<string, unknown>>;
    problems: readonly Problem[];
    notice?: string;
  };
}): string => {
  const view = asked && formView(asked.form, asked);
  return render('pages/case-answer.njk', {
    site: siteOf(of.council),
    ...of,
    title: view && view.errors.length > 0 ? `Error: ${of.title}` : of.title,
    heading: of.title,
    copy,
    view: view ?? false,
    notice: asked?.notice ?? '',
    send: asked?.form.send ?? '',
    action: asked ? casePath(of, asked.part) : '',
    begin: begin ? { href: casePath(of, begin.part), text: begin.text } : false,
    back: casePath(of),
    pdf: casePath(of, `copies/${copy.id}/pdf`),
  });
};

/** A short form on one page, for the first time or again with what was typed and what is wrong with it. */
export const caseFormPage = ({
  form,
  values,
  problems,
  exits = [],
  notice = '',
  submissionKey = '',
  added = [],
  ...of
}: OfCase & {
  part: string;
  form: Form;
  values: Readonly<Record<string, unknown>>;
  problems: readonly Problem[];
  exits?: readonly Exit[];
  /** Said above the form, such as that the sign-in has ended and what to do. */
  notice?: string;
  submissionKey?: string;
  /** Names of the documents that have been added and not sent yet. */
  added?: readonly string[];
}): string => {
  const view = formView(form, { values, problems });
  return render('pages/case-form.njk', {
    site: siteOf(of.council),
    ...of,
    title: view.errors.length > 0 ? `Error: ${form.title}` : form.title,
    form,
    view,
    exits,
    notice,
    submissionKey,
    added,
    documents: casePath(of, 'documents'),
    action: casePath(of, of.part),
    back: casePath(of),
  });
};

/** Asks whether the person really wants to withdraw, and says what it means. */
export const withdrawPage = (of: OfCase): string =>
  small({
    council: of.council,
    heading: 'Do you want to withdraw your request?',
    lines: [
      'We stop working on it and close your case.',
      'You can ask for help again at any time. You do not have to give a reason.',
      'If you want to change something instead, or feel pressed to withdraw, tell us.',
    ],
    forms: [
      { action: casePath(of, 'withdraw'), button: 'Yes, withdraw my request', hidden: { csrf: of.csrf, sure: 'yes' } },
    ],
    links: [
      { href: casePath(of), text: 'No, go back to my case' },
      { href: casePath(of, 'ask/change'), text: 'Tell us something instead' },
    ],
    help: true,
  });
