import { momentInWords } from '../../domain/time/moment-in-words.ts';
import { problemsOf } from '../../schemas/answers.ts';
import { sendHeldBody } from '../../schemas/api.ts';
import type { MailEntry } from '../../schemas/mail.ts';
import { mailWords } from '../../schemas/mail-words.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { formOf, seeOther } from '../web/staff-forms.ts';
import { createHeldMessages } from '../work/held-messages.ts';
import { caseRoles } from '../work/permitted-case.ts';
import { heldByDeath, sendHeldAction } from './case-actions.ts';
import { isSaidOnPage } from './case-form-page.ts';
import { casePage, type OpenedCase, openCase } from './case-frame.ts';
import { staffCasePath } from './case-sections.ts';

/** A message with whatever else its step wrote: all of its readers are told anew at once. */
const stepOf = ({ key }: MailEntry): string => key.split('.').slice(0, -1).join('.');

const heldPage = (
  deps: Deps,
  request: StaffRequest,
  opened: OpenedCase,
  { ticked = [], errors = [], status = 200 }: { ticked?: string[]; errors?: string[]; status?: number } = {},
): Promise<SiteResponse> => {
  const steps = Map.groupBy(heldByDeath(opened.mail), stepOf);
  return casePage(
    deps,
    request,
    'actions',
    'staff/case-held.njk',
    {
      notNow: sendHeldAction.whyNot(opened) ?? '',
      action: request.path,
      errors: errors.map((text) => ({ text, href: '#keys' })),
      error: errors.join(' '),
      items: [...steps.values()].flatMap(([line]) =>
        line
          ? [
              {
                value: line.key,
                text: mailWords[line.template],
                hint: { text: `Held at ${momentInWords(line.at)}` },
                checked: ticked.includes(line.key),
              },
            ]
          : [],
      ),
    },
    { opened, status, title: sendHeldAction.text },
  );
};

/** The page of what the record of a death has held back of a case, by GET. */
export const showHeld = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> =>
  heldPage(deps, request, await openCase(deps, request, 'actions', caseRoles));

/** Sends what was ticked on the page; what cannot be sent comes back with what was ticked. */
export const takeHeld = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  const ticked = formOf(request).getAll('keys');
  const opened = await openCase(deps, request, 'actions', caseRoles);
  try {
    const parsed = sendHeldBody.safeParse({ keys: ticked });
    if (!parsed.success) throw problems.invalid(problemsOf(parsed.error));
    const actor = { kind: 'staff', id: request.staff.id, role: opened.role } as const;
    await createHeldMessages(deps)(opened.case, parsed.data.keys, actor);
    return seeOther(staffCasePath(opened.case), 'held-sent');
  } catch (error) {
    if (!isSaidOnPage(error)) throw error;
    const { details } = error;
    const errors =
      ticked.length === 0
        ? ['Select the messages to send']
        : (details.errors ?? [{ message: details.detail }]).map(({ message }) => message);
    return heldPage(deps, request, opened, { ticked, errors, status: details.status });
  }
};
