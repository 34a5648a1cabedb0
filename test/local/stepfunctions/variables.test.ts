import { describe, expect, it } from 'vitest';
import { aHumanTask, aMachine, aRunner, arnOf, aTask, START } from './a-runner.ts';

const block = (States: Record<string, unknown>) => ({ StartAt: Object.keys(States)[0], States });
const endingOf = async (machine: unknown, input: unknown = {}) => {
  const runner = await aRunner({ machines: { m: machine }, lambdas: { echo: ({ payload }) => payload } });
  return runner.ending(await runner.begin('m', input));
};
const pass = (more: Record<string, unknown>) => ({ Type: 'Pass', ...more });

describe('Assign', () => {
  it('evaluates all its expressions, and Output, with the old values', async () => {
    const machine = aMachine({
      A: pass({ Assign: { x: 3, a: 6 }, Next: 'B' }),
      B: pass({ Assign: { x: '{% $a %}', nextX: '{% $x %}' }, Output: { during: '{% $x %}' }, Next: 'C' }),
      C: pass({ Output: { before: '{% $states.input.during %}', x: '{% $x %}', nextX: '{% $nextX %}' }, End: true }),
    });

    expect(await endingOf(machine)).toEqual({ status: 'SUCCEEDED', output: { before: 3, x: 6, nextX: 3 } });
  });

  it('keeps values of a task in variables while the output goes its own way', async () => {
    const machine = aMachine({
      A: aTask('echo', { Assign: { got: '{% $states.result.Payload.n %}' }, Output: '{% $states.input %}', Next: 'B' }),
      B: pass({ Output: ['{% $got %}', '{% $states.input %}'], End: true }),
    });

    expect(await endingOf(machine, { n: 5 })).toEqual({ status: 'SUCCEEDED', output: [5, { n: 5 }] });
  });

  it('lets a branch read outer variables and keep its own to itself', async () => {
    const machine = aMachine({
      A: pass({ Assign: { outer: 'o' }, Next: 'P' }),
      P: {
        Type: 'Parallel',
        Branches: [
          block({
            B1: pass({ Assign: { inner: 1 }, Next: 'B2' }),
            B2: pass({ Output: '{% $outer & $inner %}', End: true }),
          }),
          block({
            C1: pass({ Assign: { inner: 2 }, Next: 'C2' }),
            C2: pass({ Output: '{% $outer & $inner %}', End: true }),
          }),
        ],
        Next: 'D',
      },
      D: pass({ Output: { got: '{% $states.input %}', leaked: '{% $exists($inner) %}' }, End: true }),
    });

    expect(await endingOf(machine)).toEqual({ status: 'SUCCEEDED', output: { got: ['o1', 'o2'], leaked: false } });
  });

  it.each(['Parallel', 'Map'])('fails when a state inside a %s assigns an outer variable', async (Type) => {
    const inner = block({ B: pass({ Assign: { outer: 2 }, End: true }) });
    const machine = aMachine({
      A: pass({ Assign: { outer: 1 }, Output: [1], Next: 'P' }),
      P: { Type, ...(Type === 'Map' ? { ItemProcessor: inner } : { Branches: [inner] }), End: true },
    });

    const { error, cause } = await endingOf(machine);

    expect(error).toBe('States.Runtime');
    expect(cause).toContain('The variable "outer" belongs to an outer scope.');
  });
});

describe('the context object', () => {
  it('tells of the execution, the state, the machine and the token', async () => {
    const runner = await aRunner({
      machines: {
        m: aMachine({
          Before: { Type: 'Wait', Seconds: 60, Next: 'Ask' },
          Ask: aHumanTask({ Arguments: { FunctionName: 'ask', Payload: '{% $states.context %}' }, End: true }),
        }),
      },
    });
    const arn = await runner.begin('m', { reference: 'K7M' }, 'one');

    await runner.clock.next();

    expect(runner.calls[0]?.payload).toEqual({
      Execution: {
        Id: arn,
        Input: { reference: 'K7M' },
        Name: 'one',
        RoleArn: 'arn:aws:iam::000000000000:role/m',
        StartTime: START,
      },
      State: { EnteredTime: '2026-11-02T09:01:00.000Z', Name: 'Ask', RetryCount: 0 },
      StateMachine: { Id: arnOf('m'), Name: 'm' },
      Task: { Token: expect.any(String) },
    });
  });
});

describe('the functions of Step Functions', () => {
  it.each([
    { expression: '$partition([1,2,3,4,5], 2)', gives: [[1, 2], [3, 4], [5]] },
    { expression: '$partition([1,2,3,4,5], 2.9)', gives: [[1, 2], [3, 4], [5]] },
    { expression: '$range(0, 10, 5)', gives: [0, 5, 10] },
    { expression: '$range(3, -1, -2)', gives: [3, 1, -1] },
    { expression: '$range(1, 1, 1)', gives: 1 },
    { expression: '$substring($hash("careway", "SHA-256"), 0, 16)', gives: 'd771ea1fc42e5f10' },
    { expression: '$parse("{\\"a\\":[1]}")', gives: { a: [1] } },
    { expression: '$random(7) = $random(7)', gives: true },
    { expression: '$random(7) = $random(8)', gives: false },
    { expression: '$random()', gives: 0.5 },
    { expression: '$millis()', gives: Date.parse(START) },
    { expression: '$now()', gives: START },
    { expression: '$now("[Y]-[M01]-[D01]")', gives: '2026-11-02' },
    { expression: '$length($uuid())', gives: 36 },
    { expression: '$states.input.list[n > 1].n', gives: 2 },
    { expression: '$sum($states.input.list.n)', gives: 3 },
  ])('$expression gives $gives', async ({ expression, gives }) => {
    const { output } = await endingOf(aMachine({ A: pass({ Output: `{% ${expression} %}`, End: true }) }), {
      list: [{ n: 1 }, { n: 2 }],
    });

    expect(output).toEqual(gives);
  });

  it.each([
    '$partition([1], 0)',
    '$partition([], 2)',
    '$range(1, 5, 0)',
    '$range(1, 5, -1)',
    '$hash("a", "sha-256")',
    '$states.input.absent',
    '$parse("{")',
    '$undefinedFunction()',
    'function($x){$x}',
    '1 + "a"',
  ])('%s fails with States.QueryEvaluationError', async (expression) => {
    expect(await endingOf(aMachine({ A: pass({ Output: { v: `{% ${expression} %}` }, End: true }) }))).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause: expect.stringContaining("specified for the field 'Output/v'"),
    });
  });

  it('shows the moved clock to $now', async () => {
    const machine = aMachine({ W: { Type: 'Wait', Seconds: 3600, Output: '{% $now() %}', End: true } });
    const runner = await aRunner({ machines: { m: machine } });
    const arn = await runner.begin('m');

    await runner.clock.next();

    expect((await runner.ending(arn)).output).toBe('2026-11-02T10:00:00.000Z');
  });
});
