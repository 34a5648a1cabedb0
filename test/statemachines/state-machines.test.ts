import { describe, expect, it } from 'vitest';
import { functions, type MachineName, machines, placeholder } from '../../infra/service-map.ts';
import { definitions } from '../../local/platform.ts';
import type { State } from '../../local/stepfunctions/definition.ts';
import { evaluate } from '../../local/stepfunctions/expressions.ts';
import { validateDefinition } from '../../local/stepfunctions/validate.ts';
import { errorNames } from '../../services/runtime/errors.ts';

const files = await definitions();
const names = Object.keys(machines) as MachineName[];
const statesOf = (machine: MachineName): [string, State][] =>
  Object.entries(validateDefinition(machine, files[machine]).States);
const every = names.flatMap((machine) => statesOf(machine).map(([name, state]) => ({ machine, name, state })));
const tasks = every.flatMap(({ state, ...rest }) => (state.Type === 'Task' ? [{ ...rest, state }] : []));
const waitsForPeople = tasks.filter(({ state }) => state.Resource.endsWith('.waitForTaskToken'));

/** Errors that AWS names: the reserved ones, Lambda's, and those of the service that is called. */
const awsErrors = [
  'States.ALL',
  'States.Timeout',
  'States.TaskFailed',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'Lambda.Unknown',
  'Sfn.ExecutionAlreadyExistsException',
];
/** Errors with which a closed case or a newer cycle ends the wait for a task. */
const endings = ['CaseClosed', 'CycleSuperseded'];

describe.each(names)('%s.asl.json', (machine) => {
  it('names each function by its placeholder, and every placeholder is a function of the manifest', () => {
    const known = Object.keys(functions).map((name) => placeholder(name as keyof typeof functions));

    const used = [...files[machine].matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);

    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });

  it('holds no field of personal data', () => {
    const fields = [...files[machine].matchAll(/'(\w+)':|"(\w+)":|\$(?:on|states\.input)\.(\w+)/g)].map(
      ([, quoted, key, read]) => quoted ?? key ?? read ?? '',
    );

    expect(
      fields.filter((field) => /name|birth|email|phone|address|postcode|nhs|person|text|answers/i.test(field)),
    ).toEqual(fields.filter((field) => ['FunctionName', 'Name'].includes(field)));
  });

  it('says in one sentence what it does', () => {
    expect(validateDefinition(machine, files[machine]).Comment).toMatch(/^[A-Z].{30,}\.$/);
  });
});

it('invokes every function that the manifest has for journeys, and no other', () => {
  const journey = Object.entries(functions).filter(([, { entry }]) => entry.startsWith('functions/journey/'));
  const invoked = tasks.flatMap(({ state }) => JSON.stringify(state.Arguments).match(/\w+FunctionArn/) ?? []);

  expect([...new Set(invoked)].sort()).toEqual(
    journey.map(([name]) => placeholder(name as keyof typeof functions)).sort(),
  );
});

describe.each(every)('$machine: $name', ({ name, state }) => {
  it('is named as a caseworker would say it, with a comment', () => {
    const isQuestion = state.Type === 'Choice';

    expect(name).toMatch(isQuestion ? /^[A-Z][a-z]+( [a-z-]+)+\?$/ : /^[A-Z][a-z]+( [a-z-]+)*$/);
    expect(state.Comment).toMatch(/^[A-Z].{8,}[^.]$/);
  });
});

describe.each(tasks)('$machine: $name', ({ state }) => {
  it('has a time limit, retries named errors and leaves the rest to a last catch of everything', () => {
    const { TimeoutSeconds, Retry = [], Catch = [] } = state;

    expect(TimeoutSeconds).toBeDefined();
    expect(Retry.flatMap(({ ErrorEquals }) => ErrorEquals)).not.toContain('States.ALL');
    expect(Retry.some(({ MaxAttempts = 3 }) => MaxAttempts > 0)).toBe(true);
    expect(Catch.at(-1)?.ErrorEquals).toEqual(['States.ALL']);
  });

  it('knows only errors that AWS, the functions or the end of a task can name', () => {
    const known = [...awsErrors, ...errorNames, ...endings];
    const named = [...(state.Retry ?? []), ...(state.Catch ?? [])].flatMap(({ ErrorEquals }) => ErrorEquals);

    expect(named.filter((error) => !known.includes(error))).toEqual([]);
  });
});

describe.each(waitsForPeople)('$machine: $name', ({ machine, state }) => {
  const start = Date.parse('2026-01-05T10:00:00.000Z');
  const secondsAfter = (seconds: number) =>
    evaluate(state.TimeoutSeconds, 'TimeoutSeconds', {
      states: {
        context: {
          Execution: { StartTime: new Date(start).toISOString() },
          State: { EnteredTime: new Date(start + seconds * 1000).toISOString() },
        },
      },
    });
  const days = 86_400;

  it.each([
    { entered: 0, waits: 300 * days },
    { entered: 1, waits: 300 * days - 1 },
    { entered: 299 * days, waits: days },
    { entered: 300 * days - 61, waits: 61 },
    { entered: 300 * days - 59, waits: 60 },
    { entered: 342 * days, waits: 60 },
  ])(
    'waits $waits s when it is entered $entered s after the start, so that a leg lasts 300 days',
    async ({ entered, waits }) => {
      expect(await secondsAfter(entered)).toBe(waits);
    },
  );

  it('ends quietly when its case was closed, and in a review cycle when a newer one took over', () => {
    const caught = (state.Catch ?? []).map(({ ErrorEquals, Next }) => `${ErrorEquals} → ${Next}`);

    expect(caught).toEqual([
      'CaseClosed → Case closed early',
      ...(machine === 'review-cycle' ? ['CycleSuperseded → Superseded'] : []),
      'States.Timeout → Continue in a new execution',
      'States.ALL → Report the failure',
    ]);
  });
});
