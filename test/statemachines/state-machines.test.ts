import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { functions, type MachineName, machines, placeholder } from '../../infra/service-map.ts';
import { definitions } from '../../local/platform.ts';
import type { Retrier, State, StateOf } from '../../local/stepfunctions/definition.ts';
import { evaluate } from '../../local/stepfunctions/expressions.ts';
import { errorEquals, StateFailure } from '../../local/stepfunctions/failure.ts';
import { validateDefinition } from '../../local/stepfunctions/validate.ts';
import { errorNames } from '../../services/runtime/errors.ts';

const files = await definitions();
const names = Object.keys(machines) as MachineName[];
const statesOf = (machine: MachineName): [string, State][] =>
  Object.entries(validateDefinition(machine, files[machine]).States);
const every = names.flatMap((machine) => statesOf(machine).map(([name, state]) => ({ machine, name, state })));
const tasks = every.flatMap(({ state, ...rest }) => (state.Type === 'Task' ? [{ ...rest, state }] : []));
const waitsForPeople = tasks.filter(({ state }) => state.Resource.endsWith('.waitForTaskToken'));

/** Errors that AWS names: the reserved ones, Lambda's and its runtime's, and those of the service that is called. */
const isOfAws = (error: string): boolean => /^(States|Lambda|Runtime|Sandbox|Sfn)\.[A-Za-z0-9]+$/.test(error);

type Policy = 'call' | 'person' | 'mail' | 'report' | 'nextLeg';
/** What each kind of call is tried again for, and how long: the machines repeat it, since their language has no way to name it. */
const policies: Record<Policy, Retrier[]> = JSON.parse(
  await readFile(new URL('../../statemachines/retries.json', import.meta.url), 'utf8'),
);

/** Which kind of call a state makes. */
const policyOf = ({ Resource, Arguments }: Pick<StateOf<'Task'>, 'Resource' | 'Arguments'>): Policy => {
  const calls = JSON.stringify(Arguments);
  if (Resource.endsWith(':startExecution')) return 'nextLeg';
  if (calls.includes('ReportFailureFunctionArn')) return 'report';
  if (calls.includes('SendMailFunctionArn')) return 'mail';
  return Resource.endsWith('.waitForTaskToken') ? 'person' : 'call';
};

/** Hours until a retrier gives up, with half of each longest delay, as jitter comes to over many tries. */
const hoursOf = ({
  IntervalSeconds,
  BackoffRate,
  MaxAttempts,
  MaxDelaySeconds = Number.POSITIVE_INFINITY,
}: Retrier) => {
  const delays = Array.from({ length: MaxAttempts }, (_, used) =>
    Math.min(IntervalSeconds * BackoffRate ** used, MaxDelaySeconds),
  );
  return delays.reduce((sum, delay) => sum + delay / 2, 0) / 3600;
};

/** How long each state of a kind rides out an error, in hours; 0 where it is not tried again. */
const ridesOut = (policy: Policy, error: string): number => {
  const found = policies[policy].find(({ ErrorEquals }) => errorEquals(ErrorEquals, new StateFailure(error)));
  return found ? hoursOf(found) : 0;
};

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
  it('has a time limit, is tried again as every call of its kind is, and leaves the rest to a last catch of everything', () => {
    const { TimeoutSeconds, Retry = [], Catch = [] } = state;

    expect(TimeoutSeconds).toBeDefined();
    expect(Retry).toMatchObject(policies[policyOf(state)]);
    expect(Catch.at(-1)?.ErrorEquals).toEqual(['States.ALL']);
  });

  it('knows only errors that AWS, the functions or the end of a task can name', () => {
    const known: readonly string[] = [...errorNames, ...endings];
    const named = [...(state.Retry ?? []), ...(state.Catch ?? [])].flatMap(({ ErrorEquals }) => ErrorEquals);

    expect(named.filter((error) => !known.includes(error) && !isOfAws(error))).toEqual([]);
  });
});

describe('what may pass', () => {
  const trouble = [
    ...['AwsTrouble', 'StoreConflict', 'UnknownVersion', 'Runtime.ExitError', 'Sandbox.Timedout'],
    ...['Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException', 'Lambda.Unknown'],
    ...['Lambda.ClientExecutionTimeoutException', 'Lambda.TooManyRequestsException', 'Lambda.EC2ThrottledException'],
  ];

  it.each(trouble)('is ridden out for more than a day by every state that calls a function: %s', (error) => {
    expect(
      Math.min(...(['call', 'person', 'mail', 'report'] as const).map((kind) => ridesOut(kind, error))),
    ).toBeGreaterThan(24);
  });

  it.each([
    'Sfn.ThrottlingException',
    'Sfn.ExecutionLimitExceededException',
    'Sfn.KmsThrottlingException',
    'States.Timeout',
  ])('is ridden out for more than a day where the next leg is started: %s', (error) => {
    expect(ridesOut('nextLeg', error)).toBeGreaterThan(24);
  });

  it('but a name that nobody knows is tried again for hours and then told, and never fails a case at once', () => {
    const hours = (['call', 'person'] as const).map((kind) => ridesOut(kind, 'ANameThatNobodyKnows'));

    expect(Math.min(...hours)).toBeGreaterThan(2);
    expect(Math.max(...hours)).toBeLessThan(6);
    expect(ridesOut('mail', 'ANameThatNobodyKnows')).toBeGreaterThan(0);
  });

  it('is reported for longer than any state is tried again, since a report that is given up leaves no trace', () => {
    const longest = (['call', 'person', 'mail', 'nextLeg'] as const).flatMap((kind) => policies[kind].map(hoursOf));

    expect(ridesOut('report', 'ANameThatNobodyKnows')).toBeGreaterThan(2 * Math.max(...longest));
  });

  it('ends no wait for a person early and makes none longer: the end of a wait, and how it ended, are not tried again', () => {
    expect(['States.Timeout', 'CaseClosed', 'CycleSuperseded'].map((error) => ridesOut('person', error))).toEqual([
      0, 0, 0,
    ]);
  });

  it('uses less of an execution than its limit of 25,000 events, whatever a state goes through', () => {
    const events = Object.values(policies).map(
      (retriers) => retriers.reduce((sum, { MaxAttempts }) => sum + MaxAttempts, 0) * 4,
    );

    expect(Math.max(...events)).toBeLessThan(1000);
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
