import { describe, expect, it } from 'vitest';
import { complaintClock, complaintTiming, ombudsmanLastDay } from '../../../domain/complaints/complaint-clock.ts';
import { isoDate } from '../../../schemas/scalars.ts';

const date = (text: string) => isoDate.parse(text);

describe('complaintClock', () => {
  it.each([
    ['2026-07-01', '2026-07-06'],
    ['2026-04-02', '2026-04-09'],
    ['2026-05-01', '2026-05-07'],
    ['2026-08-28', '2026-09-03'],
    ['2026-12-23', '2026-12-30'],
    ['2027-12-24', '2027-12-31'],
    ['2029-12-24', '2029-12-31'],
  ])('acknowledges a complaint of %s by the third working day, %s', (received, expected) => {
    expect(complaintClock(date(received)).acknowledgeBy).toBe(expected);
  });

  it('lets a spoken complaint be settled by the end of the next working day', () => {
    expect(complaintClock(date('2026-04-02')).settleSpokenBy).toBe('2026-04-07');
  });

  it.each([
    ['2026-08-31', undefined, '2027-02-28'],
    ['2026-07-01', undefined, '2026-12-31'],
    ['2026-07-01', '2026-12-30', '2026-12-31'],
    ['2026-07-01', '2027-01-01', '2027-01-01'],
    ['2026-07-01', '2027-01-02', '2027-01-02'],
  ])('answers %s within 6 months, or by the later day agreed (%s): %s', (received, agreed, expected) => {
    expect(complaintClock(date(received), { agreedOn: agreed ? date(agreed) : undefined }).respondBy).toBe(expected);
  });

  it('adds the council’s own aim of 20 working days only when there is one', () => {
    expect(complaintClock(date('2026-07-01'), { targetWorkingDays: 20 }).targetOn).toBe('2026-07-29');
    expect(complaintClock(date('2026-07-01'))).not.toHaveProperty('targetOn');
  });
});

describe('complaintTiming', () => {
  it.each([
    ['2025-07-01', undefined, '2026-06-30', true, '2026-07-01'],
    ['2025-07-01', undefined, '2026-07-01', true, '2026-07-01'],
    ['2025-07-01', undefined, '2026-07-02', false, '2026-07-01'],
    ['2025-07-01', '2025-12-24', '2026-12-24', true, '2026-12-24'],
    ['2025-07-01', '2025-06-01', '2026-07-02', false, '2026-07-01'],
  ])(
    'counts 12 months from %s or from noticing it (%s): %s in time is %s',
    (happened, noticed, received, inTime, lastDay) => {
      const complaint = {
        happenedOn: date(happened),
        noticedOn: noticed ? date(noticed) : undefined,
        receivedOn: date(received),
      };

      expect(complaintTiming(complaint)).toEqual({ inTime, lastDay });
    },
  );
});

describe('ombudsmanLastDay', () => {
  it('is 12 months after the person knew, on 28 February after a leap day', () => {
    expect(ombudsmanLastDay(date('2028-02-29'))).toBe('2029-02-28');
  });
});
