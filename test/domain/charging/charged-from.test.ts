import { describe, expect, it } from 'vitest';
import { startProblems } from '../../../domain/charging/charged-from.ts';
import { isoDate } from '../../../schemas/scalars.ts';
import { answers } from './officer.ts';

const from = (
  changes: object,
  { pays = 50_00, before = 41_55 as number | undefined, told = '2025-09-01' } = {},
): string[] =>
  startProblems(answers({ weekOf: '2025-10-06', toldPersonOn: '2025-11-03', ...changes }), pays, {
    personPays: before,
    toldFirstOn: isoDate.parse(told),
  }).map(({ field, message }) => `${field}: ${message}`);

describe('startProblems', () => {
  it.each([
    { told: '2025-10-06', changes: {}, says: [] },
    { told: '2025-10-07', changes: {}, says: [expect.stringMatching(/^chargedFrom: .* Tuesday 7 October 2025/)] },
    { told: '2025-10-07', changes: { chargedFrom: '2025-10-07' }, says: [] },
  ])(
    'charges no day before the person had heard of a cost: told on $told, from $changes.chargedFrom',
    ({ told, changes, says }) => {
      expect(from(changes, { told, before: undefined })).toEqual(says);
    },
  );

  it('lets a person who pays nothing be told whenever it was', () => {
    expect(from({}, { told: '2025-12-01', pays: 0 })).toEqual([]);
  });

  const change = { assessmentReason: 'change', changedOn: '2025-10-08' };
  it.each([
    {
      why: 'told late by the person, back to the change',
      changes: { ...change, late: 'person', chargedFrom: '2025-10-08' },
      says: [],
    },
    {
      why: 'before the change',
      changes: { ...change, late: 'person' },
      says: [expect.stringContaining('cannot begin before the change')],
    },
    {
      why: 'late by the council’s own delay',
      changes: { ...change, late: 'council', chargedFrom: '2025-10-08' },
      says: [expect.stringContaining('The council was late itself')],
    },
    {
      why: 'late by the council’s own delay, for a reason that somebody gives',
      changes: { ...change, late: 'council', chargedFrom: '2025-10-08', backdatedWhy: 'The person agreed to it.' },
      says: [],
    },
  ])('of a higher charge: $why', ({ changes, says }) => {
    expect(from(changes)).toEqual(says);
  });

  it('lets a lower charge go back as far as it may', () => {
    expect(from({ ...change, late: 'council' }, { pays: 30_00 })).toEqual([]);
  });
});
