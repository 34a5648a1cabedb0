import { calendarVisit } from '../../domain/journey/visit-calendar.ts';
import { visit } from '../../schemas/case.ts';
import { calendarFile } from '../../services/documents/calendar.ts';
import { casePath, forReaders } from '../../services/follow/case-access.ts';
import { problems } from '../../services/runtime/problems.ts';
import { file } from '../../services/web/site.ts';

/** A visit for one's calendar, or that it is called off. GET /{council}/case/{reference}/visits/{purpose} */
export const call = forReaders((deps) => async ({ council, params }, { careCase }) => {
  const purpose = visit.shape.purpose.safeParse(params['purpose']);
  const records = await deps.store.records(careCase.council, careCase.reference, 'work');
  const found = purpose.success ? calendarVisit(careCase, records, purpose.data) : undefined;
  if (found === undefined) throw problems.notFound();
  const words = {
    summary: `${council.name} (${careCase.reference})`,
    url: `${deps.siteUrl}${casePath(careCase)}`,
  };
  const content = await calendarFile(found, words, deps.clock.now());
  return file('text/calendar; charset=utf-8', content, `${careCase.reference}-${found.purpose}.ics`);
});
