import type { Draft } from '../../schemas/draft.ts';
import { formOfHalf, type Half } from '../../schemas/together.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { expectOneLeft } from '../web/limits.ts';
import type { CouncilRequest } from '../web/site.ts';
import { isSent } from './draft-calls.ts';
import { createDrafts } from './drafts.ts';
import { publicForm } from './public-forms.ts';

/** Begins one of the two parts in this browser. @returns the cookie by which this browser, and no other, goes on with it */
export const beginPart = async (
  deps: Deps,
  { council, sender }: CouncilRequest,
  own: Half,
  together: () => Promise<Draft['together']>,
): Promise<Record<string, string>> => {
  const form = publicForm(deps, council, formOfHalf[own])?.form;
  if (form === undefined) throw problems.unknownForm();
  await expectOneLeft(deps, council, 'draft', sender);
  return createDrafts(deps).begin(council.slug, form, false, await together());
};

/** The title of the form that is open in this browser and not sent, if there is one: beginning a part closes it here. */
export const unfinishedHere = async (deps: Deps, request: CouncilRequest): Promise<string | undefined> => {
  const opened = await createDrafts(deps).open(request, false);
  return opened.state === 'open' && !isSent(opened.draft) ? opened.form.title : undefined;
};
