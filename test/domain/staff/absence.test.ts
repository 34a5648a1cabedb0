import { describe, expect, it } from 'vitest';
import {
  absenceOn,
  backFrom,
  coveredBy,
  endedEarly,
  handedTo,
  problemsOfAbsence,
  whyHandedOn,
  withAbsence,
  worksOn,
} from '../../../domain/staff/absence.ts';
import { isoDate } from '../../../schemas/scalars.ts';
import { type StaffMember, staffMember } from '../../../schemas/staff.ts';
import { task as taskSchema } from '../../../schemas/task.ts';

const day = (text: string) => isoDate.parse(text);
const member = (id: string, more: Partial<StaffMember> = {}): StaffMember =>
  staffMember.parse({ id, name: `Name ${id}`, email: `${id}@example.com`, roles: ['key-worker'], ...more });
const away = (from: string, to: string, cover?: string) => ({
  absences: [{ from: day(from), to: day(to), by: 'boss', ...(cover && { cover }) }],
});
const today = day('2026-01-05');
const wrong = (
  given: { from: string; to: string; cover?: string },
  of: StaffMember,
  cover?: StaffMember,
  was?: string,
) =>
  problemsOfAbsence(
    { from: day(given.from), to: day(given.to), ...(given.cover && { cover: given.cover }) },
    of,
    cover,
    {
      today,
      ...(was && { was: day(was) }),
    },
  ).map(({ field, message }) => `${field}: ${message}`);

describe('an absence', () => {
  it('is of its first day and its last, and of none beside them', () => {
    const ann = member('ann', away('2026-01-12', '2026-01-16'));

    expect(['2026-01-11', '2026-01-12', '2026-01-16', '2026-01-17'].map((on) => !!absenceOn(ann, day(on)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(worksOn(ann, 'key-worker', day('2026-01-11'))).toBe(true);
    expect(worksOn(ann, 'manager', day('2026-01-11'))).toBe(false);
    expect(whyHandedOn(ann, 'key-worker', day('2026-01-12'))).toBe('away');
    expect(whyHandedOn(ann, 'assessor', day('2026-01-12'))).toBe('role');
    expect(whyHandedOn(undefined, 'assessor', day('2026-01-12'))).toBe('left');
  });

  it('may begin today, or have begun before it was entered, and may have no cover', () => {
    expect(wrong({ from: '2026-01-05', to: '2026-01-05' }, member('ann'))).toEqual([]);
    expect(wrong({ from: '2025-12-20', to: '2026-01-09' }, member('ann'))).toEqual([]);
  });

  it('is refused where its days are the wrong way round, over, overlapping, or slipped by years', () => {
    expect(wrong({ from: '2026-01-09', to: '2026-01-08' }, member('ann'))).toEqual([
      'to: The last day must be the first day or later',
    ]);
    expect(wrong({ from: '2025-12-01', to: '2026-01-04' }, member('ann'))).toEqual([
      'to: That time is over, so no work would move. Give a last day from today on',
    ]);
    expect(wrong({ from: '2026-01-08', to: '2029-01-08' }, member('ann'))).toEqual([
      'to: Check the year: enter at most two years at once',
    ]);
    expect(wrong({ from: '2026-01-08', to: '2026-01-12' }, member('ann', away('2026-01-12', '2026-01-16')))).toEqual([
      'from: Away from Monday 12 January 2026 to Friday 16 January 2026 already. Change that absence instead',
    ]);
  });

  it('takes the place of the one that it changes, which does not overlap with itself', () => {
    const ann = member('ann', away('2026-01-12', '2026-01-16'));
    const longer = { from: day('2026-01-12'), to: day('2026-02-20'), by: 'ann' };

    expect(wrong({ from: '2026-01-12', to: '2026-02-20' }, ann, undefined, '2026-01-12')).toEqual([]);
    expect(withAbsence(ann, longer, day('2026-01-12')).absences).toEqual([longer]);
  });

  it('is refused with a cover who is oneself, a leaver, without any of the roles, or away too', () => {
    const ann = member('ann');
    const given = { from: '2026-01-12', to: '2026-01-16' };
    const bo = member('bo', away('2026-01-16', '2026-01-30', 'ann'));

    expect(wrong({ ...given, cover: 'ann' }, ann, ann)).toEqual([
      'cover: Choose somebody else as cover, or leave it to the team',
    ]);
    expect(wrong({ ...given, cover: 'gone' }, ann)).toEqual(['cover: Choose somebody who is in the staff directory']);
    expect(wrong({ ...given, cover: 'fay' }, ann, member('fay', { roles: ['finance-officer'] }))).toEqual([
      'cover: Choose somebody who may do this work: Name fay has none of the roles key-worker',
    ]);
    // Each covering the other on the same day: the one who enters it second is told.
    expect(wrong({ ...given, cover: 'bo' }, ann, bo)).toEqual([
      'cover: Choose somebody who is there: Name bo is away from Friday 16 January 2026 to Friday 30 January 2026',
    ]);
  });

  it('that ends early ends yesterday, and one that has not begun is taken away', () => {
    const ann = member('ann', away('2026-01-02', '2026-01-16'));

    expect(endedEarly(ann, day('2026-01-02'), today).absences?.[0]?.to).toBe('2026-01-04');
    expect(endedEarly(ann, day('2026-01-02'), day('2026-01-02')).absences).toEqual([]);
    expect(endedEarly(ann, day('2026-01-03'), today).absences).toEqual(ann.absences);
  });

  it('is told of when it is over, for two weeks', () => {
    const ann = member('ann', away('2026-01-05', '2026-01-16'));

    expect(['2026-01-16', '2026-01-17', '2026-01-30', '2026-01-31'].map((on) => backFrom(ann, day(on)).length)).toEqual(
      [0, 1, 1, 0],
    );
    expect(coveredBy('bo', [member('ann', away('2026-01-05', '2026-01-16', 'bo')), ann], today)).toHaveLength(1);
  });

  it('leaves on a task from whom it came, and no worker where there is no cover', () => {
    const task = taskSchema.parse({
      council: 'leicestershire',
      reference: 'K7M-29QX-T4F',
      id: 'K7M-29QX-T4F.assessment-1.draft-plan',
      version: 1,
      kind: 'draft-plan',
      role: 'key-worker',
      assignee: { id: 'ann', name: 'Ann', email: 'ann@example.com' },
      openedAt: '2026-01-05T09:00:00.000Z',
      dueOn: '2026-01-12',
      status: 'open',
    });

    expect(handedTo(task, member('bo'), task.openedAt)).toMatchObject({
      assignee: { id: 'bo' },
      handedOn: { from: 'ann', to: 'bo' },
    });
    expect(handedTo(task, undefined, task.openedAt)).not.toHaveProperty('assignee');
  });
});
