import { describe, expect, it } from 'vitest';
import {
  escalationLevels,
  howDue,
  isChased,
  isEscalatedTo,
  isRemindedOf,
  workingDaysLate,
} from '../../../domain/staff/chasing.ts';
import { isoDate, isoInstant } from '../../../schemas/scalars.ts';

const day = (text: string) => isoDate.parse(text);
const council = {
  escalateAfterWorkingDays: 5,
  escalation: {
    everyWorkingDays: 3,
    above: [{ afterWorkingDays: 10, to: { name: 'Head', email: 'head@example.com' } }],
  },
};

describe('late work', () => {
  it('is counted in working days, over a weekend and Easter', () => {
    // 3 and 6 April 2026 are Good Friday and Easter Monday.
    expect(
      ['2026-04-01', '2026-04-02', '2026-04-06', '2026-04-07'].map((on) =>
        workingDaysLate({ dueOn: day('2026-04-01') }, day(on)),
      ),
    ).toEqual([0, 1, 1, 2]);
    expect(howDue({ dueOn: day('2026-04-01') }, day('2026-04-07'))).toBe('2 working days late');
    expect(howDue({ dueOn: day('2026-04-04') }, day('2026-04-05'))).toBe('1 working day late');
  });

  it('is told to the managers and then above them, again and again as long as it lasts', () => {
    const levels = escalationLevels(council);
    const task = { kind: 'triage-request', role: 'contact-officer' } as const;
    const told = Array.from({ length: 20 }, (_, index) => index + 1).flatMap((late) =>
      levels.filter((level) => isEscalatedTo(level, task, late, council)).map(({ level }) => `${late}:${level}`),
    );

    expect(told).toEqual(['6:1', '9:1', '11:2', '12:1', '14:2', '15:1', '17:2', '18:1', '20:2']);
  });

  it('of the managers themselves is told to the level above alone; why work is late is told at once', () => {
    const [first, second] = escalationLevels(council);
    if (first === undefined || second === undefined) throw new Error('Two levels');

    expect(isEscalatedTo(first, { kind: 'check-plan', role: 'manager' }, 6, council)).toBe(false);
    expect(isEscalatedTo(second, { kind: 'check-plan', role: 'manager' }, 11, council)).toBe(true);
    expect(isEscalatedTo(first, { kind: 'explain-delay', role: 'assessor' }, 1, council)).toBe(true);
  });

  it('is not chased while it waits for somebody else, and is on the day after', () => {
    const waiting = {
      for: 'person',
      until: day('2026-04-09'),
      since: isoInstant.parse('2026-04-01T10:00:00.000Z'),
      by: 'x',
    } as const;

    expect(['2026-04-09', '2026-04-10'].map((on) => isChased({ waiting }, day(on)))).toEqual([false, true]);
  });
});

describe('a reminder', () => {
  const reminded = (dueOn: string, openedAt: string, on: string) =>
    isRemindedOf({ dueOn: day(dueOn), openedAt: isoInstant.parse(openedAt) }, day(on), {});

  it('comes two working days before, once, and not for what was opened later than that', () => {
    const opened = '2026-01-05T10:00:00.000Z';
    const days = ['2026-01-12', '2026-01-13', '2026-01-14', '2026-01-15', '2026-01-16'];

    expect(days.filter((on) => reminded('2026-01-16', opened, on))).toEqual(['2026-01-14']);
    expect(reminded('2026-01-16', '2026-01-14T07:00:00.000Z', '2026-01-14')).toBe(false);
    // Due on a Sunday: reminded of with Friday.
    expect(days.filter((on) => reminded('2026-01-18', opened, on))).toEqual(['2026-01-14']);
  });
});
