import {
  type DecisionWorking,
  decisionWorking,
  type OutcomeWorking,
} from '../../domain/eligibility/decision-working.ts';
import type { EligibilityResult } from '../../domain/eligibility/eligibility-result.ts';
import { planOutcomes } from '../../schemas/forms/fragments/plan-words.ts';
import { heading, list, table, text } from '../../templates/documents/document.ts';
import type { TaskPanel } from './task-panel.ts';

const results: Readonly<Record<EligibilityResult['result'], string>> = {
  eligible: 'By these answers: eligible needs.',
  'not-eligible': 'By these answers: no eligible needs.',
  'not-enough-information': 'Not known yet. This is missing:',
  'cannot-be-finalised': 'Not known until it is said over which period a changing need was looked at.',
};

const founds: Readonly<Record<OutcomeWorking['found'], string>> = {
  unable: 'Unable',
  able: 'Able',
  'does-not-apply': 'Does not apply',
  'not-answered': 'Not answered yet',
};

const answered = { met: 'Met', 'not-met': 'Not met', 'not-known': 'Not known yet' } as const;

const outcomeNames = new Map<string, string>(planOutcomes);

/** What an outcome is called to staff: without the word that tells a carer's from an adult's in a plan that may be either. */
export const outcomeTitle = (outcome: string): string => {
  const name = (outcomeNames.get(outcome) ?? outcome).replace(/^Carers: /, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** That staff have chosen another result than their answers come to. */
const contradiction = ({ test, staff }: DecisionWorking): string[] =>
  staff !== undefined && (test.result === 'eligible' || test.result === 'not-eligible') && staff !== test.result
    ? ['The result that is chosen is another one. Change the result, or the answer that is wrong.']
    : [];

/** The test of eligibility on the answers so far: the result, each condition and outcome with its reason, what is missing and what follows. */
export const decisionPanel = (about: 'adult' | 'carer', answers: Readonly<Record<string, unknown>>): TaskPanel => {
  const working = decisionWorking(about, answers);
  const { test, outcomes, follows } = working;
  const missing = 'missing' in test ? test.missing.map(({ message }) => message) : [];
  return {
    id: 'eligibility',
    title: 'What the answers come to',
    blocks: [
      ...text(results[test.result]),
      ...list(missing),
      ...list(contradiction(working)),
      ...table(
        'The three conditions',
        ['Condition', 'Answer', 'Why'],
        test.conditions.map(({ condition, answer, explanation, source }) => [
          `${condition}`,
          answered[answer],
          `${explanation} (${source})`,
        ]),
      ),
      ...table(
        'Outcomes',
        ['Outcome', 'Found', 'Why'],
        outcomes.map(({ outcome, found, because, need }) => [
          outcomeTitle(outcome),
          founds[found],
          [because.join('; '), need ?? ''].filter((words) => words !== '').join('. '),
        ]),
      ),
      ...(follows
        ? [heading('What follows', 3), ...text(`${follows.reason} ${follows.next} (${follows.source})`)]
        : []),
    ],
  };
};
