import type { Condition } from '../../form-language.ts';
import { ask, type Pairs, page, when } from './build.ts';
import { capital, law } from './staff-words.ts';

/** The meanings of "unable to achieve" as a decision offers them: adults have four, carers the first three. Eligibility Regs regs 2(3), 3(3). */
export const meaningsForCarers = [
  ['a-assistance', 'Not without assistance'],
  ['b-pain', 'Significant pain, distress or anxiety'],
  ['c-danger', 'Danger to health or safety, their own or others’'],
] as const;
export const meaningsForAdults = [...meaningsForCarers, ['d-time', 'Takes significantly longer']] as const;

type Of<Key extends string, Meaning extends string> = {
  readonly key: Key;
  readonly name: string;
  /** The list in which the outcome was looked into, under the same ids. */
  readonly from: string;
  readonly whose: 'person' | 'carer';
  readonly meanings: Pairs<Meaning>;
  readonly meets: string;
};

/**
 * One outcome as a decision reads it: what the assessment found stands there, and is accepted as it is or changed.
 *
 * @see Care and Support (Eligibility Criteria) Regulations 2015, regs 2 and 3
 */
export const outcomeFoundPage = <const Key extends string, const Meaning extends string>({
  key,
  name,
  from,
  whose,
  meanings,
  meets,
}: Of<Key, Meaning>) => {
  const begin = capital(name.replace('your', 'the'));
  const applies = when(`${key}Applies`, 'yes');
  const unable: Condition = { all: [applies, when(`${key}Meanings`, ...meanings.map(([value]) => value))] };
  const varies: Condition = { all: [applies, when(`${key}Fluctuates`, 'yes')] };
  const offered: Pairs<Meaning | 'able'> = [...meanings, ['able', 'None of these: they can achieve it']];
  const known = (id: string) => [{ list: from, question: `${key}${id}` }];
  return page(`outcome-${key.toLowerCase()}`, begin, [
    ask.yesno(`${key}Applies` as const, `${begin}: applies`, `${begin}: does it apply to the ${whose}?`, {
      statutory: true,
      known: known('Applies'),
      notInCopy: true,
      meets: [meets],
    }),
    ask.multi(
      `${key}Meanings` as const,
      `${begin}: unable because`,
      `${begin}: why is the ${whose} unable to achieve it?`,
      offered,
      { alone: 'able', when: applies, statutory: true, known: known('Meanings'), notInCopy: true },
    ),
    ask.long(`${key}NeedAsIfNoCarer` as const, `${begin}: need`, `${begin}: what is hard, as if nobody helped?`, {
      when: unable,
      statutory: true,
      known: known('NeedAsIfNoCarer'),
      notInCopy: true,
    }),
    ask.text(`${key}MetNowBy` as const, `${begin}: met now by`, `${begin}: who or what meets it now?`, {
      when: applies,
      optional: true,
      known: known('MetNowBy'),
      notInCopy: true,
    }),
    ask.yesno(`${key}Fluctuates` as const, `${begin}: goes up and down`, `${begin}: does the need go up and down?`, {
      when: applies,
      statutory: true,
      known: known('Fluctuates'),
      notInCopy: true,
    }),
    ask.long(`${key}Pattern` as const, `${begin}: pattern`, `${begin}: how does it go up and down?`, {
      when: varies,
      optional: true,
      known: known('Pattern'),
      notInCopy: true,
    }),
    ask.text(`${key}Period` as const, `${begin}: period considered`, `${begin}: over what period was it considered?`, {
      when: varies,
      statutory: true,
      law: [
        law.confirmed(
          'Without it the decision cannot be made: the level of a changing need is not known.',
          'Eligibility Regulations 2015 regs 2(4) and 3(4)',
        ),
      ],
      known: known('Period'),
      notInCopy: true,
    }),
    ask.long(`${key}Goal` as const, `${begin}: goal`, `${begin}: what does the ${whose} want to achieve?`, {
      when: applies,
      optional: true,
      known: known('Goal'),
      notInCopy: true,
    }),
  ]);
};

/** One outcome read back from the answers. */
export type OutcomeFound<Code extends string, Meaning extends string> = {
  readonly outcome: Code;
  readonly applies: boolean;
  /** Why the person is unable to achieve it; none where they are able. */
  readonly meanings: readonly Meaning[];
  readonly need?: string | undefined;
  readonly metNowBy?: string | undefined;
  readonly fluctuates: boolean;
  readonly pattern?: string | undefined;
  readonly period?: string | undefined;
  readonly goal?: string | undefined;
};

/**
 * The outcomes that were answered, in the order of the regulation.
 *
 * @param keys how each outcome begins the ids of its questions
 */
export const outcomesFound = <Code extends string, Meaning extends string>(
  answers: Readonly<Record<string, unknown>>,
  keys: Readonly<Record<Code, string>>,
  meanings: Pairs<Meaning>,
): OutcomeFound<Code, Meaning>[] =>
  // The keys are those of a record by code, of which TypeScript says only that they are text.
  (Object.entries(keys) as [Code, string][]).flatMap(([outcome, key]) => {
    const words = (id: string): string | undefined => {
      const given = answers[`${key}${id}`];
      return typeof given === 'string' ? given : undefined;
    };
    if (words('Applies') === undefined) return [];
    const unable = [answers[`${key}Meanings`]].flat();
    return [
      {
        outcome,
        applies: words('Applies') === 'yes',
        meanings: meanings.flatMap(([meaning]) => (unable.includes(meaning) ? [meaning] : [])),
        need: words('NeedAsIfNoCarer'),
        metNowBy: words('MetNowBy'),
        fluctuates: words('Fluctuates') === 'yes',
        pattern: words('Pattern'),
        period: words('Period'),
        goal: words('Goal'),
      },
    ];
  });
