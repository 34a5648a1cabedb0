import { londonDate } from '../../domain/time/clock-time.ts';
import { typedDay } from '../../domain/time/typed-day.ts';
import { looksOfDay } from '../../schemas/access.ts';
import { createWhoLooked } from '../../services/access/who-looked.ts';
import { looksPage } from '../../services/casework/access-pages.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { wantsPage } from '../../services/web/staff-forms.ts';

/** Who looked at cases without a task on a day, today where none is asked for. Managers and safeguarding leads. GET /{council}/staff/looks */
export const call: StaffCall = (deps) => async (request) => {
  const asked = request.query['day']?.trim();
  const typed = asked ? typedDay(asked) : undefined;
  const day = typed ?? londonDate(deps.clock.now());
  const looks = await createWhoLooked(deps).withoutTask(request, day);
  if (!wantsPage(request)) return json(200, looksOfDay, { day, looks });
  return looksPage(deps, request, { day, looks, ...(asked && !typed && { notADay: asked }) });
};
