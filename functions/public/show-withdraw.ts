import { withdrawPage } from '../../templates/pages/case-pages.ts';
import { casePath, forReaders } from '../common/case-access.ts';
import { seeOther } from '../common/draft-calls.ts';
import { page } from '../common/site.ts';

/** Asks whether to withdraw, and says what it means. GET /{council}/case/{reference}/withdraw */
export const call = forReaders(
  () =>
    async ({ council }, { careCase, session }) =>
      careCase.closed
        ? seeOther(casePath(careCase))
        : page(200, withdrawPage({ council, reference: careCase.reference, csrf: session.csrf })),
);
