import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { personsDocuments } from '../../services/documents/sent-documents.ts';
import { casePath, forReaders, noteRead } from '../../services/follow/case-access.ts';
import { copiesOf } from '../../services/follow/case-copies.ts';
import { heldAbout } from '../../services/follow/case-export.ts';
import { everyNote } from '../../services/follow/every-note.ts';
import { exportedDocuments } from '../../services/follow/exported-documents.ts';
import { problems } from '../../services/runtime/problems.ts';
import { file } from '../../services/web/site.ts';
import { allCopiesPage } from '../../templates/pages/case-pages.ts';

/**
 * Everything that is held in the case, in one zip: as data for a machine, as copies for a person, and the documents that fit.
 * GET /{council}/case/{reference}/everything
 *
 * @see UK GDPR Article 15 (access) and Article 20 (portability)
 */
export const call = forReaders((deps) => async ({ council }, reader) => {
  const { reference } = reader.careCase;
  // First, so that this reading is in what is read.
  await noteRead(deps, reader, 'everything-downloaded', reference);
  const whole = await deps.store.whole(council.slug, reference);
  if (whole === undefined) throw problems.notFound();
  const notes = reader.as === 'person' ? await everyNote(deps, whole.case) : [];
  const { strToU8, zipSync } = await import('fflate');
  const now = deps.clock.now();
  const copies = copiesOf(council, whole.records);
  const html = allCopiesPage({ council, reference, madeOn: readableDate(londonDate(now)), copies });
  const files = {
    'everything.json': strToU8(JSON.stringify(heldAbout(whole, reader.as, notes), null, 2)),
    'copies.html': strToU8(html),
    ...(await exportedDocuments(deps, personsDocuments(whole.records), casePath(reader.careCase, 'documents'))),
  };
  return file('application/zip', Buffer.from(zipSync(files, { mtime: now })), `${reference}.zip`);
});
