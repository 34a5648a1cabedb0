import type { Council } from '../../schemas/council.ts';
import type { Exit, Form, Page, Question, Section } from '../../schemas/form-language.ts';
import { say } from '../../schemas/say.ts';
import { speaksByName, spoken } from '../../schemas/voices.ts';
import { storyUrls } from '../assets.ts';
import { render } from '../environment.ts';
import { renderShared } from '../shared-pages.ts';
import { inTheirWords } from './council-words.ts';
import { escaped } from './easy-read.ts';
import type { FormState } from './form-view.ts';
import { siteOf } from './pages.ts';
import { type Place, questionView } from './question-view.ts';

type Of = { readonly council: Council };
type Row = { key: { text: string }; value: { html: string } | { text: string } };

/** Where the pages of an unfinished form are. */
export const draftUrl = ({ slug }: Pick<Council, 'slug'>, rest = ''): string => `/${slug}/draft${rest}`;

/** Where one page of it is; `change` comes back to “check your answers”. */
export const questionUrl = (council: Pick<Council, 'slug'>, pageId: string, change = false): string =>
  draftUrl(council, `/pages/${pageId}${change ? '?change=yes' : ''}`);

/** What a form is, what to have at hand, and the button that begins it. @param input.unfinished the title of another that is open */
export const formStartPage = ({
  council,
  form,
  time,
  parts,
  unfinished = '',
}: Of & {
  form: Form;
  time: string;
  /** How many parts it has for different people. */
  parts: { readonly least: number; readonly most: number };
  unfinished?: string;
}): string =>
  renderShared(
    'pages/form-start.njk',
    {
      site: siteOf(council),
      // Each page of a form has a title of its own, so that windows and the history can be told apart.
      title: say`${form.title}: before you start`,
      form: {
        id: form.id,
        title: form.title,
        intro: form.intro,
        ready: form.ready ?? [],
        send: form.send,
        time,
        parts,
        callFirst: form.callFirst ?? false,
        stories: { pages: storyUrls('one-at-a-time'), back: storyUrls('come-back') },
        forAnyone: form.answering?.question !== undefined,
      },
    },
    { unfinished },
  );

/**
 * One page of questions.
 *
 * @param input.seen marks what was saved when the page was made, so that a change made meanwhile is noticed
 * @param input.meanwhile such a change: what is saved now, beside what was typed in the fields
 * @param input.back the page before
 * @param input.hides whether it holds an answer that is not shown again
 * @param input.place where the page stands in the form
 * @param input.outside the postcode that was given, where the home may be in another council’s area
 */
export const questionPage = ({
  council,
  form,
  visit,
  csrf,
  seen,
  back,
  change = false,
  meanwhile = [],
  outside,
  hides = false,
  ...state
}: Of &
  FormState & {
    form: Form;
    visit: { section: Section; page: Page; questions: readonly Question[] };
    csrf: string;
    seen: string;
    back: string;
    change?: boolean;
    place?: Place | undefined;
    meanwhile?: readonly { name: string; lines: readonly string[] }[];
    outside?: string | undefined;
    hides?: boolean;
  }): string => {
  const view = questionView(form, visit, state);
  const action = questionUrl(council, visit.page.id);
  const shared = {
    site: siteOf(council),
    title: `${view.errors.length > 0 ? `${say`Error:`} ` : ''}${view.name}`,
    view,
    action,
    here: questionUrl(council, visit.page.id, change),
    change,
    hides,
    meanwhile: meanwhile.map(({ name, lines }) => summaryRow(name, lines)),
  };
  const own = { csrf, seen, back, outside: outside ?? '', area: inTheirWords(council).area };
  // What somebody typed is never kept for others.
  const isEmpty = visit.questions.every(({ id }) => state.values[id] === undefined);
  const isAlike = isEmpty && meanwhile.length === 0 && state.problems.length === 0 && !speaksByName(form, state.values);
  return isAlike
    ? renderShared('pages/question.njk', shared, own)
    : render('pages/question.njk', { ...shared, ...own });
};

/** A part of the form as the task list shows it. */
export type Task = {
  title: string;
  hint?: string | undefined;
  /** How long what is left of it takes, "about 5 minutes"; a part that is finished has none. */
  time?: string | undefined;
  status: 'cannot-start-yet' | 'not-started' | 'in-progress' | 'completed' | 'optional';
  href: string;
};

const statuses = (): Readonly<Record<Task['status'], object>> => ({
  completed: { text: say`Completed` },
  'in-progress': { tag: { text: say`In progress`, classes: 'govuk-tag--yellow' } },
  'not-started': { tag: { text: say`Not yet started`, classes: 'govuk-tag--blue' } },
  optional: { tag: { text: say`Optional`, classes: 'govuk-tag--grey' } },
  'cannot-start-yet': { text: say`Cannot start yet`, classes: 'govuk-task-list__status--cannot-start-yet' },
});

const hintWith = (time = '', hint = ''): string =>
  [`${time.charAt(0).toUpperCase()}${time.slice(1)}`, hint].filter(Boolean).join('. ');

/** The parts of a form and how far each has come. */
export const taskListPage = ({
  council,
  form,
  tasks,
  counted,
  left,
  ready,
  changes,
  stopped,
  recalled,
  begunOn,
  address = '',
  keptUntil,
  csrf,
  together,
}: Of & {
  csrf: string;
  /** It is one of two parts; whether whoever fills it in may bring in the other. */
  together?: { invites: boolean } | undefined;
  form: Form;
  tasks: readonly Task[];
  /** How many parts are done, of how many. */
  counted: { readonly done: number; readonly total: number };
  /** How long all that is left takes. */
  left: string;
  ready: boolean;
  changes: { dropped: number; toAsk: readonly string[] } | undefined;
  stopped: boolean;
  recalled: boolean;
  /** The reference of a recalled form that staff have begun on as it was sent: it cannot be corrected any more. */
  begunOn?: string;
  address?: string | undefined;
  keptUntil: string;
}): string => {
  const told = statuses();
  return render('pages/tasks.njk', {
    site: siteOf(council),
    title: say`${form.title}: parts of the form`,
    heading: form.title,
    items: tasks.map(({ title, hint, time, status, href }) => ({
      title: { text: title },
      ...((hint || time) && { hint: { text: hintWith(time, hint) } }),
      ...(status !== 'cannot-start-yet' && { href }),
      status: told[status],
    })),
    ...counted,
    left,
    ready,
    changes: changes ?? false,
    stopped,
    recalled,
    begunOn,
    address,
    keptUntil,
    csrf,
    together: together ?? false,
  });
};

const summaryRow = (name: string, lines: readonly string[]): Row => ({
  key: { text: name },
  value: { html: lines.map(escaped).join('<br>') },
});

/** A part of the form on the page where all answers are checked. */
export type CheckedPart = {
  id: string;
  title: string;
  answers: readonly { name: string; lines: readonly string[]; href: string }[];
};

/** Every answer with a way to change it, what is still missing, and the button that sends the form. @param input.apart whether each part is on a page of its own */
export const checkPage = ({
  council,
  form,
  parts,
  apart,
  errors,
  csrf,
}: Of & {
  form: Form;
  parts: readonly CheckedPart[];
  apart: boolean;
  errors: readonly { text: string; href?: string }[];
  csrf: string;
}): string =>
  renderShared(
    'pages/check.njk',
    {
      site: siteOf(council),
      title: `${errors.length > 0 ? `${say`Error:`} ` : ''}${say`Check your answers before you send them`}`,
      form: { send: form.send },
      errors,
      ready: errors.every(({ href }) => href === undefined),
      sensitive: form.sections.some(({ pages }) => pages.some((page) => page.sensitive)),
      apart,
      action: draftUrl(council, '/send'),
      back: draftUrl(council),
    },
    { csrf, key: '', sections: { html: apart ? listedParts(council, parts) : checkedSections(parts) } },
  );

/** The answers of one part of a long form. @param input.next the part after it */
export const checkPartPage = ({
  council,
  part,
  next,
}: Of & { part: CheckedPart; next: CheckedPart | undefined }): string =>
  render('pages/check-part.njk', {
    site: siteOf(council),
    title: say`Check your answers: ${part.title}`,
    sensitive: true,
    part: part.title,
    rows: part.answers.map(checkedRow),
    next: next ? { text: say`Go on to “${next.title}”`, href: partUrl(council, next) } : false,
    all: draftUrl(council, '/check'),
  });

const partUrl = (council: Pick<Council, 'slug'>, { id }: CheckedPart): string => draftUrl(council, `/check?part=${id}`);

const checkedRow = ({ name, lines, href }: CheckedPart['answers'][number]) => ({
  ...summaryRow(name, lines),
  actions: { items: [{ href, text: say`Change`, visuallyHiddenText: name.toLowerCase() }] },
});

/** The answers of parts of a form, each with a way to change it. */
export const checkedSections = (parts: readonly CheckedPart[]): string =>
  render('pages/checked-sections.njk', {
    sections: parts.map(({ title, answers }) => ({ title, rows: answers.map(checkedRow) })),
  });

const listedParts = (council: Pick<Council, 'slug'>, parts: readonly CheckedPart[]): string =>
  render('pages/checked-sections.njk', {
    sections: [
      {
        title: '',
        rows: parts.map((part) => ({
          key: { text: part.title },
          value: { text: part.answers.length === 1 ? say`1 answer` : say`${part.answers.length} answers` },
          actions: { items: [{ href: partUrl(council, part), text: say`Check`, visuallyHiddenText: part.title }] },
        })),
      },
    ],
  });

/** Where a form is the wrong thing to go on with: what to do instead, and that nothing is lost. */
export const stopPage = ({
  council,
  form,
  answers,
  exit,
  change,
  keptUntil,
}: Of & { form: Form; answers: FormState['values']; exit: Exit; change: string; keptUntil: string }): string =>
  render('pages/stop.njk', {
    site: siteOf(council),
    title: exit.title.replace(/\.$/, ''),
    sensitive: exit.action !== 'contact-us',
    exit: { ...exit, body: exit.body.map((line) => spoken(form, answers, line)) },
    change,
    keptUntil,
    later: draftUrl(council, '/save'),
  });
