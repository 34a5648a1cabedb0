import { describe, expect, it } from 'vitest';
import { whyOwnWork } from '../../../domain/access/own-work.ts';
import type { CaseRecord } from '../../../schemas/records.ts';

const record = (kind: 'work' | 'request' | 'note', by: string, more: object): CaseRecord =>
  ({
    ...{ council: 'leicestershire', reference: 'K7M-29QX-T4F', version: 1, at: '2026-01-05T10:00:00.000Z', id: 'x' },
    ...{ kind, by: { kind: 'staff', id: by, role: 'assessor' } },
    ...more,
  }) as never;
const review = (by: string, at = '2026-01-05T10:00:00.000Z') => record('work', by, { work: 'review-plan', at });
const complaint = (...about: string[]) =>
  record('request', 'web', { list: 'complaint', answers: { complaintAbout: about } });

describe('nobody looks over their own work', () => {
  it.each([
    ['settle-disagreement', [review('ann')], 'ann', true],
    ['settle-disagreement', [review('ann')], 'bo', false],
    ['settle-disagreement', [review('ann'), review('bo', '2026-02-05T10:00:00.000Z')], 'ann', false],
    ['settle-disagreement', [], 'ann', false],
    ['answer-complaint', [complaint('decision'), record('work', 'ann', { work: 'decide-eligibility' })], 'ann', true],
    ['answer-complaint', [complaint('charge'), record('work', 'ann', { work: 'assess-finances' })], 'ann', true],
    ['answer-complaint', [complaint('charge'), record('work', 'ann', { work: 'decide-eligibility' })], 'ann', false],
    ['answer-complaint', [complaint('staff'), record('note', 'ann', {})], 'ann', true],
    ['answer-complaint', [complaint('decision'), record('work', 'ann', { work: 'decide-eligibility' })], 'bo', false],
    ['answer-query', [record('work', 'ann', { work: 'decide-eligibility' })], 'ann', false],
  ] as const)('%s', (kind, records, staff, isOwn) => {
    expect(whyOwnWork(kind, records, staff) !== undefined).toBe(isOwn);
  });
});
