import { forReaders } from '../../services/follow/case-access.ts';
import { caseDocumentsResponse } from '../../services/follow/case-documents-response.ts';

/** The documents of a case, and a form to send more. GET /{council}/case/{reference}/documents */
export const call = forReaders((deps) => (request, reader) => caseDocumentsResponse(deps, request, reader));
