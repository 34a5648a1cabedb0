import { forReaders } from '../../services/follow/case-access.ts';
import { detailsForm, detailsOf } from '../../services/follow/contact-details.ts';
import { page } from '../../services/web/site.ts';
import { caseFormPage } from '../../templates/pages/case-pages.ts';

/** The contact details that we have, to correct. GET /{council}/case/{reference}/details */
export const call = forReaders(
  () =>
    async ({ council }, { careCase, person, session, as }) =>
      page(
        200,
        caseFormPage({
          council,
          reference: careCase.reference,
          csrf: session.csrf,
          part: 'details',
          form: detailsForm(as),
          values: detailsOf({ careCase, person }, as),
          problems: [],
        }),
      ),
);
