import type { KnownFrom } from '../../form-language.ts';
import { anAdult, toldBeside } from './staff-words.ts';

const beside = (list: string, ...questions: string[]): KnownFrom[] =>
  questions.map((question) => ({ list, question, beside: true }));

/** What a plan costs, beside what was estimated and what the person pays: before whoever checks it or agrees to it. */
export const moneyBehindPlan: KnownFrom[] = [
  ...beside('plan', 'budgetCost'),
  ...beside('estimate', 'weeklyTotal'),
  ...beside('finances', 'personPays'),
];

/** What was assessed and decided, beside how the plan meets it. */
export const needsBehindPlan: KnownFrom[] = [
  ...beside('assessment', 'outcomesWanted'),
  ...beside('carer-assessment', 'outcomesWanted'),
  ...beside('decision', 'needsFound'),
  ...beside('carer-decision', 'needsFound'),
  ...beside('plan', 'needs'),
];

/** What the person wanted: in what they sent, in the plan, and of its version before this one. */
export const wishesBehindPlan: KnownFrom[] = [
  ...toldBeside('betterLife', ...anAdult),
  ...beside('assessment', 'whatMatters'),
  ...beside('plan', 'writtenBy', 'consulted', 'changesMade'),
  ...beside('plan-agreement', 'sentBack', 'whatChanges', 'whyNot'),
];
