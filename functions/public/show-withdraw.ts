import { seeOther } from '../../services/apply/draft-calls.ts';
import { casePath, forReaders } from '../../services/follow/case-access.ts';
import { page } from '../../services/web/site.ts';
import { withdrawPage } from '../../templates/pages/case-pages.ts';

/** Asks whether to withdraw, and says what it means. GET /{council}/case/{reference}/withdraw */
export const call = forReaders(
  () =>
    async ({ council }, { careCase, session }) =>
      careCase.closed
        ? seeOther(casePath(careCase))
        : page(200, withdrawPage({ council, reference: careCase.reference, csrf: session.csrf })),
);
