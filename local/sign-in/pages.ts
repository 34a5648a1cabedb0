import nunjucks from 'nunjucks';
import type { ExampleStaffMember } from './example-staff.ts';

const views = new nunjucks.Environment(new nunjucks.FileSystemLoader(import.meta.dirname), {
  autoescape: true,
  throwOnUndefined: true,
});

const titleCase = (slug: string) =>
  slug.replace(/(^|-)([a-z])/g, (_, dash, letter) => `${dash && ' '}${letter.toUpperCase()}`);

/** The page on which someone chooses which of the example staff to be. Each choice posts to the page's own address. */
export const choosePage = (staff: readonly ExampleStaffMember[]): string =>
  views.render('choose.njk', {
    title: 'Choose who to sign in as',
    councils: [...Map.groupBy(staff, ({ council }) => council)].map(([council, members]) => ({
      name: titleCase(council),
      members: members.map(({ id, name, roles }) => ({
        id,
        name,
        roles: roles.map((role) => role.replaceAll('-', ' ')).join(', '),
      })),
    })),
  });

/** A page that says one thing, such as what went wrong. */
export const messagePage = (title: string, message: string): string => views.render('message.njk', { title, message });
