import { questionsOf } from '../../form-language.ts';
import { plan } from '../plan.ts';
import { ask, column, type Pairs } from './build.ts';

/**
 * The answers of a plan that may be sent back to whoever wrote it, by the names of their questions. Everything that the person reads in
 * their copy and its writer can put right.
 */
const mayGoBack = [
  'needs',
  'whatMatters',
  'howSupported',
  'howToSpend',
  'strengths',
  'supportInPlace',
  'writtenBy',
  'consulted',
  'careToAdult',
  'optionsConsidered',
  'combined',
  'risks',
  'contingency',
  'adviceMeetOrReduce',
  'advicePreventOrDelay',
  'adviceLinks',
  'lessReasons',
  'lessView',
  'budgetCost',
  'budgetPerson',
  'estimateDiffersWhy',
  'otherPublicMoney',
  'paymentRoutes',
  'directPayments',
  'paymentRefusedWhy',
  'shareConsents',
  'supportStartsOn',
] as const;

const kebab = (id: string): string => id.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The questions by the values under which their answers are sent back: `what-matters` is `whatMatters`. */
const questions = new Map(
  questionsOf(plan).flatMap(({ question }) =>
    mayGoBack.some((id) => id === question.id) ? [[kebab(question.id), question] as const] : [],
  ),
);

/** The question of a plan whose answer is sent back under this value. */
export const questionSentBack = (part: string) => questions.get(part);

const parts = (voice: 'staff' | 'person'): Pairs =>
  mayGoBack.flatMap((id) => {
    const question = questions.get(kebab(id));
    return question ? [[kebab(id), (voice === 'person' && question.copy) || question.name] as const] : [];
  });

/**
 * Which answers of a plan go back to whoever wrote it, each with its own reason: one question for all who may send a plan back, the person
 * among them. The writer finds each reason at the answer that it names.
 */
export const sentBackQuestion = <const R extends object>(voice: 'staff' | 'person', rest: R) =>
  ask.table(
    'sentBack',
    voice === 'person' ? 'Parts to change' : 'Answers sent back',
    voice === 'person' ? 'Which parts of the plan should change?' : 'Which answers go back, and why?',
    voice === 'person' ? 'part' : 'answer that goes back',
    [
      column.choice('part', voice === 'person' ? 'Part of the plan' : 'Answer', parts(voice)),
      column.num('row', 'Which of them, counted from 1', [1, 60], true),
      column.long('why', voice === 'person' ? 'What should be different' : 'Why it goes back'),
    ],
    {
      hint:
        voice === 'person'
          ? 'You can name up to 3 here, and write about others below. For one of your needs, say which by its number.'
          : 'The person is told this. The writer finds each reason at its answer. For one need of several, give its number.',
      optional: true as const,
      ...rest,
    },
  );
