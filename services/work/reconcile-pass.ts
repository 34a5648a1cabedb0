import * as z from 'zod';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { logger } from '../runtime/logger.ts';
import { count } from '../runtime/metrics.ts';
import { type Run, unending } from '../runtime/run-time.ts';
import type { WalkPart } from '../store/parts.ts';
import { createReconcile, type Reconciled } from './reconcile.ts';

/** Where a pass goes on: in the executions that run, machine by machine, and then in the open cases of the table. */
const place = z.union([
  z.strictObject({ machine: z.enum(['assessment-journey', 'review-cycle']), page: z.string().optional() }),
  z.strictObject({ key: z.strictObject({ pk: z.string(), sk: z.string() }).optional() }),
]);
type Place = z.infer<typeof place>;

/** Executions first: what runs beside another, or ahead of its case, is stopped before the cases are looked at. */
const beginning: Place = { machine: 'assessment-journey' };

const isGone = (error: unknown) => error instanceof Error && error.name === 'InvalidToken';

/** What is looked at in one part, one after another. */
type Looks = readonly (() => Promise<Reconciled>)[];

/** What a run has looked at and done. `unmended` is what a person has to mend. */
export const reconciled = z.strictObject({
  done: z.boolean(),
  looked: z.int(),
  repaired: z.int(),
  unmended: z.int(),
});

/**
 * Compares every open case with its executions, of one council or of all. Each part is one page of executions, or one of the table, and nothing
 * of it is kept. A pass that was begun on a day is gone on with until it is at its end.
 *
 * Its input: `anew` begins a pass though the day's is over, after a restore.
 */
export const createReconcilePass = (deps: Deps, council?: CouncilSlug) => {
  const { store, clock, councils, executions } = deps;
  const { ofCase, ofExecution } = createReconcile(deps);
  const isOurs = (slug: string) =>
    council === undefined ? councils.slugs.some((one) => one === slug) : slug === council;

  const ofMachine = async (at: Extract<Place, { machine: string }>): Promise<{ looks: Looks; next: Place }> => {
    const { found, next } = await executions.running(at.machine, at.page).catch((error) => {
      // A page may be asked for within a day; after that its machine is begun again.
      if (at.page === undefined || !isGone(error)) throw error;
      return executions.running(at.machine);
    });
    const after: Place = at.machine === 'assessment-journey' ? { machine: 'review-cycle' } : {};
    return {
      looks: found
        .filter(({ name }) => isOurs(name.split('_')[0] ?? ''))
        .map((one) => () => ofExecution(at.machine, one)),
      next: next === undefined ? after : { machine: at.machine, page: next },
    };
  };

  const read = async (after: string | undefined): Promise<WalkPart<Looks>> => {
    const at = after === undefined ? beginning : place.parse(JSON.parse(after));
    if ('machine' in at) {
      const { looks, next } = await ofMachine(at);
      return { part: looks, next: JSON.stringify(next) };
    }
    const { cases, next } = await store.openCases({ council, from: at.key });
    return {
      part: cases.filter((one) => isOurs(one.council)).map((one) => () => ofCase(one.council, one.reference)),
      ...(next && { next: JSON.stringify({ key: next } satisfies Place) }),
    };
  };

  /** One that cannot be looked at keeps none of the others from it. */
  const looked = async (look: () => Promise<Reconciled>): Promise<Reconciled> => {
    try {
      return await look();
    } catch (error) {
      // What others change at this moment is looked at by the next pass.
      if (error instanceof Error && error.name === 'StoreConflict') return 'moves';
      logger.error('A case or an execution could not be reconciled', error as Error);
      return 'unmended';
    }
  };

  return async ({ anew = false }: { readonly anew?: boolean | undefined } = {}, run: Run = unending) => {
    const found: Reconciled[] = [];
    const now = clock.now();
    const done = await store.walks.walk<Looks>({
      name: council === undefined ? 'reconcile' : `reconcile#${council}`,
      of: anew ? now : londonDate(now),
      run,
      read,
      take: async (looks) => {
        for (const look of looks) found.push(await looked(look));
      },
    });
    const how = (what: Reconciled) => found.filter((one) => one === what).length;
    const result = { done, looked: found.length, repaired: how('repaired'), unmended: how('unmended') };
    count('JourneyReconciled', result.repaired);
    count('JourneyUnmended', result.unmended);
    if (result.repaired + result.unmended > 0) logger.info('Cases were reconciled with their executions', result);
    return result;
  };
};
