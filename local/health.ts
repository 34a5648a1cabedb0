import * as z from 'zod';
import { watched } from '../infra/alarms.ts';
import { type FunctionName, functions, jobs, schedules } from '../infra/service-map.ts';
import { type IsoInstant, isoInstant } from '../schemas/scalars.ts';
import type { Deps } from '../services/deps.ts';
import type { Store } from './clock.ts';
import type { StepFunctions } from './stepfunctions/types.ts';

/** What an operator of one machine looks at first: the same things, by the same numbers, as raise alarms on AWS. */
export type Health = {
  /** For how many minutes the oldest of each kind has been owed; what people suffer where that is too long. */
  readonly owed: readonly {
    readonly what: string;
    readonly minutes: number;
    readonly isLate: boolean;
    readonly errorImpact: string;
  }[];
  readonly jobs: readonly {
    readonly job: FunctionName;
    readonly endedAt?: IsoInstant;
    readonly isLate: boolean;
    readonly errorImpact: string;
  }[];
  /** Executions that have failed or timed out; of each a hundred are counted at most. */
  readonly failed: number;
};

/** What a job may answer of itself: how much it could not do, and whether it is done. */
const answer = z.object({ failed: z.int().optional(), done: z.boolean().optional() });

const lanes = [
  { lane: 'moves', what: 'signal to a case', ...watched['owed-moves'] },
  { lane: 'tells', what: 'news to people or staff', ...watched['owed-news'] },
] as const;

/** Here what runs by an interval runs only after something has happened, so its silence says nothing. */
const runsByInterval = new Set<FunctionName>(
  Object.values(schedules).flatMap((by) => (by.expression.startsWith('rate(') ? [by.function] : [])),
);

/** Keeps when each job came to its end, and tells how the platform is. */
export const createHealth = ({
  store,
  deps,
  stepFunctions,
}: {
  readonly store: Store;
  readonly deps: Pick<Deps, 'clock' | 'store'>;
  readonly stepFunctions: Pick<StepFunctions, 'executions'>;
}) => ({
  /** Takes a job's answer. @returns whether nothing was left for the next run */
  async ended(job: FunctionName, said: unknown): Promise<boolean> {
    const { failed = 0, done = true } = answer.safeParse(said).data ?? {};
    if (done) await store.put(job, deps.clock.now());
    return done && failed === 0;
  },

  async view(now: IsoInstant = deps.clock.now()): Promise<Health> {
    const minutesSince = (then: IsoInstant) => Math.floor((Date.parse(now) - Date.parse(then)) / 60_000);
    const owed = lanes.map(async ({ lane, what, atLeast, errorImpact }) => {
      const since = await deps.store.owedSince(lane, now);
      const minutes = since === undefined ? 0 : minutesSince(since);
      return { what, minutes, isLate: minutes >= atLeast, errorImpact };
    });
    const ran = [...jobs].map(async ([job, silentMinutes]) => {
      const endedAt = isoInstant.safeParse(await store.get(job)).data;
      const isLate = endedAt !== undefined && !runsByInterval.has(job) && minutesSince(endedAt) > silentMinutes;
      return { job, ...(endedAt && { endedAt }), isLate, errorImpact: functions[job].errorImpact };
    });
    const bad = (['FAILED', 'TIMED_OUT'] as const).map((status) => stepFunctions.executions({ status, limit: 100 }));
    return {
      owed: await Promise.all(owed),
      jobs: await Promise.all(ran),
      failed: (await Promise.all(bad)).flat().length,
    };
  },
});
