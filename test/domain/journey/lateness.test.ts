import { describe, expect, it } from 'vitest';
import { aboutLateness, expectedBy, isLate, promisedDay } from '../../../domain/journey/lateness.ts';
import { newTask } from '../../../domain/journey/tasks.ts';
import { isoDate, isoInstant } from '../../../schemas/scalars.ts';
import type { Task } from '../../../schemas/task.ts';
import { aCase } from '../../support/a-case.ts';

const date = (text: string) => isoDate.parse(text);
const at = (day: string) => isoInstant.parse(`${day}T08:30:00.000Z`);
const late = newTask(aCase(), { thread: 'assessment-1', step: 'assess-needs', kind: 'assess-needs' }, at('2026-01-06'));
const asked = (step: string, dueOn: string): Task =>
  newTask(aCase(), { thread: 'case', step, kind: 'explain-delay', dueOn: date(dueOn) }, at('2026-02-03'));
const explained = (task: Task, newDay: string): Task => ({
  ...task,
  status: 'completed',
  closed: { at: at('2026-02-04'), outcome: 'explained', answer: { kind: 'output', output: { newDay } } },
});

describe('the day that is promised', () => {
  it.each([
    ['2026-12-26', '2026-11-28', '2026-12-24', 'not Boxing Day, a Saturday'],
    ['2026-04-06', '2026-03-09', '2026-04-02', 'not Easter Monday'],
    ['2026-02-02', '2026-01-05', '2026-02-02', 'a working day itself'],
    ['2026-01-11', '2026-01-10', '2026-01-11', 'the next day where the last working day is over'],
  ])('for %s, asked on %s, is %s: %s', (due, askedOn, expected) => {
    expect(promisedDay(date(due), date(askedOn))).toBe(expected);
  });

  it('is told while it is to come, then the day to which it was put off, then none', () => {
    const careCase = aCase({ delayedTo: date('2026-02-20') });

    expect(expectedBy(aCase(), date('2026-02-02'))).toBe('2026-02-02');
    expect(expectedBy(aCase(), date('2026-02-03'))).toBeUndefined();
    expect(expectedBy(careCase, date('2026-02-03'))).toBe('2026-02-20');
    expect(expectedBy(careCase, date('2028-01-20'))).toBeUndefined();
  });
});

describe('work for which a person was told a day', () => {
  it('is late from the day after, a triage by the day that the person was told', () => {
    const triage = newTask(
      aCase(),
      { thread: 'assessment-1', step: 'triage-request', kind: 'triage-request' },
      at('2026-01-05'),
    );

    expect([isLate(late, aCase(), date('2026-02-02')), isLate(late, aCase(), date('2026-02-03'))]).toEqual([
      false,
      true,
    ]);
    expect([isLate(triage, aCase(), date('2026-01-20')), isLate(triage, aCase(), date('2026-02-03'))]).toEqual([
      false,
      true,
    ]);
  });

  it('is asked about once, with two working days to say why', () => {
    const due = aboutLateness(late, [], date('2026-02-06'));

    expect(due).toMatchObject({
      do: 'ask-why',
      step: expect.stringMatching(/^explain-delay-[0-9a-f]{8}-1$/),
      dueOn: '2026-02-10',
    });
  });

  it('is told to the person where nobody says why in time, again after five working days', () => {
    const first = aboutLateness(late, [], date('2026-02-03'));
    const ask = asked(first.do === 'ask-why' ? first.step : '', '2026-02-05');
    const on = (day: string) => {
      const due = aboutLateness(late, [ask], date(day));
      return due.do === 'tell-person' ? due.step.slice(-3) : due.do;
    };

    expect(['2026-02-05', '2026-02-06', '2026-02-12', '2026-02-13', '2026-02-20'].map(on)).toEqual([
      'nothing',
      '1-1',
      '1-1',
      '1-2',
      '1-3',
    ]);
  });

  it('is asked about anew when the new day has passed too', () => {
    const first = aboutLateness(late, [], date('2026-02-03'));
    const done = explained(asked(first.do === 'ask-why' ? first.step : '', '2026-02-05'), '2026-02-20');

    expect(aboutLateness(late, [done], date('2026-02-20'))).toEqual({ do: 'nothing' });
    expect(aboutLateness(late, [done], date('2026-02-23'))).toMatchObject({
      do: 'ask-why',
      step: expect.stringMatching(/-2$/),
    });
  });
});
