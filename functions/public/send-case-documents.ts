import { seeOther } from '../../services/apply/draft-calls.ts';
import { casePath, forPosts } from '../../services/follow/case-access.ts';
import { createCaseDocuments } from '../../services/follow/case-documents.ts';
import { createCaseRequests } from '../../services/follow/case-requests.ts';
import { page } from '../../services/web/site.ts';
import { doneOnCasePage } from '../../templates/pages/case-pages.ts';

/** Sends the documents that wait in a case, or takes one of them out. POST /{council}/case/{reference}/documents */
export const call = forPosts((deps) => async ({ council }, reader, fields) => {
  const documents = createCaseDocuments(deps);
  const { careCase } = reader;
  const back = seeOther(casePath(careCase, 'documents'));
  if (fields.get('action') === 'remove-document') {
    await documents.remove(reader, fields.get('document') ?? '');
    return back;
  }
  const waiting = await documents.waiting(reader);
  if (waiting.length === 0 || careCase.closed) return back;
  const ids = waiting.map(({ id }) => id);
  const key = fields.get('submissionKey') ?? '';
  await createCaseRequests(deps)(reader, 'send-documents', { documents: ids }, key, waiting);
  await documents.sent(reader, ids);
  const lines = ['We look at them and tell you what they change, if they change anything.'];
  return page(
    200,
    doneOnCasePage({ council, reference: careCase.reference, heading: 'We have your documents', lines }),
  );
});
