import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adultIndication, adultUnableOutcomes } from '../../../domain/eligibility/eligibility-adults.ts';
import { carerIndication, carerUnableOutcomes } from '../../../domain/eligibility/eligibility-carers.ts';
import { carerNeedsFrom } from '../../../domain/journey/carer-application.ts';
import { adultNeedsFrom } from '../../../domain/journey/needs-application.ts';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import { readAnswers } from '../../../schemas/answers.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import { carersAssessment } from '../../../schemas/forms/carers-assessment.ts';
import { activities } from '../../../schemas/forms/fragments/activities.ts';
import { carerActivities } from '../../../schemas/forms/fragments/carer-activities.ts';
import { inJointForm } from '../../../schemas/forms/fragments/second-person.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { adultNeedsOfLongForm, carerNeedsOfLongForm, effectQuestions } from '../../support/long-form-readers.ts';
import { longForm } from '../../support/long-forms.ts';

/*
 * People who answer the long forms and the present ones, each as it asks, are read alike: the same indication, conditions and outcomes. It proves
 * how answers are read, not that people tick alike.
 */

const today = () => '2026-11-21';
const seed = 20_261_128;
const sizes = ['none', 'some', 'likely-big', 'big'] as const;

type Doing = { manage: 'fine' | 'difficulty' | 'cannot' | 'does-not-apply'; meanings: string[]; varies: boolean };
const doing = (meanings: string[]): fc.Arbitrary<Doing> =>
  fc.record({
    manage: fc.constantFrom('fine', 'difficulty', 'cannot', 'does-not-apply'),
    meanings: fc.subarray(meanings),
    varies: fc.boolean(),
  });

type Size = (typeof sizes)[number];
const effects: fc.Arbitrary<Size[]> = fc.oneof(
  { weight: 2, arbitrary: fc.array(fc.constantFrom<Size[]>(...sizes), { minLength: 9, maxLength: 9 }) },
  // Most random people have a big effect somewhere; these have little or none.
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom<Size[]>('none', 'none', 'none', 'some'), { minLength: 9, maxLength: 9 }),
  },
);

const meaningsOfAdults = ['needs-help', 'pain-or-distress', 'danger', 'takes-longer'];
const adult = fc.record({
  conditions: fc.constantFrom<string[][]>(['none'], ['physical'], ['autism', 'sensory']),
  looksAfter: fc.constantFrom<string[][]>(['nobody'], ['child'], ['adult'], ['child', 'adult']),
  does: fc.array(doing(meaningsOfAdults), { minLength: 10, maxLength: 10 }),
  effects,
  asksAboutEach: fc.boolean(),
});
const carer = fc.record({
  health: fc.constantFrom('deteriorating', 'at-risk', 'no'),
  does: fc.array(doing(meaningsOfAdults.slice(0, 3)), { minLength: 8, maxLength: 8 }),
  effects,
  asksAboutEach: fc.boolean(),
});
type Of<Some> = Some extends fc.Arbitrary<infer One> ? One : never;
type Person = Pick<Of<typeof adult>, 'does' | 'effects' | 'asksAboutEach'>;

const isHard = ({ manage }: Doing) => manage === 'difficulty' || manage === 'cannot';
const orNone = (ticked: string[]) => (ticked.length > 0 ? ticked : ['none']);

/** How the long form is answered: how each is managed, and of what is hard what is true. */
const inLongForm = (
  all: readonly { key: string; outcome: string }[],
  { does, effects: nine }: Person,
  applies: (outcome: string) => boolean = () => true,
): Answers => ({
  ...Object.fromEntries(
    all.flatMap(({ key, outcome }, at) => {
      const one = does[at] as Doing;
      if (!applies(outcome)) return [];
      if (!isHard(one)) return [[`${key}Manage`, one.manage]];
      return [
        [`${key}Manage`, one.manage],
        [`${key}Unable`, orNone(one.meanings)],
        [`${key}Varies`, one.varies ? 'yes' : 'no'],
      ];
    }),
  ),
  ...Object.fromEntries(effectQuestions.map(([, id], at) => [id, nine[at] as string])),
});

/** How the present form is: what is hard is ticked, or it is left to us to ask; then what is true, and one size of the effect. */
const inShortForm = (
  all: readonly { key: string; outcome: string }[],
  { does, effects: nine, asksAboutEach }: Person,
  applies: (outcome: string) => boolean = () => true,
): Answers => {
  const asked = all.flatMap((activity, at) => {
    const one = does[at] as Doing;
    const hard = isHard(one) && applies(activity.outcome);
    return hard || asksAboutEach ? [{ ...activity, one, hard }] : [];
  });
  const ticked = ({ one, hard }: { one: Doing; hard: boolean }): string[] => {
    if (!hard) return ['none'];
    const help = one.manage === 'cannot' && !one.meanings.includes('needs-help') ? ['needs-help'] : [];
    return orNone([...help, ...one.meanings, ...(one.varies ? ['changes'] : [])]);
  };
  const areas = effectQuestions.flatMap(([area], at) => (area !== 'protection' && nine[at] !== 'none' ? [area] : []));
  return {
    hardActivities: asksAboutEach ? ['not-sure'] : orNone(asked.map(({ outcome }) => outcome)),
    ...Object.fromEntries(asked.map((each) => [`${each.key}Unable`, ticked(each)])),
    effectSize: sizes[Math.max(...nine.map((size) => sizes.indexOf(size)))] ?? 'none',
    ...(areas.length > 0 && { effectAreas: areas }),
    treatedBadly: nine[2] === 'none' ? 'no' : 'yes',
  };
};

const adultBothWays = (person: Of<typeof adult>): [Answers, Answers] => {
  const { conditions, looksAfter } = person;
  const withChild = (outcome: string) => outcome !== 'child-care' || looksAfter.includes('child');
  return [
    { conditions, looksAfter, ...inLongForm(activities, person, withChild) },
    { conditions, looksAfter, ...inShortForm(activities, person, withChild) },
  ];
};
const carerBothWays = (person: Of<typeof carer>): [Answers, Answers] => {
  const caring = { caringTasks: ['cooking'], healthChange: person.health };
  return [
    { ...caring, ...inLongForm(carerActivities, person) },
    { ...caring, ...inShortForm(carerActivities, person) },
  ];
};

/** What somebody is told and what staff see of it: not the words that count the outcomes not answered. */
const found = ({ possibility, conditions }: ReturnType<typeof adultIndication>) => ({
  possibility,
  conditions: conditions.map(({ condition, answer }) => [condition, answer]),
});

describe('the long form and the present one', () => {
  it('give the same indication, conditions and outcomes for 5,000 adults', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(adult, (person) => {
        const [long, short] = adultBothWays(person);
        const [before, now] = [adultNeedsOfLongForm(long), adultNeedsFrom(short)];

        expect(found(adultIndication(now))).toEqual(found(adultIndication(before)));
        expect(adultUnableOutcomes(now)).toEqual(adultUnableOutcomes(before));
        seen.add(JSON.stringify(found(adultIndication(now))));
      }),
      { numRuns: 5000, seed },
    );

    expect(seen.size).toBeGreaterThan(10);
  });

  it('give the same for 5,000 carers, in the carer’s form and in the joint one', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(carer, (person) => {
        const [long, short] = carerBothWays(person);
        const joint = Object.fromEntries(Object.entries(short).map(([id, answer]) => [inJointForm(id), answer]));
        const [before, now] = [carerNeedsOfLongForm(long), carerNeedsFrom(short, 'carers-assessment')];

        expect(found(carerIndication(now))).toEqual(found(carerIndication(before)));
        expect(carerUnableOutcomes(now)).toEqual(carerUnableOutcomes(before));
        expect(carerNeedsFrom(joint, 'joint-assessment')).toEqual(now);
        seen.add(JSON.stringify(found(carerIndication(now))));
      }),
      { numRuns: 5000, seed },
    );

    expect(seen.size).toBeGreaterThan(4);
  });

  it('can both be answered so: 40 of each are complete', () => {
    const complete = (form: typeof needsAssessment, answers: Answers) =>
      readAnswers(form, today, completeAnswers(form, answers));
    const forms = [
      {
        people: fc.sample(adult.map(adultBothWays), { seed, numRuns: 40 }),
        long: 'needs-assessment',
        short: needsAssessment,
      },
      {
        people: fc.sample(carer.map(carerBothWays), { seed, numRuns: 40 }),
        long: 'carers-assessment',
        short: carersAssessment,
      },
    ];
    for (const { people, long, short } of forms) {
      for (const [before, now] of people) {
        for (const [form, answers] of [
          [longForm(long), before],
          [short, now],
        ] as const) {
          const read = complete(form, answers);

          expect(read).toMatchObject({ outcome: 'complete' });
          // What was answered was also asked: nothing that is read comes from a question that nobody is shown.
          expect(read.outcome === 'complete' && Object.keys(answers).filter((id) => !(id in read.answers))).toEqual([]);
        }
      }
    }
  });
});
