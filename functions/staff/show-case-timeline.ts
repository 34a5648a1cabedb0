import { caseTimeline } from '../../schemas/api.ts';
import { casePage, openCase } from '../../services/casework/case-frame.ts';
import { timelineFilter, timelinePart, timelineView } from '../../services/casework/case-timeline.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { wantsPage } from '../../services/web/staff-forms.ts';

/** What was done to a case and to its person, the newest first, some lines at a time. GET /{council}/staff/cases/{reference}/timeline */
export const call: StaffCall = (deps) => async (request) => {
  if (wantsPage(request)) {
    return casePage(deps, request, 'timeline', 'staff/case-timeline.njk', (opened) =>
      timelineView(deps, request, opened),
    );
  }
  const opened = await openCase(deps, request, 'timeline');
  const { filter, wrong } = timelineFilter(request.query);
  if (wrong.length > 0) throw problems.invalid(wrong);
  const { lines, next } = await timelinePart(deps, opened, filter);
  return json(200, caseTimeline, { events: [...lines], ...(next && { next }) });
};
