import type { PlanWriter } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { Form, Question } from '../../schemas/form-language.ts';
import { render } from '../environment.ts';
import { escaped } from './easy-read.ts';
import type { FormState } from './form-view.ts';
import { siteOf } from './pages.ts';
import { questionView } from './question-view.ts';
import { fieldOf, small } from './return-pages.ts';

type Of = {
  readonly council: Council;
  readonly csrf: string;
  readonly base: string;
  /** The person's first name, where somebody else writes. */
  readonly about?: string | undefined;
};
type Back = { readonly href: string; readonly text: string };

/** A part of the plan and how far it is. */
export type PlanPart = {
  readonly title: string;
  readonly href: string;
  readonly status: 'written' | 'not-written' | 'sent-back';
};

const statuses: Readonly<Record<PlanPart['status'], object>> = {
  written: { text: 'Written' },
  'not-written': { tag: { text: 'Not yet written', classes: 'govuk-tag--blue' } },
  'sent-back': { tag: { text: 'Sent back', classes: 'govuk-tag--yellow' } },
};

const whose = (about: string | undefined): string => (about === undefined ? 'your plan' : `the plan of ${about}`);

/** The parts of a plan that is being written, and what can be done with it. */
export const ownPlanPage = ({
  council,
  about,
  parts = [],
  errors = [],
  back,
  words = [],
  mayOpen = false,
  ...input
}: Of & {
  back: Back | undefined;
  state: 'none' | 'not-chosen' | 'with-worker' | 'writing' | 'ready';
  isOwner?: boolean;
  worker?: string;
  money?: readonly string[];
  errors?: readonly { text: string; href: string }[];
  left?: number;
  parts?: readonly PlanPart[];
  /** Whether the parts may be opened to write in them. */
  mayOpen?: boolean;
  /** What stands in the parts, for who only reads. */
  words?: readonly { title: string; rows: readonly { name: string; lines: readonly string[] }[] }[];
  /** Who was invited, and the code that each is to be told. */
  people?: readonly { name: string; what: string; code: string; ranOut: string; action: string }[];
}): string => {
  const heading = about === undefined ? 'Your plan' : `The plan of ${about}`;
  return render('pages/own-plan.njk', {
    site: siteOf(council),
    title: errors.length > 0 ? `Error: ${heading}` : heading,
    heading,
    isOwner: false,
    people: [],
    money: [],
    left: 0,
    worker: '',
    ...input,
    mayOpen,
    // Below the case, as the plan is.
    asks: `${input.base.replace(/\/plan$/, '')}/ask/change`,
    back: back ?? false,
    errors,
    words: words.map(({ title, rows }) => ({ title, rows: rows.map(({ name, lines }) => summaryRow(name, lines)) })),
    items: parts.map(({ title, href, status }) => ({
      title: { text: title },
      status: statuses[status],
      ...(mayOpen && { href }),
    })),
  });
};

const summaryRow = (name: string, lines: readonly string[]) => ({
  key: { text: name },
  value: { html: lines.map(escaped).join('<br>') },
});

const suggestion: Extract<Question, { type: 'long' }> = {
  id: 'suggestion',
  type: 'long',
  label: 'What do you suggest?',
  name: 'Suggestion',
  hint: 'It stands beside the plan. Whoever writes the plan can use it.',
  error: 'Enter what you suggest',
  maxLength: 5000,
};

/** One page of the plan. */
export const changedOwnPage = ({
  council,
  form,
  own,
  meanwhile,
  base,
  words,
  ...input
}: Of &
  FormState & {
    form: Form;
    own: {
      readonly id: string;
      readonly title: string;
      readonly lines: readonly string[];
      readonly questions: readonly Question[];
    };
    was: string;
    over: string;
    choices: readonly { name: string; value: string }[];
    /** Where the parts of the plan are listed. */
    overview: string;
    sentBack: readonly string[];
    suggestions: readonly { by: string; text: string }[];
    /** What the council's catalogue has for this need. */
    ideas: readonly { id: string; name: string; what: string; provider: string }[];
    /** Whether whoever reads it may only put something beside it. */
    suggests: boolean;
    words: readonly { name: string; lines: readonly string[] }[];
    meanwhile: readonly { name: string; lines: readonly string[] }[];
  }): string => {
  const [section] = form.sections;
  const [only] = section?.pages ?? [];
  if (section === undefined || only === undefined) throw new RangeError('A page of a plan asks something');
  const view = questionView(form, { section, page: only, questions: own.questions }, input);
  const action = `${base}/write/${own.id}`;
  return render('pages/own-plan-page.njk', {
    ...input,
    site: siteOf(council),
    title: `${view.errors.length > 0 ? 'Error: ' : ''}${own.title}`,
    heading: own.title,
    lines: own.lines,
    view,
    action,
    back: input.overview,
    suggestion: fieldOf(suggestion, undefined, ''),
    meanwhile: meanwhile.map(({ name, lines }) => summaryRow(name, lines)),
    words: words.map(({ name, lines }) => summaryRow(name, lines)),
  });
};

/** How a plan may be written, in the words of the council. */
const ways = ({ terms }: Council, about: string | undefined): Record<PlanWriter, string> => ({
  person: about === undefined ? 'I write it myself' : `${about} writes it`,
  'with-help':
    about === undefined ? 'I write it, with help from someone' : `${about} writes it, with help from someone`,
  someone: `Family or a friend writes it for ${about ?? 'me'}`,
  provider: `Someone who gives support writes it for ${about ?? 'me'}`,
  planner: `An ${terms.planner ?? 'independent support planner'} helps to write it`,
  worker: `The ${terms.keyWorker} writes it with ${about ?? 'me'}`,
});

/** Asks how the plan is to be written. */
export const planWritingPage = ({
  council,
  csrf,
  base,
  back = { href: base, text: 'Back' },
  about,
  value,
  error,
  isOpen,
}: Of & { back: Back | undefined; value: PlanWriter | undefined; error: string; isOpen: boolean }): string => {
  const question: Extract<Question, { type: 'choice' }> = {
    id: 'how',
    type: 'choice',
    label: `Who should write ${whose(about)}?`,
    name: 'Who writes the plan',
    hint: 'You can change it until the plan is checked. We always look at the plan with you before it is agreed.',
    error: 'Select who should write the plan',
    options: Object.entries(ways(council, about)).map(([way, label]) => ({ value: way, label })),
  };
  const heading = `How ${whose(about)} is written`;
  if (!isOpen) {
    const lines = ['No plan is being written now. If you want to change a plan, tell us.'];
    return small({ council, heading, lines, links: [back] });
  }
  return small({
    council,
    heading,
    lines: [
      'The plan says what help there will be, who gives it and what it costs.',
      'If you do not choose, we write it with you.',
    ],
    forms: [
      {
        action: `${base}/how`,
        button: 'Save and continue',
        hidden: { csrf },
        fields: [fieldOf(question, value, error)],
      },
    ],
    back: back.href,
    help: true,
  });
};

const whyEnded = {
  'signed-out': 'You are signed out. We do this after an hour, so that nobody else reads the plan.',
  over: 'This invitation has ended, or the plan is finished.',
} as const;

/** A guest who is not signed in, or whose invitation has ended. */
export const endedSharePage = ({ council, why }: { council: Council; why: keyof typeof whyEnded }): string =>
  small({
    council,
    heading: why === 'over' ? 'You cannot see this plan any more' : 'Sign in again',
    lines: [
      whyEnded[why],
      why === 'over'
        ? 'If you think that this is wrong, talk to the person who invited you.'
        : 'Open the link in our email once more. Its page sends you a new link. What you saved is kept.',
    ],
    help: true,
  });

const codeQuestion: Extract<Question, { type: 'text' }> = {
  id: 'code',
  type: 'text',
  label: 'What is the code?',
  name: 'Code',
  hint: '6 numbers. The person who invited you has it.',
  error: 'Enter the code of 6 numbers',
};

type LinkOf = { readonly council: Council; readonly token: string };
const linkAction = ({ council, token }: LinkOf): string => `/${council.slug}/plan/link/${token}`;

/** What a mailed link to a plan opens: a button and the code. Whatever opens the page changes nothing. */
export const usePlanLinkPage = ({ value, error = '', ...of }: LinkOf & { value?: string; error?: string }): string =>
  small({
    council: of.council,
    heading: 'Help with a plan',
    lines: ['We ask for the code so that nobody else can see the plan.'],
    forms: [{ action: linkAction(of), button: 'Open the plan', fields: [fieldOf(codeQuestion, value, error)] }],
    help: true,
  });

const deadReasons = {
  used: 'This link has been used. Each link works once.',
  expired: 'This link has expired. A link works for a week.',
  replaced: 'There is a newer link.',
  locked: 'The code was wrong 5 times, so this link no longer works.',
  unknown: 'We do not know this link. Check that you copied all of it.',
} as const;

/** Whose link was used, or has run out, has a new one sent to the same address while they are still wanted. */
const mayAskAgain = (reason: keyof typeof deadReasons): boolean => reason === 'used' || reason === 'expired';

/** Why a link to a plan does not work, and the way to one that does. */
export const deadPlanLinkPage = ({ reason, ...of }: LinkOf & { reason: keyof typeof deadReasons }): string =>
  small({
    council: of.council,
    heading: 'This link does not work any more',
    lines: [
      deadReasons[reason],
      ...(mayAskAgain(reason) ? [] : ['Ask the person who invited you to have a new one sent to you.']),
    ],
    forms: mayAskAgain(reason)
      ? [{ action: linkAction(of), button: 'Send me a new link', hidden: { action: 'again' } }]
      : [],
    help: true,
  });

/** The same whether or not the invitation is still good. */
export const planLinkSentPage = ({ council }: { council: Council }): string =>
  small({
    council,
    heading: 'Check your email',
    lines: [
      'If you may still help with the plan, we have sent a new link to the same email address.',
      'You need the code for it again.',
    ],
    help: true,
  });
