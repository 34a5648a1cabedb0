import { checkedAnswers, missingAnswers, type PageVisit, pagesThatApply, placeOf } from '../../domain/forms/forms.ts';
import { nameToTypist } from '../../schemas/answer-kinds.ts';
import { readAnswers } from '../../schemas/answers.ts';
import { exitsReached } from '../../schemas/form-conditions.ts';
import { spokenTitle } from '../../schemas/voices.ts';
import { caseCheckPage, caseQuestionPage } from '../../templates/pages/case-form-pages.ts';
import { seenMark, todayIn } from '../apply/draft-calls.ts';
import { pageName, unfinishedPages, valuesOn } from '../apply/unfinished-pages.ts';
import type { Deps } from '../deps.ts';
import { page, type SiteResponse } from '../web/site.ts';
import { casePath } from './case-access.ts';
import { answersOf, type CaseWalk, isOnePage, stepPath, walkPath } from './case-walk.ts';

type Rest = Partial<Parameters<typeof caseQuestionPage>[0]>;

/** Before the first page is where the form began: its start, or the plan that is answered. */
const startOf = (walk: CaseWalk): string => {
  const { reader, form } = walk;
  if (form.id === 'plan-agreement') return casePath(reader.careCase, 'plan');
  return isOnePage(form) ? casePath(reader.careCase) : walkPath(walk);
};

const backFrom = (walk: CaseWalk, visit: PageVisit, change: boolean): string => {
  if (change) return walkPath(walk, '/check');
  const visits = pagesThatApply(walk.form, walk.kept.answers);
  const before = visits[visits.findIndex(({ page: one }) => one === visit.page) - 1];
  return before ? stepPath(walk, before.page.id) : startOf(walk);
};

/** One page of questions with what was answered or typed before, or with what was typed now. */
export const stepResponse = (
  walk: CaseWalk,
  visit: PageVisit,
  status: number,
  { change = false, values, ...rest }: Rest = {},
): SiteResponse => {
  const { request, reader, form, kept, documents } = walk;
  const own = new Set(visit.page.questions.map(({ id }) => id));
  const others = Object.fromEntries(Object.entries(kept.answers).filter(([id]) => !own.has(id)));
  return page(
    status,
    caseQuestionPage({
      council: request.council,
      csrf: reader.session.csrf,
      form,
      visit,
      problems: [],
      isWhole: isOnePage(form),
      here: stepPath(walk, visit.page.id),
      back: backFrom(walk, visit, change),
      seen: seenMark(visit.page, kept.answers),
      key: isOnePage(form) ? kept.key : '',
      change,
      place: placeOf(form, kept.answers, visit),
      documents: casePath(reader.careCase, 'documents'),
      added: [...documents.values()],
      ...rest,
      values: { ...others, ...(values ?? valuesOn(kept, visit)) },
    }),
  );
};

/** Where somebody goes on: what must be told first, then the next page, then what is still missing, then all answers. */
export const nextStep = (walk: CaseWalk, after: PageVisit | undefined, change: boolean): string => {
  const { form, kept } = walk;
  if (exitsReached(form, kept.answers).length > 0) return walkPath(walk, '/stop');
  const visits = pagesThatApply(form, kept.answers);
  const at = visits.findIndex(({ page: one }) => one === after?.page);
  const next = change || after === undefined ? undefined : visits[at + 1];
  if (next) return stepPath(walk, next.page.id);
  const [missing] = missingAnswers(form, answersOf(walk));
  const [unfinished] = unfinishedPages(form, kept);
  const open = missing?.page ?? unfinished?.page;
  if (open === undefined) return walkPath(walk, '/check');
  // From the middle of it one goes on page by page; only what was passed over is led back to.
  return stepPath(walk, open.id, after === undefined ? '' : 'change=yes');
};

/** Every answer with a way to change it, and what is missing or holds no more. @param said what else there is to say */
export const walkCheckResponse = (
  deps: Pick<Deps, 'clock'>,
  walk: CaseWalk,
  status: number,
  said: readonly string[] = [],
): SiteResponse => {
  const { request, reader, form, kept, documents } = walk;
  const answers = answersOf(walk);
  const visits = pagesThatApply(form, answers);
  const putRight = (id: string) => ({ href: stepPath(walk, id, 'change=yes') });
  const read = readAnswers(form, todayIn(deps), answers);
  const wrong = read.outcome === 'problems' ? read.problems : [];
  const checked = checkedAnswers(form, answers, documents);
  const errors = [
    ...said.map((text) => ({ text })),
    ...wrong.map(({ field, message }) => {
      const on = visits.find(({ questions }) => questions.some(({ id }) => id === field.replace(/[[.].*$/, '')));
      return { text: message, ...(on && putRight(on.page.id)) };
    }),
    ...unfinishedPages(form, kept).map((visit) => ({
      text: `Finish what you began to type under “${pageName(form, kept, visit)}”`,
      ...putRight(visit.page.id),
    })),
  ];
  return page(
    errors.length > 0 && status === 200 ? 400 : status,
    caseCheckPage({
      council: request.council,
      csrf: reader.session.csrf,
      form,
      errors,
      action: walkPath(walk),
      back: stepPath(walk, visits.at(-1)?.page.id ?? ''),
      key: kept.key,
      parts: [...new Set(checked.map(({ section }) => section))].map((section) => ({
        id: section.id,
        title: spokenTitle(form, answers, section),
        answers: checked
          .filter((one) => one.section === section)
          .map(({ page: on, question, lines }) => ({
            name: nameToTypist(question),
            lines,
            href: stepPath(walk, on.id, 'change=yes'),
          })),
      })),
    }),
  );
};
