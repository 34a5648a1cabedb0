import { takeStaffDocument } from '../../services/casework/staff-documents.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** Where the bucket sends a browser on to: the document is the case’s now. GET /{council}/staff/cases/{reference}/documents/added/{upload} */
export const call: StaffCall = (deps) => (request) => takeStaffDocument(deps, request);
