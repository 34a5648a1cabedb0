import type { Council } from '../../schemas/council.ts';
import {
  type Column,
  type Condition,
  type Form,
  type Page,
  partsOf,
  type Question,
  questionsOf,
} from '../../schemas/form-language.ts';
import { say } from '../../schemas/say.ts';
import { spoken, spokenTitle } from '../../schemas/voices.ts';
import { render } from '../environment.ts';
import { yesOrNo } from './field-view.ts';
import { siteOf } from './pages.ts';

/** The number of each question on paper, by its id: what a member of staff sees beside it who types a paper form in. */
export const paperNumbers = (form: Form): ReadonlyMap<string, number> =>
  new Map(questionsOf(form).map(({ question }, index) => [question.id, index + 1]));

type Numbers = ReturnType<typeof paperNumbers>;
type Asked = ReturnType<typeof questionsOf>[number];
type Questions = ReadonlyMap<string, Question>;

const labelOf = (question: Question | undefined, value: string): string => {
  if (question?.type === 'yesno') return value === 'yes' ? say`Yes` : say`No`;
  const options = question?.type === 'choice' || question?.type === 'multi' ? question.options : [];
  return options.find((option) => option.value === value)?.label ?? value;
};

const anyOf = (texts: readonly string[]): string => texts.reduce((first, second) => say`${first} or ${second}`);

/** A condition as the second half of a sentence that begins with “if”, by the numbers of the questions: `you ticked “Yes” at question 12`. */
const paperCondition = (condition: Condition, numbers: Numbers, questions: Questions): string => {
  const of = (part: Condition) => paperCondition(part, numbers, questions);
  if ('all' in condition) return condition.all.map(of).reduce((first, second) => say`${first}, and ${second}`);
  if ('any' in condition) {
    const [first, ...rest] = condition.any;
    const alike = first && 'is' in first && rest.every((part) => 'is' in part && String(part.is) === String(first.is));
    if (!alike) return condition.any.map(of).reduce((before, after) => say`${before}, or ${after}`);
    const at = anyOf(partsOf(condition).map(({ question }) => String(numbers.get(question) ?? '')));
    return say`you ticked ${ticked(first, questions)} at question ${at}`;
  }
  const at = numbers.get(condition.question) ?? '';
  if ('atLeast' in condition) return say`you wrote ${condition.atLeast} or more at question ${at}`;
  return say`you ticked ${ticked(condition, questions)} at question ${at}`;
};

const ticked = ({ question, is }: Extract<Condition, { is: string[] }>, questions: Questions): string =>
  anyOf(is.map((value) => `“${labelOf(questions.get(question), value)}”`));

/** When a question is asked, in its page's condition and its own. */
const whenOf = ({ page, question }: Asked): Condition | undefined => {
  const both = [page.when, question.when].filter((one) => one !== undefined);
  return both.length > 1 ? { all: both } : both[0];
};

/** Rows of a table that stand on paper. */
const rowsOnPaper = 3;

/** What there is to write or tick: lines, boxes, or rows of both. */
const answerSpace = (asked: Exclude<Question, { type: 'table' }> | Column) => {
  switch (asked.type) {
    case 'yesno':
      return { kind: 'boxes', boxes: yesOrNo().map(({ label }) => ({ label, hint: '' })), note: say`Tick one box.` };
    case 'choice':
    case 'multi':
      return {
        kind: 'boxes',
        boxes: asked.options.map(({ label, hint = '' }) => ({ label, hint })),
        note: asked.type === 'choice' ? say`Tick one box.` : say`Tick every box that is true.`,
      };
    case 'long':
      return { kind: 'lines', lines: 6 };
    case 'date':
      return { kind: 'date' };
    case 'sign':
      return { kind: 'sign' };
    case 'file':
      return { kind: 'note', note: say`Send copies with this form. Keep what you copied.` };
    case 'money':
      return { kind: 'lines', lines: 1, before: '£' };
    default:
      return { kind: 'lines', lines: 1 };
  }
};

/** Who fills a paper form in: the person themselves, or somebody for them. */
export type PaperVoice = 'me' | 'helper';

/**
 * A form on paper: every question of its list with its number, room to write, and when it need not be answered. It is the same list as on the
 * screen, in the language of whoever reads it.
 *
 * @param input.voice for whom the words are put, where the form can be filled in for somebody else
 * @param input.large whether the letters are large
 */
export const printFormPage = ({
  council,
  form,
  time,
  voice,
  large,
}: {
  council: Council;
  form: Form;
  time: string;
  voice: PaperVoice;
  large: boolean;
}): string => {
  const byWhom = form.answering?.question;
  const answers = byWhom ? { [byWhom]: voice } : {};
  const tell = (text: string, about?: Question['about']) => spoken(form, answers, text, about);
  const all = questionsOf(form);
  const numbers = paperNumbers(form);
  const questions: Questions = new Map(all.map(({ question }) => [question.id, question]));
  const conditions = all.map((one) => whenOf(one));
  const keys = conditions.map((one) => JSON.stringify(one ?? null));
  const inWords = (condition: Condition) => tell(paperCondition(condition, numbers, questions));

  /** Said where a run of questions begins that wait for the same, with where to go on. */
  const onlyIf = (index: number): string => {
    const condition = conditions[index];
    if (condition === undefined || keys[index] === keys[index - 1]) return '';
    const after = keys.findIndex((key, at) => at > index && key !== keys[index]);
    const last = after < 0 ? all.length : after;
    const words = inWords(condition);
    const first =
      last === index + 1
        ? say`Only answer question ${last} if ${words}.`
        : say`Only answer questions ${index + 1} to ${last} if ${words}.`;
    return `${first} ${after < 0 ? say`If not, go to the end.` : say`If not, go to question ${after + 1}.`}`;
  };

  /** What is said after the last question that leads to a stop. */
  const stopsAfter = (id: string) =>
    form.exits
      .filter(({ when }) => partsOf(when).at(-1)?.question === id)
      .map(({ when, title, body }) => ({
        when: say`If ${inWords(when)}:`,
        lines: [title, ...body].map((line) => tell(line)),
      }));

  const view = ({ page, question }: Asked) => {
    const index = (numbers.get(question.id) ?? 1) - 1;
    const label = tell(question.label, question.about);
    return {
      id: question.id,
      number: index + 1,
      onlyIf: onlyIf(index),
      label: question.optional && !isOneNeeded(page, question) ? say`${label} (optional)` : label,
      hint: question.hint ? tell(question.hint, question.about) : '',
      row: question.type === 'table' ? question.row : '',
      rows:
        question.type === 'table'
          ? Array.from({ length: Math.min(rowsOnPaper, question.maxRows ?? rowsOnPaper) }, () =>
              question.columns.map((column) => ({ label: tell(column.label), ...answerSpace(column) })),
            )
          : [],
      space: question.type === 'table' ? { kind: 'rows' } : answerSpace(question),
      stops: stopsAfter(question.id),
    };
  };

  return render('pages/print-form.njk', {
    site: siteOf(council),
    title: say`${form.title}: a form to fill in by hand`,
    heading: form.title,
    intro: form.intro,
    time,
    ready: form.ready ?? [],
    callFirst: form.callFirst ?? false,
    total: all.length,
    large,
    versions: versions(council, form, voice, large),
    sections: form.sections.map((section) => ({
      title: spokenTitle(form, answers, section),
      pages: section.pages.map((page) => ({
        title: page.questions.length > 1 ? spokenTitle(form, answers, page) : '',
        guidance: [...(page.guidance ?? []), ...(page.oneNeeded ? [page.oneNeeded.error] : [])].map((line) =>
          tell(line),
        ),
        questions: all.filter((one) => one.page === page).map(view),
      })),
    })),
    isSigned: all.some(({ question }) => question.type === 'sign'),
  });
};

const isOneNeeded = (page: Page, { id }: Question): boolean => page.oneNeeded?.of.includes(id) ?? false;

/** The other ways in which the same form is printed. */
const versions = (council: Council, form: Form, voice: PaperVoice, large: boolean) => {
  const to = (of: PaperVoice, size: boolean) =>
    `/${council.slug}/forms/${form.id}/print?${new URLSearchParams({ for: of, ...(size && { size: 'large' }) })}`;
  return [
    ...(form.answering?.question
      ? [
          voice === 'me'
            ? { href: to('helper', large), text: say`The same form, to fill in for someone else` }
            : { href: to('me', large), text: say`The same form, to fill in for yourself` },
        ]
      : []),
    large
      ? { href: to(voice, false), text: say`The same form in usual letters` }
      : { href: to(voice, true), text: say`The same form in large letters` },
  ];
};
