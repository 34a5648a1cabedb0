import { forReaders } from '../common/case-access.ts';
import { signingPage } from '../common/signing-page.ts';

/** The record of a review with the place to sign. GET /{council}/case/{reference}/sign/{id} */
export const call = forReaders((deps) => (request, reader) => signingPage(deps, request, reader, 200, []));
