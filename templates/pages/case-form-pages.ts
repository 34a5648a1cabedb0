import type { Council } from '../../schemas/council.ts';
import type { Exit, Form, Page, Question, Section } from '../../schemas/form-language.ts';
import { spoken } from '../../schemas/voices.ts';
import { render } from '../environment.ts';
import { type CheckedPart, checkedSections } from './draft-pages.ts';
import type { FormState } from './form-view.ts';
import { siteOf } from './pages.ts';
import { type Place, placedIn, questionView } from './question-view.ts';

/** A page of a form that somebody sends while their case runs: whose, and the token that stands in its forms. */
type Of = { readonly council: Council; readonly csrf: string };

/** What a form is and how long it takes, with the way in; and what was begun of it. */
export const caseFormStartPage = ({
  council,
  form,
  ...rest
}: Of & {
  form: Form;
  /** The first page of it that is still to be filled in, or where the answers are checked. */
  next: string;
  back: string;
  action: string;
  /** When it was begun and until when it is kept; empty where it was not begun. */
  begunOn: string;
  keptUntil: string;
}): string => {
  const pages = form.sections.flatMap((section) => section.pages);
  return render('pages/case-form-start.njk', {
    site: siteOf(council),
    title: form.title,
    intro: form.intro,
    pages: pages.length,
    mayBeFewer: pages.some(({ when, questions }) => when ?? questions.every((question) => question.when)),
    send: form.send,
    ...rest,
  });
};

/**
 * One page of its questions. Of a form of one page it is the whole form, with the button that sends it.
 *
 * @param input.seen marks what was saved when the page was made, so that a change made meanwhile is noticed
 * @param input.notice said above the questions, such as that the browser has signed in anew
 */
export const caseQuestionPage = ({
  council,
  form,
  visit,
  isWhole,
  here,
  change = false,
  meanwhile = [],
  notice = '',
  documents,
  added,
  key,
  seen,
  back,
  csrf,
  ...state
}: Of &
  FormState & {
    form: Form;
    visit: { section: Section; page: Page; questions: readonly Question[] };
    isWhole: boolean;
    here: string;
    back: string;
    seen: string;
    key: string;
    change?: boolean;
    place?: Place | undefined;
    meanwhile?: readonly { name: string; lines: readonly string[] }[];
    notice?: string;
    /** Where documents are added, and the names of those that wait. */
    documents: string;
    added: readonly string[];
  }): string => {
  const view = questionView(form, visit, state);
  const isFile = visit.questions.some(({ type }) => type === 'file');
  const drawn = isWhole
    ? { ...view, single: false, heading: form.title, name: form.title, section: '' }
    : { ...view, single: view.single || isFile, section: placedIn(form.title, state.place) };
  return render('pages/case-question.njk', {
    site: siteOf(council),
    title: `${view.errors.length > 0 ? 'Error: ' : ''}${drawn.name}`,
    view: drawn,
    intro: isWhole ? form.intro : [],
    send: isWhole ? form.send : '',
    action: here,
    here: `${here}${change ? '?change=yes' : ''}`,
    change,
    meanwhile: meanwhile.map(({ name, lines }) => ({ key: { text: name }, value: { text: lines.join('; ') } })),
    notice,
    documents,
    added,
    key,
    seen,
    back,
    csrf,
    outside: '',
    area: '',
  });
};

/** Every answer with a way to change it, what is still missing, and the button that sends the form. */
export const caseCheckPage = ({
  council,
  form,
  parts,
  errors,
  ...own
}: Of & {
  form: Form;
  parts: readonly CheckedPart[];
  errors: readonly { text: string; href?: string }[];
  action: string;
  back: string;
  key: string;
}): string =>
  render('pages/check.njk', {
    site: siteOf(council),
    title: `${errors.length > 0 ? 'Error: ' : ''}Check your answers before you send them`,
    form: { send: form.send },
    errors,
    ready: errors.every(({ href }) => href === undefined),
    sensitive: form.sections.some(({ pages }) => pages.some((page) => page.sensitive)),
    apart: false,
    sections: checkedSections(parts),
    ...own,
  });

/** Where such a form is the wrong thing to go on with: what to do instead, and that nothing was sent. */
export const caseStopPage = ({
  council,
  form,
  answers,
  exit,
  ...rest
}: Omit<Of, 'csrf'> & {
  form: Form;
  answers: FormState['values'];
  exit: Exit;
  change: string;
  keptUntil: string;
  later: string;
}): string =>
  render('pages/stop.njk', {
    site: siteOf(council),
    title: exit.title.replace(/\.$/, ''),
    sensitive: exit.action !== 'contact-us',
    exit: { ...exit, body: exit.body.map((line) => spoken(form, answers, line)) },
    isOnCase: true,
    ...rest,
  });
