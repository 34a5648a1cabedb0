import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../../local/views/definition.ts';
import { historyRows } from '../../../local/views/history.ts';
import { visitsOf } from '../../../local/views/visits.ts';
import { waitingOf } from '../../../local/views/waiting.ts';
import { aHistory, anExecution, entered, left, type Step, scheduled } from './an-execution.ts';

const second = (seconds: number) => `2026-01-05T09:00:0${seconds}.000Z`;

describe('visitsOf', () => {
  it('tells each stay apart when a state is entered twice, with where it was entered from', () => {
    const visits = visitsOf(aHistory(entered('A'), left('A'), entered('B'), left('B'), entered('A')));

    expect(visits.map(({ events, ...visit }) => visit)).toEqual([
      { state: 'A', enteredAt: second(0), exitedAt: second(1) },
      { state: 'B', enteredAt: second(2), exitedAt: second(3), from: 'A' },
      { state: 'A', enteredAt: second(4), from: 'B' },
    ]);
  });

  it('lets 2 branches run side by side, and the Parallel state end after them', () => {
    const visits = visitsOf(
      aHistory(
        entered('Both', 'Parallel'),
        { ...entered('Left'), after: 1 },
        { ...entered('Right'), after: 1 },
        { ...left('Left'), after: 2 },
        { ...left('Right'), after: 3 },
        { ...left('Both', undefined, 'Parallel'), after: 5 },
      ),
    );

    expect(visits.map(({ state, from, exitedAt }) => [state, from, exitedAt])).toEqual([
      ['Both', undefined, second(5)],
      ['Left', 'Both', second(3)],
      ['Right', 'Both', second(4)],
    ]);
  });
});

describe('waitingOf', () => {
  const definition = definitionOf(
    JSON.stringify({
      StartAt: 'Plan',
      States: {
        Plan: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Next: 'Sleep' },
        Sleep: { Type: 'Wait', Timestamp: '{% $until %}', Next: 'Ask' },
        Nap: { Type: 'Wait', Seconds: 90, Next: 'Ask' },
        Ask: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken', End: true },
      },
    }),
  );

  it('finds the date of a Wait state in the variable that was set last', () => {
    const history = aHistory(
      entered('Plan'),
      left('Plan', { until: '"2026-02-01T09:00:00Z"' }),
      entered('Plan'),
      left('Plan', { until: '"2026-03-02T09:00:00Z"' }),
      entered('Sleep', 'Wait'),
    );

    const waits = waitingOf(anExecution({ currentStates: ['Sleep'], history }), definition);

    expect(waits).toEqual([
      { state: 'Sleep', since: second(4), for: 'date', name: '', until: '2026-03-02T09:00:00.000Z' },
    ]);
  });

  it('counts the seconds of a Wait state from when it was entered', () => {
    const waits = waitingOf(
      anExecution({ currentStates: ['Nap'], history: aHistory(entered('Nap', 'Wait')) }),
      definition,
    );

    expect(waits[0]?.until).toBe('2026-01-05T09:01:30.000Z');
  });

  it.each([
    { state: 'Ask', for: 'person', name: '' },
    { state: 'Plan', for: 'function', name: 'open-task' },
  ])('waits for a $for in $state, at most 120 seconds from the call', ({ state, ...expected }) => {
    const history = aHistory(entered(state), scheduled({}));

    const waits = waitingOf(anExecution({ currentStates: [state], history }), definition);

    expect(waits).toEqual([{ state, since: second(0), ...expected, until: '2026-01-05T09:02:01.000Z' }]);
  });

  it('waits for another attempt after an error', () => {
    const failed = { type: 'TaskFailed', details: { error: 'StoreConflict' } };
    const history = aHistory(entered('Plan'), scheduled({}), failed);

    const waits = waitingOf(anExecution({ currentStates: ['Plan'], history }), definition);

    expect(waits).toEqual([{ state: 'Plan', since: second(0), for: 'another attempt', name: 'StoreConflict' }]);
  });

  it('waits for nothing once the execution has ended', () => {
    expect(waitingOf(anExecution({ history: aHistory(entered('Plan'), left('Plan')) }), definition)).toEqual([]);
  });
});

describe('historyRows', () => {
  const row = (...steps: Step[]) => {
    const history = aHistory(...steps);
    return historyRows(history, visitsOf(history)).at(-1);
  };

  it('says of a call which function, the step and when it gives up, and keeps the token to the JSON', () => {
    expect(row(entered('Ask'), scheduled({ step: 'assess-needs' }))).toMatchObject({
      time: '5 Jan 2026, 09:00:01',
      type: 'Task scheduled',
      state: 'Ask',
      facts: [
        { name: 'calls', value: 'open-task' },
        { name: 'step', value: 'assess-needs' },
        { name: 'gives up after', value: '2 minutes' },
      ],
    });
  });

  it('says of a state that was left which variables it set', () => {
    expect(row(entered('A'), left('A', { round: '2', on: '{"leg":1}' }))?.facts).toEqual([
      { name: '$round', value: '2' },
      { name: '$on', value: '{"leg":1}' },
    ]);
  });

  it('says of a failure its error and cause', () => {
    expect(row(entered('A'), { type: 'TaskFailed', details: { error: 'Late', cause: 'Slept' } })?.facts).toEqual([
      { name: 'error', value: 'Late' },
      { name: 'cause', value: 'Slept' },
    ]);
  });

  it.each([
    { letters: 90, shown: 'x'.repeat(90) },
    { letters: 91, shown: `${'x'.repeat(89)}…` },
  ])('shows a value of $letters letters in at most 90', ({ letters, shown }) => {
    const output = JSON.stringify({ note: 'x'.repeat(letters) });

    expect(row(entered('A'), { type: 'TaskSucceeded', details: { output } })?.facts).toEqual([
      { name: 'note', value: shown },
    ]);
  });

  it('opens the JSON texts inside an event', () => {
    const output = JSON.stringify({ note: 'seen' });

    expect(JSON.parse(row(entered('A'), { type: 'TaskSucceeded', details: { output } })?.json ?? '')).toMatchObject({
      someTaskSucceededEventDetails: { output: { note: 'seen' } },
    });
  });
});
