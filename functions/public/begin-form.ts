import { expectOwnPage, seeOther } from '../../services/apply/draft-calls.ts';
import { createDrafts } from '../../services/apply/drafts.ts';
import { publicForm } from '../../services/apply/public-forms.ts';
import { problems } from '../../services/runtime/problems.ts';
import { expectOneLeft } from '../../services/web/limits.ts';
import type { CouncilCall } from '../../services/web/site.ts';
import { draftUrl, questionUrl } from '../../templates/pages/draft-pages.ts';

/**
 * Begins a form and goes to its first page. POST /{council}/forms/{form}
 *
 * It begins in Easy Read where the button with pictures was pressed. A field that no person sees is filled in by machines alone: they are
 * sent back to where they came from, and nothing is stored.
 */
export const call: CouncilCall = (deps) => async (request) => {
  const { council, params, body } = request;
  const form = publicForm(deps, council, params.form ?? '')?.form;
  if (form === undefined) throw problems.unknownForm();
  expectOwnPage(deps, request);
  const fields = new URLSearchParams(body);
  if (fields.get('website')) return seeOther(`/${council.slug}/forms/${form.id}`);
  await expectOneLeft(deps, council, 'draft', request.sender);
  const cookie = await createDrafts(deps).begin(council.slug, form, fields.get('words') === 'easy-read');
  const first = form.sections[0]?.pages[0];
  return seeOther(first ? questionUrl(council, first.id) : draftUrl(council), cookie);
};
