import { describe, expect, it } from 'vitest';
import { summaryOf, targetOf, withTime, workingDaysTaken } from '../../../domain/journey/step-times.ts';
import { isoInstant } from '../../../schemas/scalars.ts';

const at = (text: string) => isoInstant.parse(`${text}T10:00:00.000Z`);

describe('the working days that work took', () => {
  it.each([
    { opened: '2026-01-05', closed: '2026-01-05', days: 0 },
    { opened: '2026-01-05', closed: '2026-01-06', days: 1 },
    { opened: '2026-01-09', closed: '2026-01-12', days: 1 },
    { opened: '2026-04-02', closed: '2026-04-07', days: 1 },
    { opened: '2026-01-05', closed: '2027-01-05', days: 130 },
  ])('are $days from $opened to $closed', ({ opened, closed, days }) => {
    expect(workingDaysTaken(at(opened), at(closed))).toBe(days);
  });
});

describe('a month of them', () => {
  it('is summed up by the middle one and by how many took no longer than the target', () => {
    const kinds = [0, 1, 1, 2, 9].reduce((all, days) => withTime(all, 'triage-request', days), {});

    expect(summaryOf(kinds['triage-request' as never] ?? {}, 2)).toEqual({ count: 5, median: 1, within: 4 });
    expect(summaryOf({}, 2)).toEqual({ count: 0, median: 0, within: 0 });
  });

  it('is held to the council’s own target where it has one', () => {
    expect(targetOf({ stepTargets: { 'triage-request': 1 } }, 'triage-request')).toBe(1);
    expect(targetOf({}, 'triage-request')).toBe(2);
  });
});
