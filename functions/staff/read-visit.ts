import { calendarVisit } from '../../domain/journey/visit-calendar.ts';
import { visit } from '../../schemas/case.ts';
import { calendarFile } from '../../services/documents/calendar.ts';
import { problems } from '../../services/runtime/problems.ts';
import { file, type StaffCall } from '../../services/web/site.ts';
import { caseRoles, permittedCase } from '../../services/work/permitted-case.ts';

/** A visit for the calendar of whoever comes, or that it is called off. GET /{council}/staff/cases/{reference}/visits/{purpose} */
export const call: StaffCall = (deps) => async (request) => {
  const { careCase } = await permittedCase(deps, request, caseRoles);
  const purpose = visit.shape.purpose.safeParse(request.params['purpose']);
  const records = await deps.store.records(careCase.council, careCase.reference, 'work');
  const found = purpose.success ? calendarVisit(careCase, records, purpose.data) : undefined;
  if (found === undefined) throw problems.notYours();
  const { reference } = careCase;
  const words = {
    summary: `${found.purpose === 'review' ? 'Review' : 'Assessment'}: case ${reference}`,
    url: `${deps.siteUrl}/${request.council.slug}/staff/cases/${reference}`,
  };
  const content = await calendarFile(found, words, deps.clock.now());
  return file('text/calendar; charset=utf-8', content, `${reference}-${found.purpose}.ics`);
};
