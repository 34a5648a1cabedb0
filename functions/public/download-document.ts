import { seeOther } from '../../services/apply/draft-calls.ts';
import { personsDocuments } from '../../services/documents/sent-documents.ts';
import { forReaders, noteRead } from '../../services/follow/case-access.ts';
import { documentLink } from '../../services/follow/case-documents.ts';
import { problems } from '../../services/runtime/problems.ts';

/**
 * Sends a browser on to a document of the case, by an address that works for a minute. That it was read is kept.
 * GET /{council}/case/{reference}/documents/{id}
 */
export const call = forReaders((deps) => async ({ params }, reader) => {
  const { council, reference } = reader.careCase;
  const all = personsDocuments(await deps.store.records(council, reference, 'document'));
  const found = all.find(({ id }) => id === params['id']);
  if (found === undefined) throw problems.notFound();
  const link = await documentLink(deps, found, all);
  await noteRead(deps, reader, 'document-downloaded', found.id);
  return seeOther(link);
});
