import * as z from 'zod';
import { routes } from './routes.ts';
import { isoDate } from './scalars.ts';

/** The most that somebody may write of a page. */
export const mostWords = 1200;

/** What somebody said of a page: nothing of who they are, and of the page its kind alone, never whose it was. */
export const pageFeedback = z.strictObject({
  /** The page by its pattern, such as `/draft/pages/about-you` or `/requests/{reference}`; empty where it is about all of it. */
  about: z.string().max(100),
  useful: z.enum(['yes', 'no']),
  words: z.string().max(mostWords).optional(),
  on: isoDate,
});
export type PageFeedback = z.infer<typeof pageFeedback>;

/** What in a path says which page it is, and never whose. */
const told: ReadonlySet<string> = new Set(['form', 'page']);
const own = '/{council}';

/** A page as feedback names it: its pattern below the council's, with the form and the page of a form, which are the same for everybody. */
export const pageOf = (pattern: string, params: Readonly<Record<string, string>>): string =>
  pattern
    .slice(own.length)
    .replaceAll(/\{(\w+)\}/g, (all, name: string) =>
      told.has(name) && /^[a-z0-9-]{1,60}$/.test(params[name] ?? '') ? (params[name] ?? all) : all,
    );

const patterns = routes
  .filter(({ site, method, path }) => site === 'public' && method === 'GET' && path.startsWith(own))
  .map(({ path }) =>
    path
      .slice(own.length)
      .split(/(\{\w+\})/)
      .map((part) => {
        const [, name = ''] = /^\{(\w+)\}$/.exec(part) ?? [];
        if (name === '') return part.replaceAll(/[.+]/g, '\\$&');
        return told.has(name) ? `(?:[a-z0-9-]{1,60}|\\{${name}\\})` : `\\{${name}\\}`;
      })
      .join(''),
  );
const known = new RegExp(`^(?:${patterns.join('|')})$`);

/** The page that an address names for feedback; empty where it names none of ours. */
export const knownPage = (typed: string | undefined): string =>
  typed !== undefined && typed.length <= 100 && known.test(typed) ? typed : '';
