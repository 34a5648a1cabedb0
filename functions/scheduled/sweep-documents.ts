import * as z from 'zod';
import { addDays, londonDate } from '../../domain/time/clock-time.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Deps } from '../../services/deps.ts';
import { createUploads, documentClaim, type UploadPointer } from '../../services/documents/uploads.ts';
import { basketOf, createCaseDocuments } from '../../services/follow/case-documents.ts';
import { jobHandler } from '../../services/handlers.ts';
import { type Run, unending } from '../../services/runtime/run-time.ts';
import { createDraftStore } from '../../services/store/draft-store.ts';

/**
 * Deletes documents that were never sent: those of a form that is gone, those that were taken out, and what a crash has left. Every day.
 *
 * A document is deleted only where no case has claimed it and nothing that can still be sent lists it, so that a loss is not possible; a
 * fault in here leaves it for the next day.
 */
export const createSweepDocuments = (deps: Deps) => {
  const { clock, councils, store } = deps;
  const uploads = createUploads(deps);
  const drafts = createDraftStore(deps);
  const baskets = createCaseDocuments(deps);

  /** The last day on which it may still be sent; undefined where nothing lists it. */
  const keptUntil = async ({ id, owner }: UploadPointer): Promise<IsoDate | undefined> => {
    const holder =
      owner.kind === 'draft' ? await drafts.read(owner.council, owner.id) : await baskets.read(basketOf(owner));
    return holder?.documents?.some((one) => one.id === id) ? holder.keptUntil : undefined;
  };

  /** Answers whether it was deleted. */
  const look = async (pointer: UploadPointer): Promise<boolean> => {
    const { id, owner, version } = pointer;
    // The claim is asked after the list: what is sent in between is claimed by then.
    const until = await keptUntil(pointer);
    if ((await store.claimed(owner.council, documentClaim(id), clock.now())) !== undefined) {
      await uploads.forget(owner.council, id);
      return false;
    }
    if (until !== undefined) {
      await uploads.register({ ...pointer, version: version + 1, lookOn: addDays(until, 1) });
      return false;
    }
    await uploads.drop(owner.council, id);
    return true;
  };

  return async (_event?: unknown, run: Run = unending) => {
    const today = londonDate(clock.now());
    const failures: unknown[] = [];
    let deleted = 0;
    let done = true;
    for (const council of councils.slugs) {
      const isDone = await store.walks.walk<UploadPointer[]>({
        name: `sweep-documents#${council}`,
        run,
        read: (after) => uploads.toLookAt(council, today, after),
        take: async (pointers) => {
          for (const pointer of pointers) {
            const isDeleted = await look(pointer).catch((error: unknown) => {
              failures.push(error);
              return false;
            });
            deleted += Number(isDeleted);
          }
        },
      });
      done &&= isDone;
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} documents could not be looked at`);
    return { deleted, done };
  };
};

export const handler = jobHandler(
  'sweep-documents',
  z.strictObject({ deleted: z.int(), done: z.boolean() }),
  createSweepDocuments,
);
