import { seeOther } from '../../services/apply/draft-calls.ts';
import { casePath, forReaders } from '../../services/follow/case-access.ts';
import { createCaseDocuments } from '../../services/follow/case-documents.ts';

/**
 * Where the bucket sends a browser on to: takes in what it has put there for this case, as `take-draft-document.ts` does for a form.
 * GET /{council}/case/{reference}/documents/uploaded/{upload}
 */
export const call = forReaders((deps) => async ({ params }, reader) => {
  const taken = await createCaseDocuments(deps).takeIn(reader, params['upload'] ?? '');
  const to = casePath(reader.careCase, 'documents');
  return seeOther(taken.outcome === 'refused' ? `${to}?file=${taken.why}` : to);
});
