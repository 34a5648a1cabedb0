import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { missingAnswers, nextStop, pagesThatApply } from '../../../domain/forms/forms.ts';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import { answersSchema, readAnswers } from '../../../schemas/answers.ts';
import { type Answers, askedQuestions, exitsReached } from '../../../schemas/form-conditions.ts';
import {
  type Condition,
  type Form,
  form,
  partsOf,
  type Question,
  questionsOf,
} from '../../../schemas/form-language.ts';
import { spoken } from '../../../schemas/voices.ts';
import { anyAnswers } from '../../support/any-answers.ts';
import { everyList } from '../../support/every-list.ts';

const today = () => '2026-11-21';

/** Answers that make a condition hold, with those that make the questions it depends on be asked. */
const answersFor = (of: Form, condition: Condition | undefined): Answers => {
  if (condition === undefined) return {};
  if ('all' in condition) return Object.assign({}, ...condition.all.map((part) => answersFor(of, part)));
  if ('any' in condition) return answersFor(of, condition.any[0]);
  const on = questionsOf(of).find(({ question }) => question.id === condition.question);
  const value = 'is' in condition ? (condition.is[0] ?? '') : condition.atLeast;
  return {
    ...answersFor(of, on?.page.when),
    ...answersFor(of, on?.question.when),
    [condition.question]: on?.question.type === 'multi' ? [String(value)] : value,
  };
};

/** The conditions on one answer inside a condition, one a listed value. */
const single = (condition: Condition | undefined): Condition[] =>
  partsOf(condition).flatMap((part): Condition[] =>
    'is' in part ? part.is.map((value) => ({ question: part.question, is: [value] })) : [part],
  );

/** One complete set of answers for each single condition of the form. */
const reaching = (of: Form): { id: string; answers: Answers }[] =>
  questionsOf(of).flatMap(({ page, question }) => {
    const toPage = answersFor(of, page.when);
    const toQuestion = answersFor(of, question.when);
    return [
      ...single(page.when).map((part) => ({ ...toPage, ...answersFor(of, part), ...toQuestion })),
      ...single(question.when).map((part) => ({ ...toPage, ...toQuestion, ...answersFor(of, part) })),
    ].map((overrides) => ({ id: question.id, answers: completeAnswers(of, overrides) }));
  });

/** The answers that the least ones are not: "no", and the last of every list, where that reaches no exit. */
const otherWay = (of: Form): Answers =>
  Object.fromEntries(
    questionsOf(of).flatMap(({ question: { id, ...question } }) => {
      const last =
        'options' in question ? question.options.at(-1)?.value : question.type === 'yesno' ? 'no' : undefined;
      const leaves = of.exits.some(({ when }) => partsOf(when).some((part) => 'is' in part && part.question === id));
      if (last === undefined || leaves) return [];
      return [[id, question.type === 'multi' ? [last] : last]];
    }),
  );

describe('every form', () => {
  it('has an id of its own', () => {
    expect(new Set(everyList.map(({ id }) => id)).size).toBe(everyList.length);
  });
});

describe.each(everyList.map((of) => ({ id: of.id, of })))('$id', ({ of }) => {
  const questions = questionsOf(of).map(({ question }) => question);
  const sets = reaching(of);

  it('is written in the form language, with 0 faults', () => {
    expect(form.safeParse(of).error?.issues ?? []).toEqual([]);
  });

  it('can be completed, by the least answers and by those that open each condition', () => {
    const all = [completeAnswers(of), completeAnswers(of, otherWay(of)), ...sets.map((one) => one.answers)];
    const different = new Map(all.map((answers) => [JSON.stringify(answers), answers]));
    for (const answers of different.values()) {
      expect(readAnswers(of, today, answers)).toEqual({ outcome: 'complete', answers, notAsked: [] });
    }
    expect(missingAnswers(of, completeAnswers(of))).toEqual([]);
  });

  it('reaches every condition, and can be completed without it', () => {
    const askedIn = [completeAnswers(of), completeAnswers(of, otherWay(of)), ...sets.map(({ answers }) => answers)].map(
      (answers) => new Set(askedQuestions(of, answers).map(({ id }) => id)),
    );

    expect(sets.filter((one, index) => !askedIn[index + 2]?.has(one.id))).toEqual([]);
    expect(sets.filter(({ id }) => askedIn.every((asked) => asked.has(id))).map(({ id }) => id)).toEqual([]);
  });

  it('reaches every exit, which is never taken for a submission', () => {
    expect(new Set(of.exits.map(({ id }) => id)).size).toBe(of.exits.length);
    for (const exit of of.exits) {
      const answers = { ...completeAnswers(of), ...answersFor(of, exit.when) };

      const read = readAnswers(of, today, answers);

      expect(read).toMatchObject({ outcome: 'exit', exits: [{ id: exit.id }], given: answers });
      expect(exitsReached(of, answers).map(({ id }) => id)).toEqual([exit.id]);
      expect(answersSchema(of, today).safeParse(answers).success).toBe(false);
    }
  });

  it('asks nothing twice: each id, name and question occurs once', () => {
    const said = (question: Question) => spoken(of, { filledInBy: 'helper' }, question.label, question.about);
    // Of the signatures of a form about two, whoever types is asked for one.
    const isForHelper = ({ type, when }: Question) =>
      type !== 'sign' || when === undefined || ('is' in when && when.is.includes('helper'));
    for (const wordsOf of [said, ({ id }: Question) => id, ({ name }: Question) => name]) {
      const values = questions.filter(isForHelper).map((question) => wordsOf(question).toLowerCase());
      expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
    }
  });

  it('has for every question and column a sentence that says what to do', () => {
    const sentences = questions.flatMap((question) =>
      question.type === 'table' ? [question.error, ...question.columns.map(({ error }) => error)] : [question.error],
    );
    for (const sentence of sentences)
      expect(sentence).toMatch(/^(Enter|Fill in|Select|Tell us|Type|Upload|Give) [^.]+$/);
  });

  it('tells of everything that is missing at once, in the order of the form', () => {
    const read = readAnswers(of, today, {});
    const either = pagesThatApply(of, {}).flatMap(({ page: { oneNeeded } }) => oneNeeded ?? []);
    const needed = askedQuestions(of, {}).flatMap(({ id, optional, error }) => {
      const message = optional ? either.find((one) => one.of[0] === id)?.error : error;
      return message === undefined ? [] : [{ field: id, message }];
    });

    expect(read).toMatchObject({
      outcome: 'problems',
      problems: needed,
    });
  });

  it('stores exactly what is asked, whatever else is sent', () => {
    fc.assert(
      fc.property(anyAnswers(of), (sent) => {
        const read = readAnswers(of, today, sent);
        const asked = new Set(askedQuestions(of, sent).map(({ id }) => id));

        if (read.outcome !== 'complete') throw new Error(JSON.stringify(read).slice(0, 500));
        expect(new Set(Object.keys(read.answers))).toEqual(asked);
        expect(new Set(read.notAsked)).toEqual(new Set(Object.keys(sent).filter((id) => !asked.has(id))));
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('leads page by page from the first to check answers', () => {
    const answers = completeAnswers(of);
    const visits = pagesThatApply(of, answers);

    visits.forEach(({ section, page }, index) => {
      const following = visits[index + 1];
      const stop = nextStop(of, answers, page.id);
      if (following?.section === section)
        expect(stop).toMatchObject({ go: 'page', visit: { page: { id: following.page.id } } });
      else expect(stop).toEqual({ go: 'check-answers' });
    });
    expect(visits.length).toBeGreaterThan(0);
  });

  it('has a JSON schema with a title and a description for every question', () => {
    const document = z.toJSONSchema(answersSchema(of, today), { io: 'input' });
    const [answers] = Object.values(document.$defs ?? {});

    expect(Object.keys(answers?.properties ?? {})).toEqual(questions.map(({ id }) => id));
    for (const property of Object.values(answers?.properties ?? {})) {
      expect(property).toMatchObject({ title: expect.stringMatching(/./), description: expect.stringMatching(/./) });
    }
  });
});
