import { readableTime } from '../../domain/time/readable-date.ts';
import { pathMatcher } from '../../schemas/route-paths.ts';
import { routes } from '../../schemas/routes.ts';
import type { Deps } from '../deps.ts';
import { createKeptForms } from '../web/kept-forms.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { staffHome } from '../web/staff-sign-in.ts';
import { staffPage } from './staff-frame.ts';

const findPage = pathMatcher(routes.filter(({ site, method }) => site === 'staff' && method === 'GET'));

/** The page nearest to where a form goes: what posts to `…/tasks/{id}/complete` stands on the page of that task. */
const pageOf = (path: string): string | undefined =>
  path.endsWith('/staff') || findPage(path) !== undefined ? path : pageOf(path.slice(0, path.lastIndexOf('/')));

/** What stands in fields that say nothing to a person: marks of forms, keys, versions. */
const isShown = (name: string, value: string): boolean =>
  value.trim() !== '' && !['csrf', 'version', 'key', 'seen'].includes(name);

/** The page that asks whether to send what was kept, with what was typed; or says that there is nothing to send any more. */
export const keptFormPage = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  request: StaffRequest,
): Promise<SiteResponse> => {
  const { council, staff, params } = request;
  const found = await createKeptForms(deps).of(council, params['id'] ?? '', staff);
  if (found === undefined) {
    const view = {
      title: 'There is nothing to send here',
      detail:
        'What was kept has been sent or deleted, its 12 hours are over, or it belongs to somebody else. If you have just sent it, it is done.',
      errors: [],
      links: [{ href: staffHome(council.slug), text: 'Go to your work' }],
    };
    return staffPage(deps, request, 'staff/problem.njk', view, { status: 410 });
  }
  return staffPage(deps, request, 'staff/kept-form.njk', {
    title: 'What you typed was kept. It has not been sent',
    sentAt: readableTime(found.at),
    action: request.path,
    page: pageOf(found.path) ?? staffHome(council.slug),
    typed: [...new URLSearchParams(found.body)]
      .filter(([name, value]) => isShown(name, value))
      .map(([, value]) => value),
  });
};
