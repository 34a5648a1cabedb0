import { expect, it } from 'vitest';
import { reviewReasonId, reviewReasons } from '../../../domain/review/review-reasons.ts';
import type { CaseRecord } from '../../../schemas/records.ts';
import { isoInstant } from '../../../schemas/scalars.ts';
import { aCase } from '../../support/a-case.ts';
import { keptWork } from '../../support/finished-work.ts';

const note = (id: string, at: string, text: string): CaseRecord => ({
  council: aCase().council,
  reference: aCase().reference,
  id,
  version: 1,
  at: isoInstant.parse(at),
  by: { kind: 'staff', id: 'worker', role: 'key-worker' },
  kind: 'note',
  content: { text },
});

it('has each reason since the last review was held, the first first, and no other note', () => {
  const held = keptWork('review-plan');
  const records = [
    note(reviewReasonId('early-b'), '2026-01-07T09:00:00.000Z', 'The provider has changed.'),
    note(reviewReasonId('early-a'), '2026-01-06T09:00:00.000Z', 'Needs have changed.'),
    note('case.note-1', '2026-01-06T10:00:00.000Z', 'Rang her.'),
    note(reviewReasonId('early-c'), '2026-01-01T09:00:00.000Z', 'An older reason, which was looked at.'),
    held,
  ];
  expect(reviewReasons(records)).toEqual(['Needs have changed.', 'The provider has changed.']);
});

it('has what whoever asked for it wrote, beside what was decided', () => {
  const { council, reference } = aCase();
  const request: CaseRecord = {
    ...{ council, reference, version: 1, at: isoInstant.parse('2026-01-06T08:00:00.000Z'), by: { kind: 'public' } },
    id: 'case.request-3f0a',
    kind: 'request',
    list: 'review-for-another',
    listVersion: 1,
    answers: { organisation: 'Example Care', reviewReasons: ['unmanageable-risks'], requestDetail: 'The stairs.' },
  };
  const id = reviewReasonId('asked-decide-review-request-by-other-3f0a');
  const records = [request, note(id, '2026-01-06T09:00:00.000Z', 'Asked for by someone else. It is a risk.')];

  expect(reviewReasons(records)).toEqual([
    'Asked for by someone else. It is a risk.',
    'Organisation: Example Care',
    'What has changed: There are risks we cannot manage',
    'More about it: The stairs.',
  ]);
});
