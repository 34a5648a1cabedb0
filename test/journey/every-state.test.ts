import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { functions, type MachineName, machines, placeholder } from '../../infra/service-map.ts';
import { definitions } from '../../local/platform.ts';
import type { Catcher } from '../../local/stepfunctions/definition.ts';
import { validateDefinition } from '../../local/stepfunctions/validate.ts';
import type { Council } from '../../schemas/council.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { aRunner } from '../local/stepfunctions/a-runner.ts';
import { aCouncil } from '../support/a-council.ts';
import {
  adviceOnly,
  asksForChange,
  assessment,
  cycle,
  failsCheck,
  goalsMet,
  type Journeys,
  livesElsewhere,
  notEligible,
  notWanted,
  reviewEnds,
  reviewReassesses,
  reviewRevises,
  shortTerm,
  slug,
  startJourneys,
  toSupport,
  visitsOf,
  type Work,
} from '../support/journey.ts';

/** An error that no machine tries again, since it will not pass. */
const nothingMends = 'PersonNotFound';

/** Every state and every catch that an execution of this file has gone through. */
const seen = new Set<string>();
const files = await definitions();
const entriesOf = (machine: MachineName) => Object.entries(validateDefinition(machine, files[machine]).States);

const catchOf = (catchers: readonly Catcher[], error: string): number =>
  catchers.findIndex(({ ErrorEquals }) => ErrorEquals.some((name) => name === error || name === 'States.ALL'));

/** Notes all that the executions of a platform went through, and stops it. */
const lookAndStop = async (journeys: Journeys): Promise<void> => {
  for (const { machine, history } of await journeys.platform.stepFunctions.executions({ limit: 100_000 })) {
    // The platform's machines are the manifest's.
    look(machine as MachineName, history);
  }
  await journeys.stop();
};

const look = (machine: MachineName, history: Parameters<typeof visitsOf>[0]) => {
  const states = new Map(entriesOf(machine));
  for (const { state, caught } of visitsOf(history)) {
    seen.add(`${machine}: ${state}`);
    const definition = states.get(state);
    if (caught === undefined || definition?.Type !== 'Task') continue;
    seen.add(`${machine}: ${state}, catch ${catchOf(definition.Catch ?? [], caught)}`);
  }
};

const upTo = (kind: TaskKind): TaskKind[] => toSupport.slice(0, toSupport.indexOf(kind));
const sixWeeksOn = 'P5W';

/** A council in which a manager agrees each plan for it before the person is asked. */
const councilAgrees: Partial<Council> = { plans: aCouncil({}, 'cambridgeshire').plans };

/** The human steps of both machines, with the work that leads to each. In a review cycle the clock is moved to the reminder between. */
const humanSteps: {
  state: string;
  step: string;
  kind: TaskKind;
  work: readonly Work[];
  atReview?: readonly Work[];
  council?: Partial<Council>;
}[] = [
  { state: 'Triage the request', step: 'triage-request', kind: 'triage-request', work: [] },
  {
    state: 'Give short-term support',
    step: 'give-short-term-support',
    kind: 'give-short-term-support',
    work: [shortTerm],
  },
  {
    state: 'Review short-term support',
    step: 'review-short-term-support',
    kind: 'review-short-term-support',
    work: [shortTerm, 'give-short-term-support'],
  },
  { state: 'Assess needs', step: 'assess-needs', kind: 'assess-needs', work: upTo('assess-needs') },
  {
    state: 'Decide eligibility',
    step: 'decide-eligibility',
    kind: 'decide-eligibility',
    work: upTo('decide-eligibility'),
  },
  { state: 'Estimate the budget', step: 'estimate-budget', kind: 'estimate-budget', work: upTo('estimate-budget') },
  { state: 'Assess finances', step: 'assess-finances', kind: 'assess-finances', work: upTo('assess-finances') },
  { state: 'Draft the plan', step: 'draft-plan-1', kind: 'draft-plan', work: upTo('draft-plan') },
  { state: 'Check the plan', step: 'check-plan-1', kind: 'check-plan', work: upTo('check-plan') },
  {
    state: 'Agree the plan for the council',
    step: 'agree-for-council-1',
    kind: 'agree-plan-for-council',
    work: upTo('agree-plan'),
    council: councilAgrees,
  },
  { state: 'Agree the plan', step: 'agree-plan-1', kind: 'agree-plan', work: upTo('agree-plan') },
  { state: 'Set up support', step: 'set-up-support', kind: 'set-up-support', work: upTo('set-up-support') },
  { state: 'Check how support is going', step: 'check-support', kind: 'check-support', work: toSupport },
  { state: 'Review the plan', step: 'review-plan', kind: 'review-plan', work: toSupport, atReview: [] },
  {
    state: 'Draft the revised plan',
    step: 'draft-plan-1',
    kind: 'draft-plan',
    work: toSupport,
    atReview: [reviewRevises],
  },
  {
    state: 'Check the revised plan',
    step: 'check-plan-1',
    kind: 'check-plan',
    work: toSupport,
    atReview: [reviewRevises, 'draft-plan'],
  },
  {
    state: 'Agree the revised plan for the council',
    step: 'agree-for-council-1',
    kind: 'agree-plan-for-council',
    work: toSupport,
    atReview: [reviewRevises, 'draft-plan', 'check-plan'],
    council: councilAgrees,
  },
  {
    state: 'Agree the revised plan',
    step: 'agree-plan-1',
    kind: 'agree-plan',
    work: toSupport,
    atReview: [reviewRevises, 'draft-plan', 'check-plan'],
  },
];

type Snapshot = { ending: string; legs: number; task: string[]; told: number; restarts: string[]; people: number };

const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('The test knows no such step');
  return value;
};

describe('a human step', { timeout: 60_000 }, () => {
  let journeys: Journeys;
  const cases = new Map<string, { reference: CaseReference; thread: string }>();
  const fault = new Map<string, Snapshot>();
  const restarted = new Map<string, Snapshot>();
  const continued = new Map<string, Snapshot>();
  const died = new Map<string, Snapshot>();

  /** What is true of each step now: where its thread stands, its task, and how often staff were told of it. */
  const lookAround = async (into: Map<string, Snapshot>): Promise<void> => {
    for (const { state, step } of humanSteps) {
      const { reference, thread } = known(cases.get(state));
      const tasks = await journeys.tasks(reference);
      const id = `${thread}.${step}`;
      into.set(state, {
        ending: await journeys.ending(reference, thread),
        legs: (await journeys.legs(reference, thread)).length,
        task: tasks.filter((task) => task.id === `${reference}.${id}`).map(({ status }) => status),
        told: (await journeys.staffMailOf(reference)).filter((key) => key === `${id}.task-opened.staff`).length,
        restarts: tasks.filter(({ kind }) => kind === 'restart-workflow').map(({ status }) => status),
        people: (await journeys.mailOf(reference)).length,
      });
    }
  };

  beforeAll(async () => {
    journeys = await startJourneys();
    const failing = new Map<CaseReference, string>();
    journeys.setFault(({ name, input }) => {
      const isOurs =
        name === 'open-task' &&
        failing.get(input['reference'] as CaseReference) === `${input['thread']}.${input['step']}`;
      return isOurs || (failing.size === 0 && name === 'open-task') ? { error: nothingMends } : undefined;
    });
    for (const { state, step, work, atReview, council = {} } of humanSteps) {
      // Up to running support, only the steps of the journey itself differ.
      journeys.setCouncil(atReview ? {} : council);
      const thread = atReview ? cycle(1) : assessment();
      const reference = await journeys.apply();
      cases.set(state, { reference, thread });
      failing.set(reference, `${thread}.${step}`);
      await journeys.work(reference, ...work);
    }
    await journeys.forward(sixWeeksOn);
    for (const { state, atReview = [], council = {} } of humanSteps) {
      journeys.setCouncil(atReview.length > 0 ? council : {});
      const found = cases.get(state);
      if (found) await journeys.work(found.reference, ...atReview);
    }
    await lookAround(fault);
    journeys.setFault();
    for (const { reference } of cases.values()) await journeys.finish(reference, 'restart-workflow');
    await lookAround(restarted);
    await journeys.forward('P301D');
    await lookAround(continued);
    for (const { reference } of cases.values()) await journeys.close(reference, 'died');
    await journeys.forward('P100D');
    await lookAround(died);
  }, 120_000);

  afterAll(() => lookAndStop(journeys));

  it.each(humanSteps)('$state: a function that throws gives the manager the task to restart it', ({ state }) => {
    expect(fault.get(state)).toEqual({
      ending: 'FAILED at Stopped by a fault',
      legs: 1,
      task: [],
      told: 0,
      restarts: ['open'],
      people: expect.any(Number),
    });
  });

  it.each(humanSteps)('$state: once restarted, leg 2 stands there and staff are told once', ({ state }) => {
    expect(restarted.get(state)).toEqual({
      ending: `in ${state}`,
      legs: 2,
      task: ['open'],
      told: 1,
      restarts: ['completed'],
      people: expect.any(Number),
    });
  });

  it.each(humanSteps)(
    '$state: still open after 300 days it goes on in leg 3, with the same task and no second mail',
    ({ state }) => {
      const { people } = known(restarted.get(state));

      expect(continued.get(state)).toEqual({
        ending: `in ${state}`,
        legs: 3,
        task: ['open'],
        told: 1,
        restarts: ['completed'],
        people,
      });
    },
  );

  it.each(humanSteps)(
    '$state: when the person has died the thread ends, and nobody is written to for 100 days',
    ({ state }) => {
      const { people } = known(continued.get(state));

      expect(died.get(state)).toEqual({
        ending: 'SUCCEEDED at Case closed early',
        legs: 3,
        task: ['cancelled'],
        told: 1,
        restarts: ['completed'],
        people,
      });
    },
  );
});

/**
 * A step that no person works on, with what is done while it fails. A mail that fails becomes a task and the thread goes on;
 * anything else stops it, and the restart is the first thing done at the next station.
 */
type Station = {
  readonly state: string;
  readonly thread?: string;
  readonly call: string;
  readonly step?: string;
  /** Pieces of work, and moves of the clock as ISO 8601 durations. */
  readonly meanwhile?: readonly (Work | `P${string}`)[];
  /** Where the thread stands then. */
  readonly ending: string;
};
const stopped = 'FAILED at Stopped by a fault';
const beside = { financialAssessment: 'beside-plan' } as const;
const after = { financialAssessment: 'after-plan' } as const;
const decided: readonly Work[] = ['triage-request', 'assess-needs'];
const leadsToAssessment: Work = [
  'check-plan',
  {
    effective: 'no',
    effectiveWhy: 'The evening is left out.',
    whatToChange: 'Say who helps in the evening.',
    leadsTo: 'assess-again',
  },
];

/** The longest life is last, as the rates of a financial assessment are known for a year ahead at most. */
const lives: {
  life: string;
  council: { financialAssessment?: 'beside-plan' | 'after-plan' };
  stations: readonly Station[];
}[] = [
  {
    life: 'a revised plan with finances beside it',
    council: beside,
    stations: [
      {
        state: 'Open the financial assessment',
        call: 'open-task',
        step: 'assess-finances',
        meanwhile: [...decided, 'decide-eligibility', 'estimate-budget'],
        ending: stopped,
      },
      {
        state: 'Plan the first review again',
        thread: cycle(1),
        call: 'start-review-cycle',
        meanwhile: [
          ...([
            'restart-workflow',
            'assess-finances',
            'draft-plan',
            'check-plan',
            'agree-plan',
            'set-up-support',
            'P5W',
          ] as const),
          ...([reviewRevises, 'draft-plan', 'check-plan', 'agree-plan'] as const),
        ],
        ending: stopped,
      },
    ],
  },
  {
    life: 'advice only',
    council: {},
    stations: [
      { state: 'Close with advice', call: 'close-case', meanwhile: [adviceOnly], ending: stopped },
      {
        state: 'Send advice',
        call: 'send-mail',
        step: 'send-advice',
        meanwhile: ['restart-workflow'],
        ending: 'SUCCEEDED at Case closed',
      },
    ],
  },
  {
    life: 'short-term support that is enough',
    council: {},
    stations: [
      {
        state: 'Close after short-term support',
        call: 'close-case',
        meanwhile: [shortTerm, 'give-short-term-support', goalsMet],
        ending: stopped,
      },
    ],
  },
  {
    life: 'not eligible',
    council: {},
    stations: [
      { state: 'Close as not eligible', call: 'close-case', meanwhile: [...decided, notEligible], ending: stopped },
    ],
  },
  {
    life: 'another council’s',
    council: {},
    stations: [
      {
        state: 'Close as living elsewhere',
        call: 'close-case',
        meanwhile: [...decided, livesElsewhere],
        ending: stopped,
      },
    ],
  },
  {
    life: 'support not wanted',
    council: {},
    stations: [
      {
        state: 'Close as support is not wanted',
        call: 'close-case',
        meanwhile: [...decided, notWanted],
        ending: stopped,
      },
    ],
  },
  {
    life: 'from the application to the end of support',
    council: after,
    stations: [
      { state: 'Take up the case', call: 'take-up-case', ending: stopped },
      {
        state: 'Acknowledge the application',
        call: 'send-mail',
        meanwhile: ['restart-workflow'],
        ending: 'in Triage the request',
      },
      {
        state: 'Send the decision',
        call: 'send-mail',
        meanwhile: [...decided, 'decide-eligibility'],
        ending: 'in Estimate the budget',
      },
      {
        state: 'Send the agreed plan',
        call: 'send-mail',
        step: 'send-plan',
        meanwhile: [
          ...(['estimate-budget', 'draft-plan', leadsToAssessment, 'assess-needs', 'decide-eligibility'] as const),
          ...(['estimate-budget', 'draft-plan', failsCheck, 'draft-plan', 'check-plan', asksForChange] as const),
          ...(['draft-plan', 'check-plan', 'agree-plan', 'assess-finances'] as const),
        ],
        ending: 'in Set up support',
      },
      { state: 'Start the review cycle', call: 'start-review-cycle', meanwhile: ['set-up-support'], ending: stopped },
      {
        state: 'Plan the review',
        thread: cycle(1),
        call: 'plan-review',
        meanwhile: ['restart-workflow'],
        ending: stopped,
      },
      {
        state: 'Remind of the review',
        thread: cycle(1),
        call: 'send-mail',
        meanwhile: ['restart-workflow', 'check-support', 'P5W'],
        ending: 'in Review the plan',
      },
      {
        state: 'Plan the later review',
        thread: cycle(1),
        call: 'start-review-cycle',
        meanwhile: ['review-plan'],
        ending: stopped,
      },
      {
        state: 'Send the revised plan',
        thread: cycle(2),
        call: 'send-mail',
        step: 'send-plan',
        meanwhile: [
          ...(['restart-workflow', 'P12M', reviewRevises, 'draft-plan', failsCheck, 'draft-plan'] as const),
          ...(['check-plan', asksForChange, 'draft-plan', 'check-plan', 'agree-plan'] as const),
        ],
        ending: 'SUCCEEDED at Next review planned',
      },
      {
        state: 'Start a reassessment',
        thread: cycle(3),
        call: 'start-reassessment',
        meanwhile: ['P5W', reviewReassesses],
        ending: stopped,
      },
      {
        state: 'End support',
        thread: cycle(4),
        call: 'close-case',
        meanwhile: ['restart-workflow', 'P12M', reviewEnds],
        ending: stopped,
      },
      {
        state: 'Tell of the end',
        thread: cycle(5),
        call: 'send-mail',
        step: 'tell-of-end',
        // Support runs until notice was given and is over; the review after that ends it.
        meanwhile: ['restart-workflow', 'give-notice-of-end', 'P12M', reviewEnds],
        ending: 'SUCCEEDED at Support has ended',
      },
    ],
  },
];
const stations = lives.flatMap(({ life, stations: all }) => all.map((station) => ({ life, ...station })));

describe('a step that no person works on', { timeout: 60_000 }, () => {
  let journeys: Journeys;
  const found = new Map<string, { ending: string; restarts: number; contacts: number; caught: string }>();

  /** Lives through the stations; the fault of each is there while its work is done. */
  const live = async (all: readonly Station[]): Promise<void> => {
    let reference: CaseReference | undefined;
    const count = async (kind: TaskKind) => {
      const tasks = reference ? await journeys.tasks(reference) : [];
      return tasks.filter((task) => task.kind === kind).length;
    };
    for (const { state, thread = assessment(), call, step, meanwhile = [] } of all) {
      const [restarts, contacts] = [await count('restart-workflow'), await count('contact-another-way')];
      // A function that several threads call fails for this one alone.
      journeys.setFault(({ name, input }) =>
        name === call && input['thread'] === thread && (step ?? input['step']) === input['step']
          ? { error: nothingMends }
          : undefined,
      );
      reference ??= await journeys.apply();
      for (const piece of meanwhile) {
        if (typeof piece === 'string' && piece.startsWith('P')) await journeys.forward(piece);
        else await journeys.work(reference, piece as Work);
      }
      const visits = (await journeys.legs(reference, thread)).flatMap(({ history }) => visitsOf(history));
      found.set(state, {
        ending: await journeys.ending(reference, thread),
        restarts: (await count('restart-workflow')) - restarts,
        contacts: (await count('contact-another-way')) - contacts,
        caught: visits.filter((visit) => visit.caught === nothingMends).at(-1)?.state ?? '',
      });
      journeys.setFault();
    }
    if (reference && all.at(-1)?.ending === stopped) await journeys.finish(reference, 'restart-workflow');
  };

  beforeAll(async () => {
    journeys = await startJourneys();
    for (const { council, stations: all } of lives) {
      journeys.setCouncil(council);
      await live(all);
    }
  }, 60_000);

  afterAll(() => lookAndStop(journeys));

  it.each(stations.filter(({ ending }) => ending === stopped))(
    '$state: a function that throws stops the thread, and the manager has the one task that restarts it',
    ({ state, ending }) => {
      expect(found.get(state)).toEqual({ ending, restarts: 1, contacts: 0, caught: state });
    },
  );

  it.each(stations.filter(({ ending }) => ending !== stopped))(
    '$state: a mail that fails becomes one task to reach the person another way, and the case goes on',
    ({ state, ending }) => {
      expect(found.get(state)).toEqual({ ending, restarts: 0, contacts: 1, caught: state });
    },
  );
});

describe('the plan of a reassessment', { timeout: 60_000 }, () => {
  it('replaces the review that is under way at each of its 5 steps, and takes its work back', async () => {
    const journeys = await startJourneys();
    const reference = await journeys.apply();
    await journeys.work(reference, ...toSupport);
    await journeys.forward('P5W');
    const rounds: Work[][] = [
      [],
      [reviewRevises],
      [reviewRevises, 'draft-plan'],
      [reviewRevises, 'draft-plan', 'check-plan'],
      [reviewRevises, 'draft-plan', 'check-plan'],
    ];

    for (const [index, round] of rounds.entries()) {
      journeys.setCouncil(index === 4 ? councilAgrees : {});
      await journeys.work(reference, ...round);
      const plan = { thread: assessment(index + 2), kind: 'first', from: '2025-12-01' };
      await journeys.platform.lambda.invoke('start-review-cycle', { council: slug, reference, ...plan });
      await journeys.settle();
      // Its reminder is due at once, which is the next working morning.
      await journeys.forward('P4D');
    }

    const endings = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((generation) => journeys.ending(reference, cycle(generation))),
    );
    const tasks = await journeys.tasks(reference);
    expect(endings).toEqual([...Array(5).fill('SUCCEEDED at Superseded'), 'in Review the plan']);
    expect(
      tasks.filter(({ status }) => status === 'cancelled').map(({ id }) => id.replace(`${reference}.`, '')),
    ).toEqual([
      'assessment-1.arrange-visit',
      'review-1.arrange-visit',
      'review-1.review-plan',
      'review-2.arrange-visit',
      'review-2.draft-plan-1',
      'review-3.arrange-visit',
      'review-3.check-plan-1',
      'review-4.agree-plan-1',
      'review-4.arrange-visit',
      'review-5.agree-for-council-1',
      'review-5.arrange-visit',
    ]);
    await lookAndStop(journeys);
  });
});

describe('a fault while a fault is reported', { timeout: 60_000 }, () => {
  let journeys: Journeys;
  const endings: Record<string, string> = {};

  beforeAll(async () => {
    journeys = await startJourneys();
    const failing = (...calls: string[]) =>
      journeys.setFault(({ name }) => (calls.includes(name) ? { error: nothingMends } : undefined));
    failing('send-mail', 'record-undelivered-mail');
    const reference = await journeys.apply();
    endings['Record the undelivered mail'] = await journeys.ending(reference, assessment());
    failing('open-task', 'report-failure');
    await journeys.finish(reference, 'restart-workflow');
    endings['Report the failure'] = await journeys.ending(reference, assessment());
    endings['restarts'] = String((await journeys.tasks(reference)).filter(({ status }) => status === 'open').length);

    journeys.setFault();
    const other = await journeys.apply({ firstName: 'Ruth' });
    const copiesGiven = [{ to: 'Ruth Okafor', how: 'By email', on: journeys.today() }];
    await journeys.work(other, ...upTo('set-up-support'), ['set-up-support', { copiesGiven }]);
    failing('send-mail', 'record-undelivered-mail');
    await journeys.forward('P5W');
    endings['Record the undelivered reminder'] = await journeys.ending(other, cycle(1));
    failing('plan-review', 'report-failure');
    await journeys.finish(other, 'restart-workflow');
    endings['Report the failure of the cycle'] = await journeys.ending(other, cycle(1));
  }, 60_000);

  afterAll(() => lookAndStop(journeys));

  it('stops both machines with an error that an alarm tells of', () => {
    expect(endings).toEqual({
      'Record the undelivered mail': stopped,
      'Report the failure': stopped,
      restarts: '0',
      'Record the undelivered reminder': stopped,
      'Report the failure of the cycle': stopped,
    });
  });
});

describe('a next leg', { timeout: 60_000 }, () => {
  it('is not waited for where it has begun and ended already', async () => {
    const journeys = await startJourneys();
    const reference = await journeys.apply();
    await journeys.work(reference, ...toSupport);
    await journeys.forward('P5W');
    for (const [machine, thread] of [
      ['assessment-journey', assessment()],
      ['review-cycle', cycle(1)],
    ] as const) {
      await journeys.startByHand(machine, { council: slug, reference, thread, leg: 2 });
    }
    await journeys.close(reference, 'died');

    await journeys.forward('P301D');

    for (const thread of [assessment(), cycle(1)]) {
      const endings = (await journeys.legs(reference, thread)).map(({ history }) => visitsOf(history).at(-1)?.state);
      expect(endings).toEqual(['Continued', 'Case closed early']);
    }
    await lookAndStop(journeys);
  });

  it.each([
    { machine: 'assessment-journey' as const, thread: assessment() },
    { machine: 'review-cycle' as const, thread: cycle(1) },
  ])('that Step Functions will not start is reported: $machine', async ({ machine, thread }) => {
    const bound = Object.keys(functions).reduce(
      (text, name) => text.replaceAll(`\${${placeholder(name as keyof typeof functions)}}`, name),
      files[machine],
    );
    const runner = await aRunner({
      machines: { [machine]: JSON.parse(bound) },
      lambdas: {
        'take-up-case': () => ({ financialAssessment: 'before-plan', triaged: true }),
        'plan-review': () => ({ current: true, waitUntil: '2026-11-02T09:00:00.000Z', remindAfterWait: true }),
        'send-mail': () => ({ wanted: true }),
      },
    });
    // The name of an execution is at most 80 characters, so no next leg can be named.
    const execution = await runner.begin(machine, {
      council: 'x'.repeat(80),
      reference: 'K7M-29QX-T4F',
      thread,
      leg: 1,
    });

    await runner.clock.forward('P301D');

    const history = await runner.history(execution);
    expect(visitsOf(history).slice(-3)).toEqual([
      { state: 'Continue in a new execution', caught: 'Sfn.ValidationException' },
      { state: 'Report the failure' },
      { state: 'Stopped by a fault' },
    ]);
    expect(runner.calls.at(-1)?.payload).toMatchObject({ thread, leg: 1, error: 'Sfn.ValidationException' });
    look(machine, history);
    await runner.stop();
  });
});

describe('the suite', { timeout: 60_000 }, () => {
  it.each(Object.keys(machines) as MachineName[])('visits every state and every catch of %s', (machine) => {
    const all = entriesOf(machine).flatMap(([name, state]) => [
      `${machine}: ${name}`,
      ...(state.Type === 'Task' ? (state.Catch ?? []).map((_, index) => `${machine}: ${name}, catch ${index}`) : []),
    ]);

    expect(all.filter((one) => !seen.has(one))).toEqual([]);
  });
});
