import type { StaffRole } from '../../schemas/staff.ts';
import { submittedBody } from '../templates/page-inputs.ts';
import { council, type TestPlatform } from './platform.ts';

/** The pages of a task as staff without a script meet them. */
export const taskPages = (platform: TestPlatform, id: string) => {
  const here = `/${council}/staff/tasks/${id}`;
  const html = { accept: 'text/html' };
  const open = (as: StaffRole, part = '') => platform.send('GET', here + part, { as, headers: html });
  const post = (as: StaffRole, part: string, fields: URLSearchParams, accept = 'text/html') =>
    platform.send('POST', here + part, {
      as,
      headers: { accept, 'content-type': 'application/x-www-form-urlencoded' },
      body: fields.toString(),
    });
  /** What the form on a page would send, with other values in some of its fields. */
  const form = (page: string, changes: Readonly<Record<string, string | readonly string[]>> = {}) => {
    const [, inside = ''] = /<form method="post"[^>]*novalidate[^>]*>([\s\S]*?)<\/form>/.exec(page) ?? [];
    const fields = new URLSearchParams(submittedBody(inside));
    for (const [name, value] of Object.entries(changes)) {
      fields.delete(name);
      for (const one of [value].flat()) fields.append(name, one);
    }
    return fields;
  };
  return { here, open, post, form };
};
