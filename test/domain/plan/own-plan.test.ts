import { describe, expect, it } from 'vitest';
import { isWithPerson, needsLeft, needWith, ownPages, writtenBy } from '../../../domain/plan/own-plan.ts';
import { whoWrote } from '../../../domain/plan/who-wrote.ts';
import { planWriter } from '../../../schemas/case.ts';
import { questionsOf } from '../../../schemas/form-language.ts';
import { plan } from '../../../schemas/forms/plan.ts';
import type { SavedAnswers } from '../../../schemas/work-draft.ts';
import { aTask } from '../../support/a-task.ts';

const needs = [
  { need: 'Cannot wash below the waist.', outcome: 'hygiene', eligible: 'yes', weeklyCost: 5000, councilMeets: 'yes' },
  { need: 'Cannot do buttons.', outcome: 'clothed', eligible: 'yes' },
];

describe('the parts of a plan that the person may write', () => {
  it('are those of the one list that have words for them, and a page for each need', () => {
    const pages = ownPages(plan, needs);
    expect(pages.map(({ id }) => id)).toEqual(['what-matters', 'need-1', 'need-2', 'risks']);
    const own = questionsOf(plan).flatMap(({ question }) => (question.own ? [question.id] : []));
    expect(
      pages.filter(({ row }) => row === undefined).flatMap(({ questions }) => questions.map(({ id }) => id)),
    ).toEqual(own.filter((id) => id !== 'needs'));
    expect(pages[1]?.questions.slice(0, 2).map(({ id }) => id)).toEqual(['outcomeWanted', 'howMet']);
  });

  it('hold nothing of the budget, of advice or of who was asked: these are for staff', () => {
    const asked = ownPages(plan, needs).flatMap(({ questions }) => questions.map(({ id }) => id));
    for (const id of ['budgetCost', 'consulted', 'adviceMeetOrReduce', 'harmSuspected', 'councilMeets', 'eligible']) {
      expect(asked).not.toContain(id);
    }
  });

  it('leave what is for staff in a need as it is', () => {
    const table = questionsOf(plan).find(({ question }) => question.id === 'needs')?.question;
    if (table?.type !== 'table') throw new Error('The plan has a table of needs');
    expect(needWith(table, needs[0] ?? {}, { howMet: 'A bath seat', councilMeets: 'no', eligible: 'no' })).toEqual({
      ...{ need: 'Cannot wash below the waist.', outcome: 'hygiene', eligible: 'yes', councilMeets: 'yes' },
      howMet: 'A bath seat',
    });
  });

  it('are not ready while a need that counts has no support', () => {
    expect(
      needsLeft([...needs, { outcome: 'nutrition', eligible: 'no' }, { outcome: 'home-safely', howMet: 'A rail' }]),
    ).toEqual([0, 1]);
  });

  it('are with the person from their choice until they are ready, round by round', () => {
    const task = aTask({ kind: 'draft-plan', id: 'K7M-29QX-T4F.assessment-1.draft-plan-1' });
    const planWriting = { thread: 'assessment-1', how: 'person', at: '2026-01-05T10:00:00.000Z' } as never;
    expect(isWithPerson({}, task)).toBe(false);
    expect(isWithPerson({ planWriting }, task)).toBe(true);
    expect(isWithPerson({ planWriting: { ...(planWriting as object), how: 'worker' } as never }, task)).toBe(false);
    const ready = { task: task.id, at: '2026-01-06T10:00:00.000Z' };
    expect(isWithPerson({ planWriting: { ...(planWriting as object), ready } as never }, task)).toBe(false);
    expect(
      isWithPerson({ planWriting: { ...(planWriting as object), ready } as never }, { id: `${task.id}x` as never }),
    ).toBe(true);
  });

  it('stand in the plan in one of its own words for who wrote it, whichever way was chosen', () => {
    expect(Object.keys(writtenBy).toSorted()).toEqual([...planWriter.options].toSorted());
  });
});

describe('who wrote a plan', () => {
  it('is everybody from outside the council with the parts that they wrote, also those that somebody wrote after them', () => {
    const at = '2026-01-05T10:00:00.000Z' as never;
    const rose = { id: 'person', name: 'Rose Okafor', as: 'person' as const };
    const staff = { id: 'worker', name: 'Yusuf Eastwood' };
    const saved: SavedAnswers = {
      whatMatters: { answer: 'Her garden', version: 2, by: staff, before: [rose], at },
      contingency: { answer: 'Call Daniel', version: 3, by: rose, at },
      budgetCost: { answer: 100, version: 4, by: staff, at },
    };
    expect(whoWrote(plan, saved)).toEqual([
      { name: 'Rose Okafor', as: 'person', parts: ['What matters to you', 'If something changes suddenly'] },
    ]);
  });
});
