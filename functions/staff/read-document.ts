import { partOfDocument } from '../../domain/access/part-of.ts';
import { documentAddress } from '../../schemas/api.ts';
import { givenDocuments } from '../../services/documents/sent-documents.ts';
import { documentLink } from '../../services/follow/case-documents.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { seeOther, wantsPage } from '../../services/web/staff-forms.ts';
import { knownReference, permittedCase } from '../../services/work/permitted-case.ts';

/**
 * An address at which a document can be had for a minute; from a page, the way there. Who opened it is written down before it is given.
 * GET /{council}/staff/cases/{reference}/documents/{id}
 */
export const call: StaffCall = (deps) => async (request) => {
  const { council, params } = request;
  const all = givenDocuments(await deps.store.records(council.slug, knownReference(request), 'document'));
  const found = all.find(({ id }) => id === params['id']);
  if (found === undefined) throw problems.notYours();
  await permittedCase(deps, request, { part: partOfDocument(found), section: 'document', about: found.id });
  const url = await documentLink(deps, found, all);
  if (wantsPage(request)) return seeOther(url);
  const { id, name, size, type } = found;
  return json(200, documentAddress, { id, name, size, type, url });
};
