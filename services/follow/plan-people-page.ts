import type { Problem } from '../../schemas/answers.ts';
import { planInvitationForm } from '../../schemas/forms/plan-invitation.ts';
import { caseFormPage, doneOnCasePage } from '../../templates/pages/case-pages.ts';
import { type CouncilRequest, page, type SiteResponse } from '../web/site.ts';
import type { CaseReader } from './case-access.ts';
import { mayInvite } from './plan-people.ts';

/** The form with which somebody is invited to help with the plan, as it was typed and with what is wrong with it. */
export const invitePage = (
  { council }: CouncilRequest,
  reader: CaseReader,
  values: Readonly<Record<string, unknown>> = {},
  wrong: readonly Problem[] = [],
): SiteResponse => {
  const { reference } = reader.careCase;
  if (!mayInvite(reader)) {
    const lines = ['Only the person can invite somebody, or a member of staff for them.'];
    return page(403, doneOnCasePage({ council, reference, heading: 'You cannot invite others', lines }));
  }
  const of = { council, reference, csrf: reader.session.csrf, part: 'plan/people', form: planInvitationForm };
  return page(wrong.length > 0 ? 400 : 200, caseFormPage({ ...of, values, problems: wrong }));
};
