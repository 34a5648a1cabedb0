import { describe, expect, it } from 'vitest';
import { InvalidDefinition, validateDefinition } from '../../../local/stepfunctions/validate.ts';
import { aMachine, aTask } from './a-runner.ts';

const problemsOf = (definition: unknown) => {
  try {
    validateDefinition('m', definition);
    return [];
  } catch (error) {
    return error instanceof InvalidDefinition ? error.problems : [String(error)];
  }
};
const end = { Type: 'Succeed' };
const pass = (more: Record<string, unknown>) => ({ A: { Type: 'Pass', ...more }, B: end });

describe('a definition', () => {
  it('may be JSON text or an object', () => {
    const definition = aMachine({ A: end }, { Comment: 'c', TimeoutSeconds: 5, Version: '1.0' });

    expect(validateDefinition('m', JSON.stringify(definition))).toEqual(validateDefinition('m', definition));
  });

  it('may have 1,048,576 bytes and not one more', () => {
    const empty = JSON.stringify(aMachine({ A: end }, { Comment: '' })).length;
    const sized = (bytes: number) => problemsOf(aMachine({ A: end }, { Comment: 'x'.repeat(bytes - empty) }));

    expect([sized(1_048_576), sized(1_048_577)]).toEqual([[], ['the definition is larger than 1048576 bytes']]);
  });

  it.each([
    {
      what: 'no QueryLanguage',
      definition: { StartAt: 'A', States: { A: end } },
      problem: '/QueryLanguage: only JSONata is run here; set "QueryLanguage": "JSONata"',
    },
    {
      what: 'JSONPath',
      definition: aMachine({ A: end }, { QueryLanguage: 'JSONPath' }),
      problem: '/QueryLanguage: only JSONata is run here; set "QueryLanguage": "JSONata"',
    },
    {
      what: 'a JSONPath field',
      definition: aMachine(pass({ Next: 'B', ResultPath: '$.a' })),
      problem: '/States/A: "ResultPath" belongs to JSONPath; use "Output"',
    },
    {
      what: 'an unknown field',
      definition: aMachine(pass({ Next: 'B', Ouput: 1 })),
      problem: '/States/A: unknown field "Ouput"',
    },
    {
      what: 'no StartAt',
      definition: { QueryLanguage: 'JSONata', States: { A: end } },
      problem: '/StartAt: ',
    },
    {
      what: 'an unknown StartAt',
      definition: { ...aMachine({ A: end }), StartAt: 'Z' },
      problem: '/StartAt: there is no state "Z"',
    },
    {
      what: 'an unknown Next',
      definition: aMachine({ A: { Type: 'Pass', Next: 'Z' } }),
      problem: '/States/A/Next: there is no state "Z"',
    },
    {
      what: 'an unknown Default',
      definition: aMachine({ A: { Type: 'Choice', Choices: [{ Condition: true, Next: 'B' }], Default: 'Z' }, B: end }),
      problem: '/States/A/Default: there is no state "Z"',
    },
    {
      what: 'an unknown Next of a Catch',
      definition: aMachine({ A: aTask('f', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Z' }], End: true }) }),
      problem: '/States/A/Catch[0]/Next: there is no state "Z"',
    },
    {
      what: 'a state that cannot be reached',
      definition: aMachine({ A: end, Lost: end }),
      problem: '/States/Lost: cannot be reached from StartAt',
    },
    {
      what: 'two states that lead only to one another',
      definition: aMachine({ A: end, B: { Type: 'Pass', Next: 'C' }, C: { Type: 'Pass', Next: 'B' } }),
      problem: '/States/B: cannot be reached from StartAt',
    },
    {
      what: 'no end',
      definition: aMachine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } }),
      problem: ': no state ends it; one must have "End": true, or be of type Succeed or Fail',
    },
    {
      what: 'both Next and End',
      definition: aMachine(pass({ Next: 'B', End: true })),
      problem: '/States/A: needs exactly one of "Next" and "End"',
    },
    {
      what: 'a Wait without a time',
      definition: aMachine({ A: { Type: 'Wait', End: true } }),
      problem: '/States/A: needs exactly one of "Seconds" and "Timestamp"',
    },
    {
      what: 'a name used in two branches',
      definition: aMachine({ P: { Type: 'Parallel', Branches: [aBlock('A'), aBlock('A')], End: true } }),
      problem: '/States/P/Branches[1]/States/A: the name is used twice in this machine',
    },
    {
      what: 'a Next out of a branch',
      definition: aMachine({
        P: { Type: 'Parallel', Branches: [{ StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' } } }], Next: 'B' },
        B: end,
      }),
      problem: '/States/P/Branches[0]/States/A/Next: there is no state "B"',
    },
    {
      what: 'a distributed Map',
      definition: aMachine({
        M: { Type: 'Map', ItemProcessor: { ...aBlock('A'), ProcessorConfig: { Mode: 'DISTRIBUTED' } }, End: true },
      }),
      problem: '/States/M/ItemProcessor/ProcessorConfig/Mode: ',
    },
    {
      what: 'an unknown resource',
      definition: aMachine({ A: aTask('f', { Resource: 'arn:aws:states:::sqs:sendMessage', End: true }) }),
      problem:
        '/States/A/Resource: "arn:aws:states:::sqs:sendMessage" is not run here; known: arn:aws:states:::lambda:invoke, arn:aws:states:::lambda:invoke.waitForTaskToken, arn:aws:states:::aws-sdk:sfn:startExecution',
    },
    {
      what: 'a Lambda call without a function',
      definition: aMachine({ A: aTask('f', { Arguments: { Payload: 1 }, End: true }) }),
      problem: '/States/A/Arguments: "FunctionName" is missing',
    },
    {
      what: 'a heartbeat as long as the timeout',
      definition: aMachine({ A: aTask('f', { TimeoutSeconds: 5, HeartbeatSeconds: 5, End: true }) }),
      problem: '/States/A/HeartbeatSeconds: must be less than TimeoutSeconds',
    },
    {
      what: 'States.ALL with another name',
      definition: aMachine({ A: aTask('f', { Retry: [{ ErrorEquals: ['States.ALL', 'X'] }], End: true }) }),
      problem: '/States/A/Retry[0]/ErrorEquals: "States.ALL" must stand alone',
    },
    {
      what: 'States.ALL before another',
      definition: aMachine({
        A: aTask('f', { Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['X'] }], End: true }),
      }),
      problem: '/States/A/Retry[0]/ErrorEquals: "States.ALL" must come last',
    },
    {
      what: 'a MaxDelaySeconds no longer than the interval',
      definition: aMachine({
        A: aTask('f', { Retry: [{ ErrorEquals: ['X'], IntervalSeconds: 5, MaxDelaySeconds: 5 }], End: true }),
      }),
      problem: '/States/A/Retry[0]/MaxDelaySeconds: must be more than IntervalSeconds',
    },
    {
      what: 'an expression that is not closed',
      definition: aMachine(pass({ Output: { a: '{% 1' }, Next: 'B' })),
      problem: '/States/A/Output/a: "{% 1" must both start with {% and end with %}',
    },
    {
      what: 'an expression that does not parse',
      definition: aMachine(pass({ Output: ['{% 1 + %}'], Next: 'B' })),
      problem: '/States/A/Output[0]: "1 +" is not JSONata: Unexpected end of expression',
    },
    {
      what: 'a bare name',
      definition: aMachine(pass({ Output: '{% reference %}', Next: 'B' })),
      problem: '/States/A/Output: reference to "reference" at the top level: write $states.input.reference',
    },
    {
      what: '$eval',
      definition: aMachine(pass({ Output: '{% $eval("1") %}', Next: 'B' })),
      problem: '/States/A/Output: $eval is not supported: use $parse',
    },
    {
      what: '$states.errorOutput outside Catch',
      definition: aMachine(pass({ Output: '{% $states.errorOutput %}', Next: 'B' })),
      problem: '/States/A/Output: $states.errorOutput exists only in Catch',
    },
    {
      what: 'a variable named states',
      definition: aMachine(pass({ Assign: { states: 1 }, Next: 'B' })),
      problem: '/States/A/Assign: "states" cannot be the name of a variable',
    },
    {
      what: 'a variable with a hyphen',
      definition: aMachine(pass({ Assign: { 'a-b': 1 }, Next: 'B' })),
      problem: '/States/A/Assign: "a-b" cannot be the name of a variable',
    },
  ])('with $what is refused', ({ definition, problem }) => {
    expect(problemsOf(definition)).toContainEqual(expect.stringContaining(problem));
  });

  it.each([80, 81])('with a state name of %i characters: 80 is the longest', (length) => {
    expect(problemsOf(aMachine({ ['n'.repeat(length)]: end }))).toHaveLength(length === 80 ? 0 : 1);
  });

  it('is refused with all its problems at once, in one message that names the machine', () => {
    const definition = aMachine({ A: { Type: 'Pass', Next: 'Z' }, Lost: end });

    expect(() => validateDefinition('review-cycle', definition)).toThrow(
      'The state machine "review-cycle" cannot be run:\n  /States/A/Next: there is no state "Z"\n  /States/Lost: cannot be reached from StartAt',
    );
  });
});

function aBlock(name: string) {
  return { StartAt: name, States: { [name]: { Type: 'Pass', End: true } } };
}
