import * as z from 'zod';
import { partsCounted } from '../../domain/forms/forms.ts';
import { mayBeReminded } from '../../domain/journey/safe-ways.ts';
import { addDays, londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import type { Council } from '../../schemas/council.ts';
import type { Draft } from '../../schemas/draft.ts';
import type { CouncilSlug, IsoDate } from '../../schemas/scalars.ts';
import { formAsAsked } from '../../services/apply/form-as-asked.ts';
import { unfinishedPages } from '../../services/apply/unfinished-pages.ts';
import type { Deps } from '../../services/deps.ts';
import { jobHandler } from '../../services/handlers.ts';
import { isOfTheDead } from '../../services/mail/addresses-of-the-dead.ts';
import { printable } from '../../services/mail/links.ts';
import { createOnce } from '../../services/mail/once.ts';
import { writtenAs } from '../../services/mail/reading.ts';
import { type Run, unending } from '../../services/runtime/run-time.ts';
import { createDraftStore, type DraftPointer, remindDaysBefore } from '../../services/store/draft-store.ts';

/**
 * Reminds people of an unsent form seven days before it is deleted, once, if they gave an address and said nothing of harm; every day at 09:00.
 *
 * Saving a page moves a draft's end and not the day on which it is looked at, so that a page costs one write: what is looked at too early
 * is put off.
 */
export const createRemindDrafts = (deps: Deps) => {
  const { clock, councils, mailer, siteUrl, store } = deps;
  const drafts = createDraftStore(deps);

  const once = createOnce(deps);

  const remind = async (council: Council, address: string, draft: Draft): Promise<boolean> => {
    if (await isOfTheDead(deps, council.slug, address)) return true;
    const form = formAsAsked(deps, council, draft.form);
    const unfinished = form && new Set(unfinishedPages(form, draft).map(({ page }) => page.id));
    const parts = form && partsCounted(form, draft.answers, unfinished);
    // The templates are read on a day on which there is somebody to remind.
    const { linkEmail } = await import('../../templates/emails/emails.ts');
    const { ok } = await mailer.send({
      to: address,
      from: council.name,
      email: writtenAs(deps, draft, () =>
        linkEmail('draft-lapsing', {
          council: printable(council),
          url: `${siteUrl}/${council.slug}/return`,
          until: readableDate(draft.keptUntil),
          ...(parts && { parts }),
        }),
      ),
      tags: { council: council.slug, reference: 'none', message: 'draft-lapsing' },
    });
    return ok;
  };

  /** Looks at one draft: to forget what found it, to put it off, or to remind of it. Answers whether a mail was sent. */
  const look = async (slug: CouncilSlug, pointer: DraftPointer, today: IsoDate): Promise<boolean> => {
    const draft = await drafts.read(slug, pointer.id);
    const isOver = draft?.sent !== undefined && draft.sent.recalledAt === undefined;
    if (draft?.email === undefined || isOver) {
      await drafts.unpoint(pointer);
      return false;
    }
    const remindOn = addDays(draft.keptUntil, -remindDaysBefore);
    if (remindOn > today) {
      await drafts.point({ ...pointer, version: pointer.version + 1, lookOn: remindOn, reminded: false });
      return false;
    }
    // The council has a form that was called back, as it was sent: nobody is told that they have not sent it.
    const isDue = !pointer.reminded && draft.sent === undefined && mayBeReminded(draft.answers);
    const { address } = draft.email;
    // One mail leads back to every form of an address, however many somebody has saved there.
    const name = `draft-lapsing#${pointer.address}#${today}`;
    const isReminded = isDue && (await once(slug, name, () => remind(councils.known(slug), address, draft)));
    const lookOn = addDays(draft.keptUntil, 1);
    await drafts.point({ ...pointer, version: pointer.version + 1, lookOn, reminded: true });
    return isReminded;
  };

  return async (_event?: unknown, run: Run = unending) => {
    const today = londonDate(clock.now());
    const failures: unknown[] = [];
    let reminded = 0;
    let done = true;
    for (const slug of councils.slugs) {
      const isDone = await store.walks.walk<DraftPointer[]>({
        name: `remind-drafts#${slug}`,
        run,
        read: (after) => drafts.toLookAt(slug, today, after),
        // One that fails keeps nobody else from being reminded; it is met again when the walk begins anew.
        take: async (pointers) => {
          for (const pointer of pointers) {
            const isReminded = await look(slug, pointer, today).catch((error: unknown) => {
              failures.push(error);
              return false;
            });
            reminded += Number(isReminded);
          }
        },
      });
      done &&= isDone;
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} forms could not be looked at`);
    return { reminded, done };
  };
};

export const handler = jobHandler(
  'remind-drafts',
  z.strictObject({ reminded: z.int(), done: z.boolean() }),
  createRemindDrafts,
);
