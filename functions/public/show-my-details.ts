import { readAnswers } from '../../schemas/answers.ts';
import { todayIn } from '../../services/apply/draft-calls.ts';
import { forReaders } from '../../services/follow/case-access.ts';
import { detailsForm, detailsOf } from '../../services/follow/contact-details.ts';
import { createKeptCaseForms } from '../../services/follow/kept-case-forms.ts';
import { page } from '../../services/web/site.ts';
import { caseFormPage } from '../../templates/pages/case-pages.ts';

/** The contact details that we have, to correct; with `?wrong=yes` what was typed last, and what is wrong with it. GET /{council}/case/{reference}/details */
export const call = forReaders((deps) => async ({ council, query }, reader) => {
  const { careCase, person, session, as } = reader;
  const form = detailsForm(as);
  const typed =
    query['wrong'] === 'yes' ? (await createKeptCaseForms(deps).of(reader, form)).unfinished?.[form.id] : undefined;
  const read = typed && readAnswers(form, todayIn(deps), typed);
  const problems = read?.outcome === 'problems' ? read.problems : [];
  return page(
    problems.length > 0 ? 400 : 200,
    caseFormPage({
      council,
      reference: careCase.reference,
      csrf: session.csrf,
      part: 'details',
      form,
      values: typed ?? detailsOf({ careCase, person }, as),
      problems,
    }),
  );
});
