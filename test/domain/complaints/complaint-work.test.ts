import { describe, expect, it } from 'vitest';
import { complaintTimeProblems, ombudsmanSentence } from '../../../domain/complaints/complaint-work.ts';
import { caseRecord } from '../../../schemas/records.ts';
import { isoDate } from '../../../schemas/scalars.ts';

const date = (text: string) => isoDate.parse(text);

/** A complaint with the days that it tells of. */
const told = (answers: object) => [
  caseRecord.parse({
    council: 'leicestershire',
    reference: 'K7M-29QX-T4F',
    id: 'case.request-1',
    version: 1,
    at: '2026-07-01T09:00:00.000Z',
    by: { kind: 'public', as: 'person' },
    kind: 'request',
    personId: 'rose------------------',
    list: 'complaint',
    listVersion: 1,
    answers,
  }),
];
const said = (late: 'yes' | 'no', answers: object) =>
  complaintTimeProblems({ late, receivedOn: date('2026-07-01') }, told(answers), 'case.request-1').map(
    ({ message }) => message,
  );

describe('the time of a complaint', () => {
  it.each([
    ['no', { eventOn: '2025-07-01' }, []],
    ['yes', { eventOn: '2025-06-30' }, []],
    [
      'no',
      { eventOn: '2025-06-30' },
      ['Select yes: it came after Tuesday 30 June 2026. Decide if it is looked at all the same'],
    ],
    [
      'yes',
      { eventOn: '2024-01-01', noticedOn: '2025-08-01' },
      ['Select no: it came in time, which it was until Saturday 1 August 2026'],
    ],
    ['yes', {}, []],
  ] as const)('recorded as late: %s, of what it tells %o', (late, answers, expected) => {
    expect(said(late, answers)).toEqual(expected);
  });

  it('for the ombudsman runs 12 months from when the person knew', () => {
    expect(ombudsmanSentence(told({ eventOn: '2026-01-10', noticedOn: '2026-02-11' }), 'case.request-1')).toEqual([
      'For what you told us of, that is until Thursday 11 February 2027.',
    ]);
    expect(ombudsmanSentence([], 'case.request-1')).toEqual([]);
  });
});
