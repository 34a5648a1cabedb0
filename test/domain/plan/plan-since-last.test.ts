import { describe, expect, it } from 'vitest';
import { changedAnswers, versionBefore } from '../../../domain/plan/plan-since-last.ts';
import { staffAnswers } from '../../../local/demo/staff-answers.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import { plan } from '../../../schemas/forms/plan.ts';
import { keptWork, today } from '../../support/finished-work.ts';

const written = staffAnswers(today)['draft-plan'] as unknown as Answers;

describe('what has changed between two versions of a plan', () => {
  it('is nothing between a version and itself', () => {
    expect(changedAnswers(plan, written, written)).toEqual([]);
  });

  it('names each answer with both texts, one that was given up, and one that is new', () => {
    const { strengths: _gone, ...rest } = written as Answers & { strengths: string };
    const after: Answers = { ...rest, whatMatters: 'Her garden.', changesMade: 'The evening.' };

    expect(changedAnswers(plan, written, after)).toEqual([
      expect.objectContaining({ question: 'changesMade', was: [], now: ['The evening.'] }),
      expect.objectContaining({ question: 'strengths', was: [written['strengths']], now: [] }),
      expect.objectContaining({ question: 'whatMatters', was: [written['whatMatters']], now: ['Her garden.'] }),
    ]);
  });

  it('of a table shows the rows that differ and no others', () => {
    const [first, second] = written['needs'] as readonly Record<string, string>[];
    const after = { ...written, needs: [first, { ...second, when: 'Every day at 9:00' }] } as Answers;
    const [found, ...others] = changedAnswers(plan, written, after);

    expect(others).toEqual([]);
    expect(found?.was).toEqual([expect.stringContaining('Every day in the visit at 8:00')]);
    expect(found?.now).toEqual([expect.stringContaining('Every day at 9:00')]);
  });

  it('is looked for in the newest earlier version whose words are kept', () => {
    const version = (number: number, id: string) =>
      ({ ...keptWork('draft-plan'), kind: 'plan', id, number, state: 'ended' }) as never;
    const records = [
      version(1, 'assessment-1.draft-plan'),
      version(2, 'lost'),
      version(3, 'assessment-1.draft-plan-2'),
      { ...keptWork('draft-plan'), id: 'assessment-1.draft-plan' },
    ];

    expect(versionBefore({ number: 3 }, records)?.plan.number).toBe(1);
    expect(versionBefore({ number: 1 }, records)).toBeUndefined();
  });
});
