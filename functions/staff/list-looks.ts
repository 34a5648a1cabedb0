import { londonDate } from '../../domain/time/clock-time.ts';
import { looksOfDay } from '../../schemas/access.ts';
import { isoDate } from '../../schemas/scalars.ts';
import { createWhoLooked } from '../../services/access/who-looked.ts';
import { looksPage } from '../../services/casework/access-pages.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { wantsPage } from '../../services/web/staff-forms.ts';

/** Who looked at cases without a task on a day, today where none is asked for. Managers and safeguarding leads. GET /{council}/staff/looks */
export const call: StaffCall = (deps) => async (request) => {
  const day = isoDate.safeParse(request.query['day']).data ?? londonDate(deps.clock.now());
  const looks = await createWhoLooked(deps).withoutTask(request, day);
  return wantsPage(request) ? looksPage(deps, request, { day, looks }) : json(200, looksOfDay, { day, looks });
};
