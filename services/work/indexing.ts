import * as z from 'zod';
import type { Deps } from '../deps.ts';
import { logger } from '../runtime/logger.ts';
import { hasTime, type Run, unending } from '../runtime/run-time.ts';
import { parts } from '../store/parts.ts';

/** How far the run has come through the table: where it goes on, and whether it had anything to write since it began there. */
export const findPass = z.strictObject({
  version: z.int().positive(),
  from: z.strictObject({ pk: z.string(), sk: z.string() }).optional(),
  rewritten: z.int().nonnegative(),
  done: z.boolean(),
});
type FindPass = z.infer<typeof findPass>;

const place = { pk: 'FIND-PASS', sk: 'PASS' };
/** Parts of the table that one run looks through, so that it ends long before a function must. */
const mostParts = 200;

/**
 * Indexes what is stored, for who was there before the index and for keys that were turned. The table is looked through part by part, until a
 * pass from its beginning to its end has found nothing to write: whoever was written with the old key meanwhile is found by the next pass. Then
 * the old keys are forgotten. Killed at any moment it goes on with the part that it was at; two runs side by side write the same.
 */
export const createIndexing = (deps: Pick<Deps, 'store' | 'councils'>) => {
  const { store, councils } = deps;

  const step = async (pass: FindPass): Promise<{ after: FindPass; wrote: number }> => {
    const { persons, next } = await store.everyPerson(pass.from);
    let wrote = 0;
    for (const person of persons) {
      if (!councils.slugs.includes(person.council) || (await store.index.isCurrent(person))) continue;
      await store.index.settle(person.council, person.id);
      wrote += 1;
    }
    const { from: _before, ...rest } = pass;
    const version = pass.version + 1;
    const rewritten = pass.rewritten + wrote;
    if (next) return { after: { ...rest, version, from: next, rewritten }, wrote };
    return { after: { ...rest, version, rewritten: 0, done: rewritten === 0 }, wrote };
  };

  return async ({ turnKeys = false }: { readonly turnKeys?: boolean | undefined } = {}, run: Run = unending) => {
    let settled = 0;
    for await (const owing of parts((after) => store.index.owing(after))) {
      if (!hasTime(run)) return { settled, rewritten: 0, done: false };
      for (const { council, person } of owing) await store.index.settle(council, person);
      settled += owing.length;
    }
    const before = await store.items.get(findPass, place.pk, place.sk);
    let pass: FindPass = before ?? { version: 0, rewritten: 0, done: false };
    if (turnKeys) {
      for (const council of councils.slugs) await store.index.turn(council);
      const { from: _anew, ...rest } = pass;
      pass = { ...rest, rewritten: 0, done: false };
    }
    let rewritten = 0;
    for (let part = 0; part < mostParts && !pass.done && hasTime(run); part += 1) {
      const { after, wrote } = await step(pass);
      rewritten += wrote;
      // Another run has gone further: it goes on.
      if (!(await store.items.put({ ...place, data: after }, after.version)))
        return { settled, rewritten, done: false };
      pass = after;
      if (pass.done) for (const council of councils.slugs) await store.index.forgetOldKey(council);
    }
    if (settled + rewritten > 0) logger.info('Persons are indexed', { settled, rewritten, done: pass.done });
    return { settled, rewritten, done: pass.done };
  };
};
