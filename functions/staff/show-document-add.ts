import { showDocumentAdd } from '../../services/casework/staff-documents.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** The page on which staff add a document to a case. GET /{council}/staff/cases/{reference}/documents/add */
export const call: StaffCall = (deps) => (request) => showDocumentAdd(deps, request);
