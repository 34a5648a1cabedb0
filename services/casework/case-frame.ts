import { caseSeen, type MayRead } from '../../domain/access/seen.ts';
import { type CaseStep, caseSteps } from '../../domain/journey/case-progress.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { type CasePart, partWords } from '../../schemas/access.ts';
import type { IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { PresentCase } from '../store/case-store.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { permittedCase, type Wanted } from '../work/permitted-case.ts';
import { alertsOf, safeContactOf } from './case-alerts.ts';
import { type CaseSection, caseSections, isCasePage, staffCasePath } from './case-sections.ts';
import { staffPage } from './staff-frame.ts';

/** A case that somebody has opened at a section: read once, without its history, and handed on to whatever the page shows. */
export type OpenedCase = PresentCase & {
  /** The role in which they read it. */
  readonly role: StaffRole;
  /** Whether they may read a part. What belongs to another is not among what is handed on; `withheld` names these parts. */
  readonly may: MayRead;
  readonly withheld: readonly CasePart[];
  /** Where the case stands is for everybody who opens it, so it is told from all that is kept. */
  readonly steps: readonly CaseStep[];
  readonly now: IsoInstant;
  readonly today: IsoDate;
};

/**
 * The case that a request names, for whoever may read this section of it. What their work does not need is not in it.
 *
 * @param wanted what they must be allowed to read where that is more than the section, such as one document
 * @throws Problem 403 alike where they may not and where there is no such case
 */
export const openCase = async (
  deps: Deps,
  request: StaffRequest,
  section: CaseSection,
  wanted: Wanted = { part: 'identity', section },
): Promise<OpenedCase> => {
  const { careCase, role, may } = await permittedCase(deps, request, wanted);
  const present = await deps.store.present(careCase.council, careCase.reference);
  if (present === undefined) throw problems.notYours();
  const now = deps.clock.now();
  const today = londonDate(now);
  const { seen, withheld } = caseSeen(present, may);
  return { ...seen, role, may, withheld, now, today, steps: caseSteps(present, today, request.council) };
};

/** Whole years from a birth to a day. */
export const ageOn = (born: IsoDate, today: IsoDate): number =>
  Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0);

/** How old somebody is, in words. */
export const ageWords = (born: IsoDate | undefined, today: IsoDate): string =>
  born ? `aged ${ageOn(born, today)}` : 'age not known';

/** What stands above every section of a case: who it is, how to reach them safely, alerts, and the way to the other sections. */
const frameOf = (opened: OpenedCase, section: CaseSection) => {
  const { case: careCase, person, today } = opened;
  const { firstName, lastName, preferredName, dateOfBirth } = person;
  const name = `${firstName} ${lastName}`;
  const [safely = ''] = safeContactOf(opened);
  return {
    reference: careCase.reference,
    name: preferredName && preferredName !== firstName ? `${name} (wants to be called ${preferredName})` : name,
    age: person.died ? 'has died' : ageWords(dateOfBirth, today),
    kind: careCase.kind === 'carer' ? 'A carer’s own case' : '',
    closed: careCase.closed !== undefined,
    safely,
    alerts: alertsOf(opened),
    withheld: opened.withheld.map((part) => partWords[part]).join(', '),
    reason: isCasePage('reason') ? staffCasePath(careCase, 'reason') : '',
    sections: (Object.keys(caseSections) as CaseSection[])
      .filter((one) => isCasePage(caseSections[one].part))
      .map((one) => ({
        text: caseSections[one].text,
        href: staffCasePath(careCase, caseSections[one].part),
        active: one === section,
      })),
  };
};

/**
 * A page of a case: one of its sections in the frame that stands around each. The case is opened here and handed to the view, which makes what
 * the template shows of it; a case that was opened before is taken as it is.
 *
 * @param title what the page is called where that is not its section's name; never a person's
 */
export const casePage = async (
  deps: Deps,
  request: StaffRequest,
  section: CaseSection,
  template: `staff/${string}.njk`,
  view: object | ((opened: OpenedCase) => object | Promise<object>),
  {
    opened: given,
    status,
    title = caseSections[section].text,
  }: { readonly opened?: OpenedCase; readonly status?: number; readonly title?: string } = {},
): Promise<SiteResponse> => {
  const opened = given ?? (await openCase(deps, request, section));
  const shown = typeof view === 'function' ? await view(opened) : view;
  const frame = frameOf(opened, section);
  return staffPage(
    deps,
    request,
    template,
    { ...shown, title: `${title} - ${frame.reference}`, heading: title, theCase: frame },
    status === undefined ? {} : { status },
  );
};
