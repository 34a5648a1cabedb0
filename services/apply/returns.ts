import type { Council } from '../../schemas/council.ts';
import type { Draft } from '../../schemas/draft.ts';
import type { Deps } from '../deps.ts';
import { createLinks, type Link, type LinkSent } from '../mail/links.ts';
import { writtenAs } from '../mail/reading.ts';
import type { TypedBirth } from '../web/typed-birth.ts';
import { createDrafts } from './drafts.ts';

/** An id that no draft has. */
const nobodys = 'A'.repeat(22);

/** Coming back to saved forms by a link in an email. */
export const createReturns = (deps: Deps) => {
  const drafts = createDrafts(deps);
  const links = createLinks(deps);

  /** The forms that a link opens and that are still there to be opened. */
  const draftsOf = async (council: Council, { subjects }: Link): Promise<Draft[]> => {
    const found = await Promise.all(subjects.map((id) => drafts.read(council.slug, id)));
    return found
      .filter((one) => one !== undefined)
      .filter(({ sent }) => sent === undefined || sent.recalledAt !== undefined);
  };

  return {
    drafts,
    links,
    draftsOf,

    /**
     * Mails a link to every unsent form of an address, or does nothing that could be seen where there is none.
     *
     * @returns what became of it, for whoever has the form open; nobody else is told
     */
    async sendLink(council: Council, address: string): Promise<LinkSent['state']> {
      const found = await drafts.ofAddress(council.slug, address);
      // An address that nobody gave takes as long as one that has a form.
      if (found.length === 0) await drafts.read(council.slug, nobodys);
      const [latest] = found.toSorted((a, b) => b.savedAt.localeCompare(a.savedAt));
      const { state } = await links.send(council, {
        address,
        purpose: 'draft',
        path: `/${council.slug}/return`,
        subjects: found.map(({ id }) => id),
        ...(latest && { readAs: (write) => writtenAs(deps, latest, write) }),
      });
      return state;
    },
  };
};

/** Whether the form may be opened with this date of birth: it is the person's, or the person has not given one yet. */
export const opensWith =
  ({ typed }: TypedBirth) =>
  ({ answers }: Draft): boolean =>
    answers.dateOfBirth === undefined || answers.dateOfBirth === typed;

/** Whether any of these forms knows a date of birth, so that one is asked for. */
export const asksBirth = (found: readonly Draft[]): boolean =>
  found.some(({ answers }) => answers.dateOfBirth !== undefined);
