import { describe, expect, it } from 'vitest';
import { isWanted } from '../../../domain/journey/news.ts';
import { reminderAt, reminderStep, startOf, visitsToCome } from '../../../domain/journey/visits.ts';
import { appointmentProblems } from '../../../domain/review/review-appointment.ts';
import type { Visit } from '../../../schemas/case.ts';
import { isoDate, isoInstant } from '../../../schemas/scalars.ts';

import { aCase } from '../../support/a-case.ts';
import { finishing, wrongFields } from '../../support/finished-work.ts';

const day = (text: string) => isoDate.parse(text);
const at = (text: string) => isoInstant.parse(text);
const visit: Visit = { purpose: 'review', on: day('2026-02-16'), startsAt: '14:30', how: 'phone', comes: [] };
const nextReview = {
  kind: 'first',
  windowFrom: '2026-02-16',
  dueOn: '2026-02-16',
  lastDay: '2026-03-02',
  appointmentOn: '2026-02-16',
  remindAt: '2026-02-02T09:00:00.000Z',
} as never;
/** Nothing of what is asked about a visit that is arranged. */
const empty = { visitOn: undefined, startsAt: undefined, how: undefined, place: undefined, whoComes: undefined };
const ofAssessment = finishing('arrange-visit');
const ofReview = finishing('arrange-visit', 'review-1.arrange-visit');

describe('the appointment of a review', () => {
  it.each([
    { on: '2026-02-16', wrong: [] },
    { on: '2026-03-02', wrong: [] },
    { on: '2026-02-21', wrong: ['visitOn'] },
    { on: '2026-03-03', wrong: ['outsideWhy'] },
    { on: '2026-02-13', wrong: ['outsideWhy'] },
    { on: '2026-04-03', wrong: ['visitOn', 'outsideWhy'] },
  ])('on $on, in a window from 16 February to 2 March, must put right: $wrong', ({ on, wrong }) => {
    const found = appointmentProblems({ on: day(on) }, { windowFrom: day('2026-02-16'), lastDay: day('2026-03-02') });

    expect(found.map(({ field }) => field)).toEqual(wrong);
  });

  it('names the working days on either side of a bank holiday', () => {
    const [problem] = appointmentProblems(
      { on: day('2026-12-28') },
      { windowFrom: day('2026-12-01'), lastDay: day('2027-01-05') },
    );

    expect(problem?.message).toContain('Thursday 24 December 2026 or Tuesday 29 December 2026');
  });

  it('may lie outside the window for a reason that is given', () => {
    const answers = { visitOn: '2026-03-09', outsideWhy: 'She is with her sister until then.' };

    expect(ofReview(answers, { nextReview })).toMatchObject({
      ok: true,
      changes: {
        visits: [{ purpose: 'review', on: '2026-03-09', startsAt: '14:30' }],
        nextReview: { appointmentOn: '2026-03-09' },
      },
    });
    expect(wrongFields(ofReview({ visitOn: '2026-03-09' }, { nextReview }))).toEqual(['outsideWhy']);
  });
});

describe('a visit', () => {
  it('is told, and reminded of early on the last working day before it', () => {
    expect(ofAssessment({ visitOn: '2026-01-12', startsAt: '9.15' })).toMatchObject({
      changes: { visits: [{ purpose: 'assessment', on: '2026-01-12', startsAt: '09:15' }] },
      tells: ['visit-arranged'],
      tellsLater: [
        { template: 'visit-coming', at: '2026-01-09T06:00:00.000Z', step: 'remind-visit-assessment-20260112-0915' },
      ],
    });
  });

  it('needs a reason to be moved, and whoever moves it tells the person', () => {
    const arranged = { visits: [{ ...visit, purpose: 'assessment' as const, on: day('2026-01-13') }] };

    expect(wrongFields(ofAssessment({ visitOn: '2026-01-14' }, arranged))).toEqual(['movedWhy']);
    expect(ofAssessment({ visitOn: '2026-01-14', movedWhy: 'The worker is ill.' }, arranged)).toMatchObject({
      outcome: 'moved',
      tells: ['visit-changed'],
    });
  });

  it.each([
    { answers: { startsAt: 'morning' }, wrong: ['startsAt'] },
    { answers: { visitOn: '2026-01-05', startsAt: '10:30' }, wrong: ['startsAt'] },
    { answers: { visitOn: '2062-01-05' }, wrong: ['visitOn'] },
    { answers: { visitOn: '2026-01-04' }, wrong: ['visitOn'] },
  ])('is at a time to come: $answers is refused', ({ answers, wrong }) => {
    expect(wrongFields(ofAssessment(answers))).toEqual(wrong);
  });

  it.each([
    { what: 'cancelled', cancelledBy: 'person', cancelledWhy: 'She is ill.' },
    { what: 'failed', failedOn: '2026-01-05', failedWhy: 'council', knownSafe: 'spoken', failedNext: 'We ring her.' },
  ])('that is $what is gone from the case and arranged again', (answers) => {
    const arranged = { visits: [{ ...visit, purpose: 'assessment' as const }] };

    expect(ofAssessment({ ...empty, ...answers }, arranged)).toMatchObject({
      ok: true,
      changes: { visits: [] },
      opens: [{ kind: 'arrange-visit', role: 'assessor' }],
    });
  });

  it('that did not happen and nobody knows why is a worry about safety', () => {
    const answers = {
      what: 'failed',
      failedOn: '2026-01-05',
      failedWhy: 'no-answer',
      knownSafe: 'not-known',
      failedNext: 'We ring.',
    };

    expect(ofAssessment({ ...empty, ...answers })).toMatchObject({
      opens: [{ kind: 'arrange-visit' }, { kind: 'look-into-safety' }],
    });
  });

  it('that failed twice is tried in another way, decided on by a manager, and never just closed', () => {
    const failedBefore = {
      council: 'leicestershire',
      reference: 'K7M-29QX-T4F',
      id: 'assessment-1.arrange-visit',
      version: 1,
      at: '2026-01-03T10:00:00.000Z',
      by: { kind: 'platform', name: 'test' },
      kind: 'work',
      work: 'arrange-visit',
      list: 'visit',
      listVersion: 1,
      answers: { what: 'failed' },
    } as never;
    const answers = {
      ...empty,
      what: 'failed',
      failedOn: '2026-01-05',
      failedWhy: 'turned-away',
      knownSafe: 'spoken',
      failedNext: 'We ring.',
    };
    const again = (changes: object) =>
      finishing('arrange-visit', 'case.arrange-visit-assessment-from-1a2b3c4d')(
        changes,
        {},
        { records: [failedBefore] },
      );

    expect(wrongFields(again(answers))).toEqual(['otherWays']);
    expect(again({ ...answers, otherWays: 'Through her daughter.' })).toMatchObject({
      opens: [{ kind: 'arrange-visit', role: 'manager', reason: expect.stringContaining('2 times in a row') }],
    });
  });

  it('begins at what London’s clocks show, on the days on which they change too', () => {
    expect(startOf({ on: day('2026-03-29'), startsAt: '14:30' })).toBe('2026-03-29T13:30:00.000Z');
    expect(startOf({ on: day('2026-10-25'), startsAt: '14:30' })).toBe('2026-10-25T14:30:00.000Z');
    expect(reminderAt({ on: day('2026-03-30') }, at('2026-03-01T10:00:00.000Z'))).toBe('2026-03-27T06:00:00.000Z');
  });

  it('whose day is past is not told as coming, and one that was moved is not reminded of', () => {
    const careCase = aCase({ visits: [visit] });
    const wanted = (step: string, now: string) =>
      isWanted({ case: careCase, tasks: [], records: [] }, { thread: 'case', step, template: 'visit-coming' }, at(now));

    expect(visitsToCome(careCase, at('2026-02-17T00:30:00.000Z'))).toEqual([]);
    expect(wanted(reminderStep(visit), '2026-02-13T09:00:00.000Z')).toBe(true);
    expect(wanted(reminderStep({ ...visit, startsAt: '15:00' }), '2026-02-13T09:00:00.000Z')).toBe(false);
    expect(wanted(reminderStep(visit), '2026-02-17T09:00:00.000Z')).toBe(false);
  });
});
