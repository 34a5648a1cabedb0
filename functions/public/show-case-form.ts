import { randomUUID } from 'node:crypto';
import { caseForms, hasProof } from '../../schemas/forms/case-forms.ts';
import { forReaders } from '../../services/follow/case-access.ts';
import { createCaseDocuments } from '../../services/follow/case-documents.ts';
import { askedBy } from '../../services/runtime/council-lists.ts';
import { problems } from '../../services/runtime/problems.ts';
import { page } from '../../services/web/site.ts';
import { caseFormPage } from '../../templates/pages/case-pages.ts';

/** Something to ask or to tell us: a short form on one page. GET /{council}/case/{reference}/ask/{form} */
export const call = forReaders((deps) => async ({ council, params }, reader) => {
  const { careCase, session } = reader;
  const base = caseForms.get(params['form'] ?? '');
  if (base === undefined) throw problems.notFound();
  const form = askedBy(council, base);
  const of = { council, reference: careCase.reference, csrf: session.csrf, part: `ask/${form.id}`, form };
  const added = hasProof(form) ? (await createCaseDocuments(deps).waiting(reader)).map(({ name }) => name) : [];
  return page(200, caseFormPage({ ...of, values: {}, problems: [], added, submissionKey: randomUUID() }));
});
