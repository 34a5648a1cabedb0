import type { AnswersOf } from '../../schemas/answers-of.ts';
import { adultOutcomeKeys, carerOutcomeKeys, type Determination } from '../../schemas/eligibility.ts';
import type { carerDecision } from '../../schemas/forms/carer-decision.ts';
import type { decision } from '../../schemas/forms/decision.ts';
import {
  meaningsForAdults,
  meaningsForCarers,
  type OutcomeFound,
  outcomesFound,
} from '../../schemas/forms/fragments/outcomes-found.ts';
import { carersNotice } from '../carers-notice.ts';
import { type Block, type Copy, type CopyHead, capital, day, heading, list, said, section, text } from './document.ts';
import { adultOutcomeWords, carerOutcomeWords, meaningWords, wellbeingWords } from './outcome-words.ts';

/** What was decided: the answers of whoever decided about an adult or a carer, and what stands of it as a determination. */
export type DecisionMade = { readonly determination: Determination } & (
  | { readonly about: 'adult'; readonly answers: AnswersOf<typeof decision> }
  | { readonly about: 'carer'; readonly answers: AnswersOf<typeof carerDecision> }
);

type Outcome = OutcomeFound<string, keyof typeof meaningWords>;

/** What each council says for itself in a decision: the three conditions of an adult in its words, who explains, who takes complaints. */
export type DecisionWords = {
  readonly conditions: readonly [string, string, string];
  readonly worker: string;
  readonly complaintsRole: string;
};

const found = { met: 'Yes.', 'not-met': 'No.', 'not-known': 'We could not tell.' };
const words: Readonly<Record<DecisionMade['about'], Readonly<Record<string, string>>>> = {
  adult: adultOutcomeWords,
  carer: carerOutcomeWords,
};

const outcomesOf = (made: DecisionMade): Outcome[] =>
  made.about === 'adult'
    ? outcomesFound(made.answers, adultOutcomeKeys, meaningsForAdults)
    : outcomesFound(made.answers, carerOutcomeKeys, meaningsForCarers);

const outcomeTerm = ({ about }: DecisionMade, code: string): string => words[about][code] ?? code;

const outcomeBlocks = (made: DecisionMade, one: Outcome): Block[] => [
  heading(outcomeTerm(made, one.outcome), 3),
  ...text(one.need),
  ...list([
    ...one.meanings.map((code) => meaningWords[code]),
    ...(one.fluctuates ? [`It goes up and down. ${one.pattern ?? ''}`.trim()] : []),
    ...(one.period ? [`Looked at over: ${one.period}`] : []),
    ...(one.metNowBy ? [`Who or what meets it now: ${one.metNowBy}`] : []),
    ...(one.goal ? [`What you want: ${one.goal}`] : []),
  ]),
];

/** A carer’s are not an adult’s, which each council words for itself. Eligibility Regulations 2015, regulations 2 and 3. */
const conditionsOf = ({ about }: DecisionMade, { conditions }: DecisionWords): readonly string[] =>
  about === 'adult' ? conditions : carersNotice;

const firstReason = (made: DecisionMade): string =>
  made.about === 'adult'
    ? made.answers.condition1Reason
    : `${made.answers.condition1Reason} ${made.answers.carerHealthReason}`;

/**
 * The decision on eligibility with its reasons, the three conditions and how to challenge it.
 *
 * @see Care Act 2014 section 13(2), the written record; section 13(5), advice where no needs are eligible
 */
export const decisionCopy = (
  made: DecisionMade,
  { madeOn: _madeOn, ...head }: CopyHead,
  council: DecisionWords,
  given: readonly string[] = [],
): Copy => {
  const { answers } = made;
  const { conditions, author, decidedOn } = made.determination;
  const applying = outcomesOf(made).filter(({ applies }) => applies);
  const hard = applying.filter(({ meanings }) => meanings.length > 0);
  const managed = applying.filter(({ meanings }) => meanings.length === 0);
  const answer = (number: number) =>
    found[conditions.find(({ condition }) => condition === number)?.answer ?? 'not-known'];
  return {
    ...head,
    title: 'Our decision',
    facts: [
      { label: 'Decided on', value: day(decidedOn) },
      { label: 'Decided by', value: author.name },
    ],
    blocks: [
      heading('What we decided'),
      ...text(answers.result === 'eligible' ? 'You have eligible needs.' : 'You do not have eligible needs.'),
      ...section('Our reasons', text(answers.decisionReasons)),
      heading('The three conditions'),
      ...list(
        conditionsOf(made, council).map((condition, index) => `${capital(condition)}: ${answer(index + 1)}`),
        true,
      ),
      ...section('Condition 1: why', text(firstReason(made)), 3),
      ...section(
        'Condition 3: why',
        [
          ...text(answers.condition3Reason),
          ...list((answers.condition3Areas ?? []).map((area) => wellbeingWords[area])),
        ],
        3,
      ),
      ...section(
        'What is hard for you',
        hard.flatMap((one) => outcomeBlocks(made, one)),
      ),
      ...section('What you can do', list(managed.map(({ outcome }) => outcomeTerm(made, outcome)))),
      ...section('What could help without care and support', text(answers.withoutCareAndSupport)),
      ...(answers.adviceMeetOrReduce
        ? [
            heading('Advice'),
            ...section('What can meet or reduce your needs', text(answers.adviceMeetOrReduce), 3),
            ...section('What can prevent or delay needs', text(answers.advicePreventOrDelay), 3),
            ...list((answers.adviceLinks ?? []).map(({ title, address }) => `${title}: ${address}`)),
          ]
        : []),
      ...(answers.result === 'eligible'
        ? []
        : section(
            'Other help',
            text(
              'Our website has a list of help for adults and for carers: choose “What help there is” at the foot of any page. You can use some of it without an assessment.',
            ),
          )),
      ...(answers.ordinaryResidence ? section('Where you live', text(said(residence, answers.ordinaryResidence))) : []),
      ...section('What is given in writing', list(given)),
      ...challenge(council),
    ],
  };
};

const residence = {
  'in-area': 'You usually live in our area.',
  'no-settled-residence': 'You have no settled home, and are in our area.',
  elsewhere: 'You usually live in another council’s area. That council is the one to meet your needs.',
  'not-established': 'We do not know yet where you usually live.',
};

/** How to challenge any decision. There is no appeal in law: the worker explains, then a complaint, then the ombudsman. */
export const challenge = ({ worker, complaintsRole }: Pick<DecisionWords, 'worker' | 'complaintsRole'>): Block[] => [
  heading('If you do not agree'),
  ...list(
    [
      `Ask the ${worker} who decided why. You can do this when you sign in to follow your case.`,
      `You can complain to ${complaintsRole} at any time. You can do this when you sign in too.`,
      'If you are not happy with the answer to a complaint, the Local Government and Social Care Ombudsman can look at it. It is free: 0300 061 0614, www.lgo.org.uk.',
    ],
    true,
  ),
  ...text('An independent advocate can help you with any of this. Ask us for one.'),
];
