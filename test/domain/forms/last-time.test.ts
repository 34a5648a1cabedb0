import { describe, expect, it } from 'vitest';
import { knownAnswers } from '../../../domain/forms/known-answers.ts';
import { assessment } from '../../../schemas/forms/assessment.ts';
import { caseRecord } from '../../../schemas/records.ts';

describe('work that is done again', () => {
  it('has what was found the last time beside each question, the newest first, and takes none of it over by itself', () => {
    const found = (id: string, at: string, answers: object) =>
      caseRecord.parse({
        council: 'leicestershire',
        reference: 'K7M-29QX-T4F',
        id: `${id}.assess-needs`,
        version: 1,
        at: `${at}T09:00:00.000Z`,
        by: { kind: 'staff', id: 'worker', role: 'assessor' },
        kind: 'work',
        work: 'assess-needs',
        list: 'assessment',
        listVersion: 1,
        answers,
      });
    const known = knownAnswers(assessment, {
      records: [
        found('assessment-1', '2026-01-12', { homeSuitable: 'yes', falls: 2 }),
        found('assessment-2', '2026-06-12', { homeSuitable: 'no' }),
      ],
      person: {},
      listOf: (id) => (id === assessment.id ? assessment : undefined),
      today: () => '2026-11-28',
    });

    expect(known.map(({ question, lines, isAccepted }) => [question, ...lines, isAccepted])).toEqual(
      expect.arrayContaining([
        ['homeSuitable', 'No', false],
        ['falls', '2', false],
      ]),
    );
  });
});
