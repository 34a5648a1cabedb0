import type { EligibilityDetermination } from '../../schemas/eligibility.ts';
import { type Block, type Copy, type CopyHead, capital, day, heading, list, said, section, text } from './document.ts';
import { adultOutcomeWords, carerOutcomeWords, meaningWords, wellbeingWords } from './outcome-words.ts';

type Decision = EligibilityDetermination['decision'];
type Outcome = Decision['outcomes'][number];

/** What each council says for itself in a decision: the three conditions in its words, who explains, who takes complaints. */
export type DecisionWords = {
  readonly conditions: readonly [string, string, string];
  readonly worker: string;
  readonly complaintsRole: string;
};

const found = { met: 'Yes.', 'not-met': 'No.', 'not-known': 'We could not tell.' };
const adults: Readonly<Record<string, string>> = adultOutcomeWords;
const carers: Readonly<Record<string, string>> = carerOutcomeWords;

const outcomeTerm = ({ about }: Decision, code: string): string => (about === 'carer' ? carers : adults)[code] ?? code;

const outcomeBlocks = (decision: Decision, one: Outcome): Block[] => [
  heading(outcomeTerm(decision, one.outcome), 3),
  ...text(one.description),
  ...list([
    ...one.meanings.map((code) => meaningWords[code]),
    ...(one.fluctuation ? [`It goes up and down. ${one.fluctuation.pattern ?? ''}`.trim()] : []),
    ...(one.fluctuation?.periodConsidered ? [`Looked at over: ${one.fluctuation.periodConsidered}`] : []),
    ...(one.metNowBy ? [`Who or what meets it now: ${one.metNowBy}`] : []),
    ...(one.goal ? [`What you want: ${one.goal}`] : []),
  ]),
];

const firstReason = (decision: Decision): string =>
  decision.about === 'adult'
    ? decision.impairmentOrIllness.reason
    : `${decision.necessaryCare.reason} ${decision.health.reason}`;

/**
 * The decision on eligibility with its reasons, the three conditions and how to challenge it.
 *
 * @see Care Act 2014 section 13(2), the written record; section 13(5), advice where no needs are eligible
 */
export const decisionCopy = (
  { decision, conditions, author, decidedOn }: EligibilityDetermination,
  { madeOn: _madeOn, ...head }: CopyHead,
  words: DecisionWords,
): Copy => {
  const hard = decision.outcomes.filter(({ applies, meanings: any }) => applies && any.length > 0);
  const managed = decision.outcomes.filter(({ applies, meanings: any }) => applies && any.length === 0);
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
      ...text(decision.result === 'eligible' ? 'You have eligible needs.' : 'You do not have eligible needs.'),
      ...section('Our reasons', text(decision.reasons)),
      heading('The three conditions'),
      ...list(
        words.conditions.map((condition, index) => `${capital(condition)}: ${answer(index + 1)}`),
        true,
      ),
      ...section('Condition 1: why', text(firstReason(decision)), 3),
      ...section(
        'Condition 3: why',
        [
          ...text(decision.significantImpact.reason),
          ...list(decision.significantImpact.areas.map((area) => wellbeingWords[area])),
        ],
        3,
      ),
      ...section(
        'What is hard for you',
        hard.flatMap((one) => outcomeBlocks(decision, one)),
      ),
      ...section('What you can do', list(managed.map(({ outcome }) => outcomeTerm(decision, outcome)))),
      ...section('What could help without care and support', text(decision.withoutCareAndSupport)),
      ...(decision.advice
        ? [
            heading('Advice'),
            ...section('What can meet or reduce your needs', text(decision.advice.meetOrReduce), 3),
            ...section('What can prevent or delay needs', text(decision.advice.preventOrDelay), 3),
            ...list(decision.advice.links.map(({ title, url }) => `${title}: ${url}`)),
          ]
        : []),
      ...(decision.ordinaryResidence
        ? section('Where you live', text(said(residence, decision.ordinaryResidence)))
        : []),
      ...challenge(words),
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
