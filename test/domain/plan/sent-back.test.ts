import { describe, expect, it } from 'vitest';
import { changesInWords, sentBackOf, sentBackProblems } from '../../../domain/plan/sent-back.ts';
import { staffAnswers } from '../../../local/demo/staff-answers.ts';
import { questionsOf } from '../../../schemas/form-language.ts';
import type { PlanAnswers } from '../../../schemas/forms/plan.ts';
import { planAnswerForm } from '../../../schemas/forms/plan-agreement.ts';
import { planChecks } from '../../../schemas/forms/plan-checks.ts';
import type { CaseRecord } from '../../../schemas/records.ts';
import type { TaskKind } from '../../../schemas/task.ts';
import { finishing, keptWork, today, wrongFields } from '../../support/finished-work.ts';

const thread = 'assessment-1';
const written = staffAnswers(today)['draft-plan'] as unknown as PlanAnswers;
const sentBack = [
  { part: 'needs', row: 2, why: 'Who helps in the evening?' },
  { part: 'what-matters', why: 'Her church is not in it.' },
];

const work = (kind: TaskKind, id: string, hour: number, changes: object = {}): CaseRecord => ({
  ...keptWork(kind, changes, hour),
  id: `${thread}.${id}`,
});
const version = (number: number, hour: number, rest: object): CaseRecord =>
  ({
    ...keptWork('draft-plan', {}, hour),
    kind: 'plan',
    id: `${thread}.draft-plan-${number}`,
    number,
    state: 'changes-requested',
    ...rest,
  }) as never;
const checked = [
  version(1, 10, { checked: `${thread}.check-plan-1` }),
  work('draft-plan', 'draft-plan-1', 10),
  work('check-plan', 'check-plan-1', 11, { effective: 'no', sentBack }),
];

describe('answers of a plan that were sent back', () => {
  it('stand with the reason, who and when, each at its own question', () => {
    expect(sentBackOf(checked, thread)).toEqual([
      expect.objectContaining({
        question: 'needs',
        row: 2,
        why: 'Who helps in the evening?',
        record: `${thread}.check-plan-1`,
      }),
      expect.objectContaining({
        question: 'whatMatters',
        why: 'Her church is not in it.',
        by: expect.objectContaining({ id: 'worker' }),
      }),
    ]);
  });

  it('end when the next version answers them, and are none in another journey or before anybody has sent any back', () => {
    const answered = [...checked, version(2, 12, { state: 'submitted' })];

    expect(sentBackOf(answered, thread)).toEqual([]);
    expect(sentBackOf(checked, 'review-1')).toEqual([]);
    expect(sentBackOf([version(1, 10, { state: 'submitted' })], thread)).toEqual([]);
  });

  it('are those of the person and of the council’s agreement too, and not those of an earlier version', () => {
    const byPerson = [
      ...checked,
      version(2, 12, {}),
      work('agree-plan', 'agree-plan-2', 13, {
        answer: 'changes-asked',
        sentBack: [{ part: 'risks', why: 'No rail.' }],
      }),
    ];

    expect(sentBackOf(byPerson, thread).map(({ question }) => question)).toEqual(['risks']);
  });

  it.each([
    { row: 2, fields: [] },
    { row: 3, fields: ['sentBack[0].row'] },
    { row: undefined, fields: [] },
  ])('name a row that the plan has: $row of 2 needs', ({ row, fields }) => {
    expect(sentBackProblems([{ part: 'needs', row, why: 'x' }], written).map(({ field }) => field)).toEqual(fields);
  });

  it('are put into words with what was said besides', () => {
    expect(changesInWords(sentBack, 'And sooner.')).toBe(
      'Needs, number 2: Who helps in the evening?\nPeople, places and routines: Her church is not in it.\nAnd sooner.',
    );
    expect(changesInWords([], 'Evenings.')).toBe('Evenings.');
  });

  it('are answered by the writer, who says what was changed', () => {
    const again = finishing('draft-plan', `${thread}.draft-plan-2`);

    expect(wrongFields(again({}, {}, { records: checked }))).toContain('changesMade');
    expect(wrongFields(again({ changesMade: 'The evening.' }, {}, { records: checked }))).not.toContain('changesMade');
  });

  it('are the same parts for staff and for the person, who reads the headings of their copy', () => {
    const partsOf = (form: Parameters<typeof questionsOf>[0]) =>
      questionsOf(form).flatMap(({ question }) =>
        question.type === 'table' && question.id === 'sentBack'
          ? question.columns.flatMap((column) => (column.type === 'choice' ? column.options : []))
          : [],
      );
    const [staff, person] = [partsOf(planChecks), partsOf(planAnswerForm)];

    expect(staff).toHaveLength(27);
    expect(person.map(({ value }) => value)).toEqual(staff.map(({ value }) => value));
    expect(person[0]?.label).toBe('Your needs and how they are met');
  });
});
