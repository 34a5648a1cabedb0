import { expect, it } from 'vitest';
import { knownAnswers } from '../../domain/forms/known-answers.ts';
import { questionsOf } from '../../schemas/form-language.ts';
import { councilAgreement } from '../../schemas/forms/council-agreement.ts';
import { planChecks } from '../../schemas/forms/plan-checks.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import { workLists } from '../../schemas/work-lists.ts';
import { listById } from '../../services/work/task-lists.ts';
import { keptApplication, keptWork, today } from '../support/finished-work.ts';

/** A first plan that agrees with all that was found before. */
const before: CaseRecord[] = [
  keptApplication({ betterLife: 'To stay in my own home.' }),
  ...(['assess-needs', 'decide-eligibility', 'draft-plan'] as const).map(
    (kind) => ({ ...keptWork(kind), list: workLists[kind].id, id: `assessment-1.${kind}` }) as CaseRecord,
  ),
  { ...keptWork('estimate-budget'), list: 'estimate', result: { kind: 'estimate', weeklyTotal: 18_900 } } as CaseRecord,
];

it.each([planChecks, councilAgreement])(
  'whoever answers $id knows what was assessed, decided, wanted and what it costs',
  (list) => {
    const known = knownAnswers(list, { records: before, person: {}, listOf: listById, today: () => today });
    const from = new Set(known.map((one) => one.from.list));
    const lines = known.flatMap((one) => one.lines).join('\n');

    expect([...from]).toEqual(
      expect.arrayContaining(['assessment', 'decision', 'plan', 'estimate', 'needs-assessment']),
    );
    expect(lines).toContain('£189.00');
    expect(lines).toContain('To stay in my own home.');
  },
);

it.each([planChecks, councilAgreement])('every place that $id names is a question of its list', (list) => {
  const workedOut = ['needsFound', 'weeklyTotal', 'personPays', 'moneyDiffers', 'needsDiffer'];
  const missing = questionsOf(list).flatMap(({ question }) =>
    (question.known ?? []).filter((one) => {
      const source = listById(one.list);
      return (
        !workedOut.includes(one.question) &&
        source &&
        !questionsOf(source).some((of) => of.question.id === one.question)
      );
    }),
  );

  expect(missing).toEqual([]);
});
