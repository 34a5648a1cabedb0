import type { TaskView } from '../../schemas/api.ts';
import { workLists } from '../../schemas/work-lists.ts';
import { UnexpectedAnswer } from './client.ts';
import { sectionFields } from './section-fields.ts';

/** Somebody of the staff at a browser without scripts. */
export type StaffDesk = ReturnType<typeof createStaffDesk>;

/** What a browser got, and where it ended up. */
type Page = { readonly status: number; readonly text: string; readonly path: string };

const entities: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

/** What stands in a hidden field of a page. */
const hidden = ({ text }: Pick<Page, 'text'>, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`)
    .exec(text)?.[1]
    ?.replaceAll(/&(quot|#39|lt|gt|amp);/g, (one) => entities[one] ?? one) ?? '';

/** The words of the main part of a page, to say what it refused. */
const wordsOf = ({ text }: Pick<Page, 'text'>): string =>
  (/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

/**
 * One member of the example staff at their desk: they follow the link of a task, sign in when they are asked to (after a night, each morning), answer
 * section after section, check and finish, by the pages and forms alone.
 *
 * @param id whom the sign-in pages are to take them for
 */
export const createStaffDesk = ({ url, council }: { readonly url: string; readonly council: string }, id: string) => {
  const cookies = new Map<string, string>();

  const send = async (
    address: string,
    form?: URLSearchParams,
  ): Promise<Page & { readonly location: string | null }> => {
    const response = await fetch(new URL(address, url), {
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location');
    return { status: response.status, text: await response.text(), path: new URL(address, url).pathname, location };
  };

  /** Follows where a page leads. Whoever is asked to sign in presses their own name. */
  const follow = async (address: string, form?: URLSearchParams): Promise<Page> => {
    let page = await send(address, form);
    for (let hops = 0; page.location !== null && hops < 12; hops += 1) {
      const onward = page.location.includes('/staff/sign-in?') ? `${page.location}&who=${id}` : page.location;
      page = await send(onward);
    }
    if (page.status >= 400)
      throw new UnexpectedAnswer(`${form ? 'POST' : 'GET'} ${address}`, page.status, wordsOf(page));
    return page;
  };

  return {
    open: (address: string): Promise<Page> => follow(address),

    /** Finishes a task by its pages. @throws UnexpectedAnswer where a page refuses what was sent */
    async finish(
      { id: task, kind }: Pick<TaskView, 'id' | 'kind'>,
      answers: Readonly<Record<string, unknown>>,
    ): Promise<void> {
      const here = `/${council}/staff/tasks/${task}`;
      await follow(here);
      for (const [section, fields] of sectionFields(workLists[kind], answers)) {
        // What these answers do not ask is left as it is.
        if (fields.every(([, value]) => value === '')) continue;
        const page = await follow(`${here}/sections/${section}`);
        const form = new URLSearchParams(fields);
        for (const name of ['csrf', 'was']) form.set(name, hidden(page, name));
        await follow(`${here}/sections/${section}`, form);
      }
      const check = await follow(`${here}/check`);
      const form = new URLSearchParams({ csrf: hidden(check, 'csrf'), version: hidden(check, 'version') });
      await follow(`${here}/complete`, form);
    },
  };
};
