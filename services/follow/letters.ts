import { type MustGive, mustBeGiven } from '../../domain/eligibility/after-decision.ts';
import { carerDecisionFrom, decisionFrom, type EligibilityDecision } from '../../domain/eligibility/decision-record.ts';
import { allWorkOf, asWorkOf } from '../../domain/journey/work-records.ts';
import type { CaseRecord, WorkRecord } from '../../schemas/records.ts';
import { type DecisionWords, decisionCopy } from '../../templates/documents/decision.ts';
import type { Copy, CopyHead } from '../../templates/documents/document.ts';
import { budgetCopy, financesCopy } from '../../templates/documents/money.ts';
import { councilAgreementCopy, planCheckCopy } from '../../templates/documents/plan-check.ts';

/** The council's own words in a letter: of its conditions, its worker, its complaints and its first budget. */
export type LetterWords = DecisionWords & { readonly name: string };

const documents: Readonly<Record<MustGive['document'], string>> = {
  'determination-and-reasons': 'This decision, with our reasons',
  assessment: 'The record of the assessment',
  advice: 'The advice',
  'how-to-challenge': 'How to question the decision',
};

/** What the law has us give in writing, and to whom. Care Act 2014 ss.12(3), (4) and 13. */
const givenInWriting = (
  decided: EligibilityDecision,
  copies: readonly { readonly what: string; readonly to: string }[] = [],
): string[] => {
  const others = copies.flatMap(({ what, to }) => (what === 'assessment' ? [to] : []));
  const own = decided.about === 'adult' ? 'the adult' : 'the carer';
  return mustBeGiven(decided, { counterpart: false, others }).map(
    ({ document, to }) => `${documents[document]}: ${to === own ? 'to you' : `to ${to}`}`,
  );
};

/**
 * What was decided, with what its rule worked out, as a letter of its own that says how to challenge it: a decision on eligibility, an
 * estimate, a charge beside the one before, what a check of a plan found. Other work has no letter, and the copy that its list gives.
 *
 * @param records all records of the case: a charge is told beside the one before it
 */
export const letterOf = (
  record: WorkRecord,
  head: CopyHead,
  words: LetterWords,
  records: readonly CaseRecord[] = [],
): Copy | undefined => {
  const { result } = record;
  switch (result?.kind) {
    case 'determination': {
      const adult = asWorkOf(record, 'decide-eligibility');
      if (adult) {
        const given = givenInWriting(decisionFrom(adult.answers), adult.answers.copies);
        return decisionCopy({ about: 'adult', answers: adult.answers, determination: result }, head, words, given);
      }
      const carer = asWorkOf(record, 'decide-carer-eligibility');
      if (carer === undefined) return undefined;
      const given = givenInWriting(carerDecisionFrom(carer.answers), carer.answers.copies);
      return decisionCopy({ about: 'carer', answers: carer.answers, determination: result }, head, words, given);
    }
    case 'estimate': {
      const estimated = asWorkOf(record, 'estimate-budget');
      return estimated && budgetCopy(estimated.answers, result.weeklyTotal, head, words);
    }
    case 'charge': {
      const assessed = asWorkOf(record, 'assess-finances');
      const before = allWorkOf(records, 'assess-finances').find(({ at }) => at < record.at)?.result;
      return (
        assessed &&
        financesCopy(
          assessed.answers,
          result.charge,
          head,
          words,
          before?.kind === 'charge' ? before.charge : undefined,
        )
      );
    }
    default: {
      const checks = asWorkOf(record, 'check-plan');
      if (checks) return planCheckCopy(checks.answers, head, words);
      const agreement = asWorkOf(record, 'agree-plan-for-council');
      return agreement && councilAgreementCopy(agreement.answers, head, words);
    }
  }
};
