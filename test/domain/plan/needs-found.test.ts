import { describe, expect, it } from 'vitest';
import { knownAnswers } from '../../../domain/forms/known-answers.ts';
import { staffAnswers } from '../../../local/demo/staff-answers.ts';
import { type Answers, answered } from '../../../schemas/form-conditions.ts';
import type { Form } from '../../../schemas/form-language.ts';
import { plan } from '../../../schemas/forms/plan.ts';
import type { CaseRecord, WorkResult } from '../../../schemas/records.ts';
import { isoInstant } from '../../../schemas/scalars.ts';
import type { TaskKind } from '../../../schemas/task.ts';
import { workLists } from '../../../schemas/work-lists.ts';
import { aCase } from '../../support/a-case.ts';

const day = '2026-07-02';
const posted: Readonly<Record<string, object>> = staffAnswers(day);

/** A record that finished work of a kind left, with the example's answers or with changes to them. */
const left = (kind: TaskKind, changes: object = {}, result?: WorkResult): CaseRecord => {
  const { council, reference } = aCase();
  return {
    council,
    reference,
    id: `assessment-1.${kind}`,
    version: 1,
    at: isoInstant.parse(`${day}T10:00:00.000Z`),
    by: { kind: 'public' },
    kind: 'work',
    work: kind,
    ...answered(workLists[kind], { ...posted[kind], ...changes } as Answers),
    ...(result && { result }),
  };
};

const knownOfPlan = (...records: CaseRecord[]) =>
  new Map(
    knownAnswers(plan, {
      records,
      person: {},
      listOf: (id) => Object.values<Form>(workLists).find((list) => list.id === id),
      today: () => day,
    })
      // What may be taken over, before what only stands beside.
      .toSorted((a, b) => Number(a.isAccepted) - Number(b.isAccepted))
      .map((known) => [known.question, known] as const),
  );

describe('the needs with which a plan begins', () => {
  it('are those that the decision found, with what the person wants, and stand beside', () => {
    const needs = knownOfPlan(left('decide-eligibility')).get('needs');

    expect(needs).toMatchObject({ isAccepted: false, from: { list: 'decision' } });
    expect(needs?.answer).toEqual([
      expect.objectContaining({ outcome: 'hygiene', eligible: 'yes', wellbeing: ['dignity', 'health'] }),
      expect.objectContaining({ outcome: 'clothed', eligible: 'yes' }),
    ]);
    for (const line of needs?.lines ?? []) expect(line).toMatch(/^Need: .+; Outcome: /);
  });

  it('do not meet the criteria where the decision says so', () => {
    const needs = knownOfPlan(left('decide-eligibility', { result: 'not-eligible' })).get('needs');

    expect(needs?.answer).toEqual([
      expect.objectContaining({ eligible: 'no' }),
      expect.objectContaining({ eligible: 'no' }),
    ]);
  });

  it.each([
    ['at-risk', true],
    ['deteriorating', true],
    ['no', false],
  ])('of a carer whose health is %s have it among them: %s', (carerHealth, has) => {
    const needs = knownOfPlan(left('decide-carer-eligibility', { carerHealth })).get('needs');

    expect(needs?.answer).toHaveProperty('length');
    expect([needs?.answer].flat().some((row) => (row as { outcome: string }).outcome === 'carer-health')).toBe(has);
  });

  it('are those of the last plan where there is one, and are accepted as they are', () => {
    const needs = knownOfPlan(left('decide-eligibility'), left('draft-plan')).get('needs');

    expect(needs).toMatchObject({ isAccepted: true, from: { title: 'Last time' } });
  });
});

describe('what else a plan knows', () => {
  it('is strengths from the assessment, and advice from the decision', () => {
    const known = knownOfPlan(left('assess-needs'), left('decide-eligibility'));

    for (const id of ['strengths', 'adviceMeetOrReduce', 'advicePreventOrDelay', 'adviceLinks']) {
      expect(known.get(id)).toMatchObject({ question: id, isAccepted: true });
    }
  });

  it('is the estimate and what the person pays, as the rules worked them out', () => {
    const charge = { personPays: 4155 } as Extract<WorkResult, { kind: 'charge' }>['charge'];
    const known = knownOfPlan(
      left('estimate-budget', {}, { kind: 'estimate', weeklyTotal: 18_900 }),
      left('assess-finances', {}, { kind: 'charge', charge }),
    );

    expect(known.get('budgetCost')).toMatchObject({ answer: 18_900, lines: ['£189.00'], isAccepted: true });
    expect(known.get('budgetPerson')).toMatchObject({ answer: 4155, isAccepted: true });
    // Beside a question that asks for words it is money all the same.
    expect(known.get('estimateDiffersWhy')).toMatchObject({ lines: ['£189.00'], isAccepted: false });
  });
});
