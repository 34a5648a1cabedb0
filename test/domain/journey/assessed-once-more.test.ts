import { describe, expect, it } from 'vitest';
import { whyAssessedAgain } from '../../../domain/journey/assessed-again.ts';
import { assessedOnceMore } from '../../../domain/journey/reassessment.ts';
import type { CaseRecord } from '../../../schemas/records.ts';
import { isoInstant } from '../../../schemas/scalars.ts';
import { aCase } from '../../support/a-case.ts';
import { keptWork } from '../../support/finished-work.ts';

const thread = 'assessment-1';

describe('an assessment in one journey', () => {
  it.each(['assess-needs', 'assess-carer', 'decide-eligibility-2', 'check-plan-2'])('says nothing at %s', (step) => {
    expect(assessedOnceMore({ step, thread })).toBeUndefined();
  });

  it.each(['assess-needs-2', 'assess-carer-3'])('says at %s that a plan was not clear (CB23)', (step) => {
    expect(assessedOnceMore({ step, thread })).toMatch(/^A plan was not clear/);
  });

  it('says in a later journey that needs are assessed again, and nothing of its other work', () => {
    expect(assessedOnceMore({ step: 'assess-needs', thread: 'assessment-2' })).toMatch(/^Needs are assessed again/);
    expect(assessedOnceMore({ step: 'draft-plan', thread: 'assessment-2' })).toBeUndefined();
  });
});

const made = (id: string, hour: number) => ({
  council: aCase().council,
  reference: aCase().reference,
  id,
  version: 1,
  at: isoInstant.parse(`2026-01-05T${String(hour).padStart(2, '0')}:00:00.000Z`),
  by: { kind: 'public' } as const,
});
const note = (id: string, hour: number, text: string): CaseRecord => ({
  ...made(id, hour),
  kind: 'note',
  content: { text },
});

describe('why needs are assessed again', () => {
  it('is what was found since they were assessed, with the words of whoever asked', () => {
    const records: CaseRecord[] = [
      note('case.reassessment-old', 9, 'An older reason, which was looked at.'),
      keptWork('assess-needs', {}, 10),
      {
        ...made('case.request-3f0a', 11),
        kind: 'request',
        list: 'change',
        listVersion: 1,
        answers: { changed: ['other'], changeDetail: 'I cannot see now.', wantsAdvocate: 'no' },
      },
      note('case.reassessment-look-at-change-3f0a', 12, 'The person told us of a change. A new assessment.'),
      keptWork('review-plan', { outcome: 'reassess', whatChanged: 'She fell in May.' }, 13),
      keptWork('check-plan', { leadsTo: 'assess-again', whatToChange: 'Look again at the evenings.' }, 14),
      keptWork('check-plan', { leadsTo: 'change', whatToChange: 'A shorter visit.' }, 15),
    ];

    expect(whyAssessedAgain(records)).toEqual([
      'The person told us of a change. A new assessment.',
      expect.stringMatching(/^What has changed: /),
      'What happened: I cannot see now.',
      'The review found that needs are assessed again. She fell in May.',
      'A plan was not clear. Look again at the evenings.',
    ]);
  });

  it('is nothing where they were never assessed', () => {
    expect(whyAssessedAgain([note('case.reassessment-a', 9, 'Found.')])).toEqual([]);
  });
});
