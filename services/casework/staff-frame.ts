import { routes } from '../../schemas/routes.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Deps } from '../deps.ts';
import { page, type SiteResponse, type StaffRequest } from '../web/site.ts';
import { dueNow } from './work-counts.ts';

/** The parts of the staff site: where each is, and for which roles; for all where none is named, for that which the council names where it names one. */
const parts: readonly {
  readonly path: string;
  readonly text: string;
  readonly roles?: readonly StaffRole[] | 'feedback';
}[] = [
  { path: '/{council}/staff/tasks', text: 'My work' },
  { path: '/{council}/staff/team', text: 'Team', roles: ['manager'] },
  { path: '/{council}/staff/find', text: 'Find a person' },
  { path: '/{council}/staff/open', text: 'Open a case' },
  { path: '/{council}/staff/support', text: 'Support' },
  { path: '/{council}/staff/print', text: 'To print', roles: ['contact-officer', 'manager'] },
  { path: '/{council}/staff/people', text: 'Staff', roles: ['manager'] },
  { path: '/{council}/staff/feedback', text: 'Said of pages', roles: 'feedback' },
  { path: '/{council}/staff/looks', text: 'Who looked', roles: ['manager', 'safeguarding-lead'] },
  { path: '/{council}/staff/settings', text: 'Settings', roles: ['manager'] },
  { path: '/{council}/staff/me', text: 'You' },
  { path: '/{council}/staff/tour', text: 'Tour' },
];

const myWork = '/{council}/staff/tasks';

const isThere = (path: string): boolean => routes.some((route) => route.path === path);

/** A page of staff in its frame. @param view what the template shows */
export const staffPage = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  { council, staff, query, path: shown }: StaffRequest,
  template: `staff/${string}.njk`,
  view: object,
  { status = 200, headers = {} }: { readonly status?: number; readonly headers?: Record<string, string> } = {},
): Promise<SiteResponse> => {
  const rolesFor = (roles: readonly StaffRole[] | 'feedback') =>
    roles === 'feedback' ? [council.feedback.readBy] : roles;
  const own = (path: string) => path.replace('{council}', council.slug);
  const [{ staffPageHtml }, member, waiting] = await Promise.all([
    import('../../templates/staff/frame.ts'),
    staff.name === undefined ? deps.store.staff(council.slug, staff.id) : undefined,
    dueNow(deps, council.slug, staff),
  ]);
  const html = staffPageHtml(
    template,
    {
      council,
      who: staff.name ?? member?.name ?? staff.id,
      csrf: staff.session?.csrf,
      path: shown,
      navigation: parts
        .filter(
          ({ path, roles }) =>
            isThere(path) && (roles === undefined || rolesFor(roles).some((role) => staff.roles.includes(role))),
        )
        .map(({ path, text }) => ({ href: own(path), text, waiting: path === myWork ? waiting : 0 })),
      findUrl: isThere('/{council}/staff/find') ? own('/{council}/staff/find') : undefined,
      signOutUrl: staff.session && own('/{council}/staff/sign-out'),
      done: query['done'],
    },
    view,
  );
  return page(status, html, headers);
};
