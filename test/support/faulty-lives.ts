import type { Council } from '../../schemas/council.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import { aCouncil } from './a-council.ts';
import {
  adviceOnly,
  assessment,
  cycle,
  goalsMet,
  type JourneyCall,
  type Journeys,
  livesElsewhere,
  notEligible,
  notWanted,
  reviewEnds,
  reviewReassesses,
  reviewRevises,
  shortTerm,
  startJourneys,
  toSupport,
  type Work,
} from './journey.ts';

/** A piece of work, or a move of the clock for everybody. */
type Piece = Work | `P${string}`;
/** Lives that are lived side by side in one council, each with its work before the first review, and at it. */
type Lives = {
  readonly council: Partial<Council>;
  readonly lives: Readonly<Record<string, readonly (readonly Work[])[]>>;
};

const decided: readonly Work[] = ['triage-request', 'assess-needs'];
const supported: readonly Work[] = [...toSupport, 'check-support'];
const agreed: readonly Work[] = ['draft-plan', 'check-plan', 'agree-plan'];

/** Lives that together go through every state of both machines that does something. */
const everyLife: readonly Lives[] = [
  {
    council: {},
    lives: {
      advice: [[adviceOnly]],
      'short-term': [[shortTerm, 'give-short-term-support'], [goalsMet]],
      'not-eligible': [[...decided, notEligible]],
      elsewhere: [[...decided, livesElsewhere]],
      'not-wanted': [[...decided, notWanted]],
      revised: [supported, [reviewRevises, ...agreed]],
      ended: [supported, [reviewEnds, 'give-notice-of-end']],
      reassessed: [supported, [reviewReassesses, 'assess-needs']],
    },
  },
  {
    council: { financialAssessment: 'beside-plan', plans: aCouncil({}, 'cambridgeshire').plans },
    lives: {
      'council-agrees': [
        [
          ...(['triage-request', 'assess-needs', 'decide-eligibility', 'estimate-budget', 'assess-finances'] as const),
          ...(['draft-plan', 'check-plan', 'agree-plan-for-council', 'agree-plan', 'set-up-support'] as const),
        ],
        [reviewRevises, 'draft-plan', 'check-plan', 'agree-plan-for-council', 'agree-plan'],
      ],
    },
  },
  {
    council: { financialAssessment: 'after-plan' },
    lives: {
      'finances-last': [
        [...decided, 'decide-eligibility', 'estimate-budget', ...agreed, 'assess-finances', 'set-up-support'],
      ],
    },
  },
];

/** Between the parts of a life: until the first reminder is sent. */
const between: readonly `P${string}`[] = ['P5W'];

/** What goes wrong in a life, from the moment at which each thing is first asked for. */
export type Trouble = {
  readonly set: (journeys: Journeys, isDuring: (about: string) => boolean) => void;
  /** ISO 8601 */
  readonly lasts?: `PT${string}`;
};

/** What can be seen of a life afterwards but for its moments: where it stands, who has what to do, who was told what, and what happened. */
export type Seen = Readonly<Record<'threads' | 'tasks' | 'mail' | 'staffMail' | 'events', readonly string[]>>;

const seenOf = async (journeys: Journeys, reference: CaseReference): Promise<Seen> => {
  const threads: string[] = [];
  for (const thread of [assessment(1), assessment(2), cycle(1), cycle(2), cycle(3)]) {
    const path = await journeys.path(reference, thread);
    threads.push(`${thread} ${await journeys.ending(reference, thread)}: ${path.join(' > ')}`);
  }
  const plain = (text: string) => text.replaceAll(reference, '').trim();
  return {
    threads,
    tasks: (await journeys.tasks(reference)).map(({ id, status, role }) => `${status} ${plain(id)} ${role}`).toSorted(),
    mail: (await journeys.mailOf(reference)).map((line) => line.split(' ')[1] ?? '').toSorted(),
    staffMail: (await journeys.staffMailOf(reference)).toSorted(),
    // That a task waits for another call of the same step, or a mail for the sweep, changes nothing for anybody.
    events: (await journeys.events(reference)).filter((line) => !/^(task-continued|email-owed) /.test(line)).toSorted(),
  };
};

/** A call in a word, which is the same however often it is made. */
export const callOf = ({ name, input }: JourneyCall): string =>
  `${name} ${input['reference']} ${input['thread']} ${input['step'] ?? input['kind'] ?? ''}`;

/**
 * Lives every life with the trouble or without any, and gives what is seen of each in the end. After each piece of work the trouble passes
 * before the next.
 *
 * @param onCall told of each call of a journey function
 */
export const liveAll = async (trouble?: Trouble, onCall: (call: string) => void = () => undefined) => {
  const seen: Record<string, Seen> = {};
  const errors: unknown[] = [];
  for (const { council, lives } of everyLife) {
    const journeys = await startJourneys();
    const { clock } = journeys.platform;
    const first = new Map<string, number>();
    const lastsMs = clock
      .now()
      .until(clock.now().add(trouble?.lasts ?? 'PT1H'))
      .total('milliseconds');
    const isDuring = (about: string): boolean => {
      const now = clock.now().epochMilliseconds;
      if (!first.has(about)) first.set(about, now);
      return now - (first.get(about) ?? now) < lastsMs;
    };
    journeys.setCouncil(council);
    const { platform } = journeys;
    const invokeByArn = platform.lambda.invokeByArn;
    platform.lambda.invokeByArn = (arn, event) => {
      onCall(arn.slice(arn.lastIndexOf(':') + 1));
      return invokeByArn(arn, event);
    };
    // Everybody has confirmed their address before their journey begins, whatever goes wrong then.
    journeys.setSignalFault(() => true);
    const cases: [string, CaseReference, readonly (readonly Work[])[]][] = [];
    for (const [life, parts] of Object.entries(lives)) {
      cases.push([life, await journeys.apply({ preferredName: 'Rose' }, { confirmed: false }), parts]);
      for (const [, reference] of cases.slice(-1)) await journeys.confirm(reference, 'rose.okafor@example.com');
    }
    journeys.setSignalFault();
    trouble?.set(journeys, isDuring);
    await journeys.forward('PT6H');
    for (const [part, pause] of [undefined, ...between].entries()) {
      if (pause) await journeys.forward(pause);
      const longest = Math.max(...cases.map(([, , parts]) => parts[part]?.length ?? 0));
      for (let piece = 0; piece < longest; piece += 1) {
        for (const [, reference, parts] of cases) {
          const work: Piece | undefined = parts[part]?.[piece];
          if (work) await journeys.work(reference, work);
        }
        await journeys.forward('PT6H');
      }
    }
    for (const [life, reference] of cases) seen[life] = await seenOf(journeys, reference);
    errors.push(...journeys.errors);
    await journeys.stop();
  }
  return { seen, errors };
};
