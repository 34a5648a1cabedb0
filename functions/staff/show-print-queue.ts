import { readableDate } from '../../domain/time/readable-date.ts';
import { printQueue as schema } from '../../schemas/api.ts';
import { printQueue } from '../../services/casework/print-queue.ts';
import { staffPage } from '../../services/casework/staff-frame.ts';
import { filterOf } from '../../services/casework/work-list.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { wantsPage } from '../../services/web/staff-forms.ts';

/** The letters and copies that wait to be printed and sent. GET /{council}/staff/print, as JSON or as a page */
export const call: StaffCall = (deps) => async (request) => {
  // What is wrong in the address is said as on the list of work.
  filterOf(request.query);
  const queue = await printQueue(deps, request);
  if (!wantsPage(request)) return json(200, schema, queue);
  return staffPage(deps, request, 'staff/print-queue.njk', {
    title: 'Letters to print',
    letters: queue.letters.map(({ dueOn, task, ...rest }) => ({
      ...rest,
      due: readableDate(dueOn),
      url: `/${request.council.slug}/staff/tasks/${task}`,
    })),
    pagination: {
      ...(queue.previous && { previous: { href: queue.previous } }),
      ...(queue.next && { next: { href: queue.next } }),
    },
  });
};
