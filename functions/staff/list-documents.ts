import { partOfDocument } from '../../domain/access/part-of.ts';
import { documentList } from '../../schemas/api.ts';
import { casePage } from '../../services/casework/case-frame.ts';
import { givenDocuments } from '../../services/documents/sent-documents.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { wantsPage } from '../../services/web/staff-forms.ts';
import { permittedCase } from '../../services/work/permitted-case.ts';

/** The documents of a case, the oldest first; as a page, with its copies and letters. GET /{council}/staff/cases/{reference}/documents */
export const call: StaffCall = (deps) => async (request) => {
  if (wantsPage(request)) {
    const { documentsView } = await import('../../services/casework/case-documents.ts');
    return casePage(deps, request, 'documents', 'staff/case-documents.njk', (opened) =>
      documentsView(deps, request, opened),
    );
  }
  const { careCase, may } = await permittedCase(deps, request, { part: 'identity', section: 'documents' });
  const all = givenDocuments(await deps.store.records(careCase.council, careCase.reference, 'document')).filter(
    (document) => may(partOfDocument(document)),
  );
  const documents = await Promise.all(
    all.map(async ({ id, name, size, type, question, at, key }) => ({
      id,
      name,
      size,
      type,
      question,
      sentAt: at,
      scan: await deps.documents.scan(key),
    })),
  );
  return json(200, documentList, { documents });
};
