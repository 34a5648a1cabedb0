import type { CareCase } from '../../schemas/case.ts';
import type { HeldDocument } from '../../schemas/documents.ts';
import type { DocumentRecord } from '../../schemas/records.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Deps } from '../deps.ts';
import { allowUpload } from '../documents/allow-upload.ts';
import { documentClaims, givenDocuments } from '../documents/sent-documents.ts';
import { createUploads, refusals, type UploadOwner } from '../documents/uploads.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { seeOther } from '../web/staff-forms.ts';
import { caseRoles, permittedCase } from '../work/permitted-case.ts';
import { casePage, openCase } from './case-frame.ts';
import { staffCasePath } from './case-sections.ts';

/** What stands in a document's record in place of the question that it answers. */
export const addedByStaff = 'addedByStaff';

/** Documents that staff may add to one case. */
const most = 200;

const ownerOf = ({ council, reference }: CareCase): UploadOwner => ({
  kind: 'case',
  council,
  id: `${reference}_staff`,
});

/** The page on which a document is put on a case: the browser posts it straight to the bucket. */
export const showDocumentAdd = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  await permittedCase(deps, request, caseRoles);
  const opened = await openCase(deps, request, 'documents', 'documents');
  const careCase = opened.case;
  const backTo = (upload: string) => `${deps.siteUrl}${staffCasePath(careCase, `documents/added/${upload}`)}`;
  const upload = await createUploads(deps).form(ownerOf(careCase), backTo);
  const { documentAddView } = await import('../../templates/staff/document-add.ts');
  const refused = refusals.find((one) => one === request.query['file']);
  const view = documentAddView({ upload, refused, most, back: staffCasePath(careCase, 'documents') });
  return allowUpload(
    await casePage(deps, request, 'documents', 'staff/document-add.njk', view, { opened, title: 'Add a document' }),
    upload,
  );
};

const keep = async (
  deps: Deps,
  careCase: CareCase,
  { id, name, size, type, sha256 }: HeldDocument,
  by: { readonly kind: 'staff'; readonly id: string; readonly role: StaffRole },
): Promise<boolean> => {
  const { council, reference } = careCase;
  const record: DocumentRecord = {
    ...{ council, reference, id, version: 1, at: deps.clock.now(), by },
    kind: 'document',
    question: addedByStaff,
    ...{ name, size, type, sha256, key: deps.documents.keyOf(council, id) },
  };
  const authority = 'The record of the case';
  const event = eventOf(deps, careCase, { actor: by, action: 'document-added', about: id, authority });
  const written = await deps.store.commit({ records: [record], claims: documentClaims([record]), events: [event] });
  // Taken in twice is the same document.
  return written || (await deps.store.record(council, reference, 'document', id)) !== undefined;
};

/** Where the bucket sends the browser on to: the document becomes the case's in one change, and nothing waits. */
export const takeStaffDocument = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  const { careCase, role } = await permittedCase(deps, request, caseRoles);
  const have = givenDocuments(await deps.store.records(careCase.council, careCase.reference, 'document')).map(
    ({ at, ...document }) => ({ ...document, addedAt: at }),
  );
  const by = { kind: 'staff', id: request.staff.id, role } as const;
  const taken = await createUploads(deps).takeIn(
    ownerOf(careCase),
    request.params['upload'] ?? '',
    { have, most },
    async (document) => {
      if (await keep(deps, careCase, document, by)) return true;
      throw problems.busy();
    },
  );
  if (taken.outcome === 'refused') return seeOther(staffCasePath(careCase, `documents/add?file=${taken.why}`));
  return seeOther(staffCasePath(careCase, 'documents'), taken.outcome === 'taken' ? 'document-added' : undefined);
};
