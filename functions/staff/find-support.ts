import { supportThatFits } from '../../domain/plan/support.ts';
import { problemsOf } from '../../schemas/answers.ts';
import { supportFound, supportWanted } from '../../schemas/support-catalogue.ts';
import { entrySeen, supportPage } from '../../services/casework/support-page.ts';
import { problems } from '../../services/runtime/problems.ts';
import { supportOf } from '../../services/runtime/support-catalogues.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { wantsPage } from '../../services/web/staff-forms.ts';

/**
 * The support in the council's catalogue that fits, the most fitting first: as a page, or as JSON all of it.
 * GET /{council}/staff/support
 *
 * `?kind=`, `?outcome=`, `?for=` and `?words=` each narrow the list. Nothing about a person is asked or told.
 */
export const call: StaffCall = (deps) => async (request) => {
  if (wantsPage(request)) return supportPage(deps, request);
  const { council, query } = request;
  const wanted = supportWanted.safeParse(query);
  if (!wanted.success) throw problems.invalid(problemsOf(wanted.error));
  const support = supportThatFits(await supportOf(council.slug), wanted.data);
  return json(200, supportFound, { support: support.map((one) => entrySeen(one, council)) });
};
