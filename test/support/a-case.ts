import { type CareCase, careCase } from '../../schemas/case.ts';

/** A case as it is stored, with what a test wants different. */
export const aCase = (different: Partial<CareCase> = {}): CareCase =>
  careCase.parse({
    council: 'leicestershire',
    reference: 'K7M-29QX-T4F',
    version: 1,
    kind: 'needs',
    stage: 'received',
    openedAt: '2026-01-05T10:00:00.000Z',
    personId: 'rose------------------',
    updatesTo: ['person'],
    urgency: 'standard',
    targetOn: '2026-02-02',
    journey: 1,
    reviewGeneration: 0,
    // No plan is written where nobody holds the case.
    keyWorker: { id: 'worker', name: 'Kwame Nowak', email: 'kwame.nowak@leicestershire.example' },
    ...different,
  });
