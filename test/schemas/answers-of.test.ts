import { describe, expect, expectTypeOf, it } from 'vitest';
import { answersSchema } from '../../schemas/answers.ts';
import type { AnswersOf } from '../../schemas/answers-of.ts';
import { workOpenedBy } from '../../schemas/form-conditions.ts';
import { type Form, form } from '../../schemas/form-language.ts';
import { ask, column, list, page, section, when } from '../../schemas/forms/fragments/build.ts';
import type { IsoDate } from '../../schemas/scalars.ts';

const repeated = <const Key extends string>(key: Key) =>
  page(key, `About ${key}`, [ask.yesno(`${key}Applies`, 'Applies', 'Does it apply?')]);

const visit = list({
  id: 'visit',
  version: 1,
  title: 'A visit',
  audience: 'staff',
  intro: [],
  send: 'Record the visit',
  exits: [],
  sections: [
    section('visit', 'The visit', [
      page(
        'when',
        'When',
        [
          ask.date('heldOn', 'Day', 'When was it?'),
          ask.choice('method', 'Method', 'How was it done?', [
            ['home', 'At home'],
            ['phone', 'By phone'],
          ]),
          ask.text('place', 'Place', 'Where?', { when: when('method', 'home') }),
          ask.long('note', 'Note', 'Anything else?', { optional: true }),
        ],
        {
          opens: [{ work: 'look-into-safety', when: when('method', 'home') }],
        },
      ),
    ]),
    section('money', 'Money', [
      page(
        'money',
        'Money',
        [
          ask.money('cost', 'Cost', 'What does it cost?'),
          ask.table('costs', 'Costs', 'Which costs?', 'cost', [
            column.text('what', 'What'),
            column.money('weekly', 'Weekly'),
            column.multi('areas', 'Areas', [
              ['a', 'Area A'],
              ['b', 'Area B'],
            ]),
            column.num('hours', 'Hours', [1, 10], true),
          ]),
        ],
        { computed: [{ id: 'weekly', label: 'Weekly', sum: ['cost', 'costs.weekly'] }] },
      ),
      page(
        'later',
        'Later',
        [
          ask.multi('kinds', 'Kinds', 'Which?', [
            ['x', 'Kind X'],
            ['y', 'Kind Y'],
          ]),
        ],
        {
          when: when('method', 'phone'),
        },
      ),
      ...(['first', 'second'] as const).map(repeated),
    ]),
  ],
});

describe('the types of a list', () => {
  it('knows each answer, and which may be absent', () => {
    type Answers = AnswersOf<typeof visit>;

    expectTypeOf<Answers['heldOn']>().toEqualTypeOf<IsoDate>();
    expectTypeOf<Answers['method']>().toEqualTypeOf<'home' | 'phone'>();
    expectTypeOf<Answers['cost']>().toEqualTypeOf<number>();
    expectTypeOf<Pick<Answers, 'place' | 'note'>>().toEqualTypeOf<{ place?: string; note?: string }>();
    expectTypeOf<Pick<Answers, 'kinds'>>().toEqualTypeOf<{ kinds?: ('x' | 'y')[] }>();
    expectTypeOf<Answers['firstApplies']>().toEqualTypeOf<'yes' | 'no'>();
    expectTypeOf<Answers['costs'][number]>().toEqualTypeOf<{
      what: string;
      weekly: number;
      areas: ('a' | 'b')[];
      hours?: number;
    }>();
    expectTypeOf<keyof Answers>().toEqualTypeOf<
      'heldOn' | 'method' | 'place' | 'note' | 'cost' | 'costs' | 'kinds' | 'firstApplies' | 'secondApplies'
    >();
    expect(visit.id).toBe('visit');
  });

  it('is a plain question list', () => {
    expectTypeOf(visit).toExtend<Form>();
    const { sections: _, ...rest } = visit;
    expect(form.parse(JSON.parse(JSON.stringify(visit)))).toMatchObject(rest);
  });

  it('takes several values in a cell', () => {
    const schema = answersSchema(visit, () => '2026-11-28');
    const answers = {
      heldOn: '2026-11-20',
      method: 'phone',
      cost: 1,
      costs: [{ what: 'Tea', weekly: 2, areas: ['b'] }],
      kinds: ['x'],
      firstApplies: 'no',
      secondApplies: 'yes',
    };

    expect(schema.parse(answers)).toEqual(answers);
    expect(schema.safeParse({ ...answers, costs: [{ what: 'Tea', weekly: 2, areas: ['c'] }] }).success).toBe(false);
  });

  it('opens other work only by answers to what is asked', () => {
    expect(workOpenedBy(visit, { method: 'home' }).map(({ work }) => work)).toEqual(['look-into-safety']);
    expect(workOpenedBy(visit, { method: 'phone' })).toEqual([]);
  });

  it('refuses a sum of what is no number, and work on a question that is not asked', () => {
    const broken = structuredClone(visit) as Form;
    const [first, second] = broken.sections;
    Object.assign(first?.pages[0] ?? {}, { opens: [{ work: 'x', when: when('nowhere', 'yes') }] });
    Object.assign(second?.pages[0] ?? {}, { computed: [{ id: 'total', label: 'Total', sum: ['costs.what'] }] });

    expect(form.safeParse(broken).error?.issues.map(({ message }) => message)).toEqual([
      'Work "x" of page "when" depends on "nowhere", which is not asked before it',
      'Line "total": "costs.what" is not a number',
    ]);
  });
});
