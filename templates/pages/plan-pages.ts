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
  ...input
}: Of & {
  back: Back;
  state: 'none' | 'not-chosen' | 'with-worker' | 'writing' | 'ready';
  isOwner?: boolean;
  worker?: string;
  money?: readonly string[];
  errors?: readonly { text: string; href: string }[];
  left?: number;
  parts?: readonly PlanPart[];
}): string => {
  const heading = about === undefined ? 'Your plan' : `The plan of ${about}`;
  return render('pages/own-plan.njk', {
    site: siteOf(council),
    title: errors.length > 0 ? `Error: ${heading}` : heading,
    heading,
    isOwner: false,
    money: [],
    left: 0,
    worker: '',
    ...input,
    errors,
    items: parts.map(({ title, href, status }) => ({
      title: { text: title },
      status: statuses[status],
      ...(input.state === 'writing' && { href }),
    })),
  });
};

/** One page of the plan. */
export const changedOwnPage = ({
  council,
  form,
  own,
  meanwhile,
  base,
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
    sentBack: readonly string[];
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
    back: `${base}/write`,
    meanwhile: meanwhile.map(({ name, lines }) => ({
      key: { text: name },
      value: { html: lines.map(escaped).join('<br>') },
    })),
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
  back,
  about,
  value,
  error,
  isOpen,
}: Of & { back: Back; value: PlanWriter | undefined; error: string; isOpen: boolean }): string => {
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
