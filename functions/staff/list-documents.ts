import { documentList } from '../../schemas/api.ts';
import { documentRoles, permittedCase } from '../common/permitted-case.ts';
import { givenDocuments } from '../common/sent-documents.ts';
import { json, type StaffCall } from '../common/site.ts';

/** The documents of a case, the oldest first. GET /{council}/staff/cases/{reference}/documents */
export const call: StaffCall = (deps) => async (request) => {
  const { careCase } = await permittedCase(deps, request, documentRoles);
  const all = givenDocuments(await deps.store.records(careCase.council, careCase.reference, 'document'));
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
