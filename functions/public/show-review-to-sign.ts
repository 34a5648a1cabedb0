import { forReaders } from '../../services/follow/case-access.ts';
import { signingPage } from '../../services/follow/signing-page.ts';

/** The record of a review with the place to sign. GET /{council}/case/{reference}/sign/{id} */
export const call = forReaders((deps) => (request, reader) => signingPage(deps, request, reader));
