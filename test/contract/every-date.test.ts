import { describe, expect, it } from 'vitest';
import { datesHoldTogether } from '../../domain/journey/dates-hold-together.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { askedQuestions } from '../../schemas/form-conditions.ts';
import { type Form, questionsOf } from '../../schemas/form-language.ts';
import { taskKind } from '../../schemas/task.ts';
import { workLists } from '../../schemas/work-lists.ts';
import { everyList } from '../support/every-list.ts';
import { finishing, situationOf, today, wrongFields } from '../support/finished-work.ts';

/** Days that nobody can have meant: of another year, before the person was born, long after. */
const slips = ['2016-01-05', '2010-06-01', '1901-01-01', '2030-01-05', '2059-12-31', '2061-05-05'];

const kinds = taskKind.options.map((kind) => [kind, workLists[kind] as Form] as const);
const datesOf = (list: Form) => questionsOf(list).filter(({ question }) => question.type === 'date');
const isAsked = (list: Form, answers: object, id: string) =>
  askedQuestions(list, answers as never).some((question) => question.id === id);

describe.each(kinds)('a day that is mistyped in the work %s', (kind, list) => {
  const usual = staffAnswers(today)[kind] as object;
  const asked = datesOf(list).filter(({ question }) => isAsked(list, usual, question.id));

  it('never makes anything throw, whatever it is', () => {
    const said = asked.flatMap(({ question }) => slips.map((day) => finishing(kind)({ [question.id]: day })));

    expect(said.every(({ ok }) => typeof ok === 'boolean')).toBe(true);
  });

  it('is told at its field where it lies far from the work', () => {
    const near = asked.flatMap(({ question }) =>
      question.type === 'date' && (question.reach === undefined || question.reach === 'case') ? [question.id] : [],
    );
    // Or at the day that may not come before it.
    const follows = (id: string) =>
      asked.flatMap(({ question }) => (question.type === 'date' && question.notBefore === id ? [question.id] : []));
    const missed = near.filter((id) =>
      slips.some((day) => {
        const fields = wrongFields(finishing(kind)({ [id]: day }));
        return ![id, ...follows(id)].some((one) => fields.includes(one));
      }),
    );

    expect(missed).toEqual([]);
  });
});

describe('a day in what staff record', () => {
  const said = (list: string, answers: object) =>
    datesHoldTogether(
      everyList.find(({ id }) => id === list) as Form,
      answers as never,
      situationOf('assess-needs', {}, 'assessment-1.assess-needs'),
    ).map(({ field, message }) => `${field}: ${message}`);

  it('is not before the person was born, in a row too', () => {
    expect(said('assessment', { admittedOn: '1900-05-05' })).toEqual([
      'admittedOn: Date of admission must be on or after the person’s date of birth',
    ]);
    expect(said('finances', { property: [{ leftOn: '1900-05-05' }] })).toEqual([
      'property[0].leftOn: Date it was left must be on or after the person’s date of birth',
    ]);
  });

  it('of another year than the work is told with the day on which the work was opened', () => {
    expect(said('assessment', { startedOn: '2016-01-05' })).toEqual([
      'startedOn: Begun must not be before Saturday 5 July 2025: check the year. This work was opened on Monday 5 January 2026',
    ]);
    expect(said('assessment', { startedOn: '2025-12-20', admittedOn: '2019-02-01' })).toEqual([]);
  });

  it('is not farther ahead than anybody plans', () => {
    expect(said('short-term-support', { startsOn: '2030-01-05' })).toEqual([
      'startsOn: First day must not be after Tuesday 5 January 2027: check the year',
    ]);
  });
});

it('names, where it may not come before another, a day of the same list or row', () => {
  const wrong = everyList.flatMap((list) =>
    questionsOf(list).flatMap(({ question }) => {
      const beside = question.type === 'table' ? question.columns : questionsOf(list).map((one) => one.question);
      const dates = question.type === 'table' ? question.columns : [question];
      return dates.flatMap((one) =>
        one.type === 'date' && one.notBefore && !beside.some(({ id, type }) => id === one.notBefore && type === 'date')
          ? [`${list.id} ${one.id}`]
          : [],
      );
    }),
  );

  expect(wrong).toEqual([]);
});
