import { casePath, forReaders } from '../common/case-access.ts';
import { createCaseDocuments } from '../common/case-documents.ts';
import { seeOther } from '../common/draft-calls.ts';

/**
 * Where the bucket sends a browser on to: takes in what it has put there for this case, as `take-draft-document.ts` does for a form.
 * GET /{council}/case/{reference}/documents/uploaded/{upload}
 */
export const call = forReaders((deps) => async ({ params }, reader) => {
  const taken = await createCaseDocuments(deps).takeIn(reader, params['upload'] ?? '');
  const to = casePath(reader.careCase, 'documents');
  return seeOther(taken.outcome === 'refused' ? `${to}?file=${taken.why}` : to);
});
