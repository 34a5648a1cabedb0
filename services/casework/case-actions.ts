import { assessmentRuns } from '../../domain/journey/reassessment.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import { type StaffRole, staffRole } from '../../schemas/staff.ts';
import { caseRoles } from '../work/permitted-case.ts';
import { isCasePage, staffCasePath } from './case-sections.ts';
import { roleWords } from './who-did-it.ts';

/** What is asked before an action: the case and its person as they are now. */
type CaseNow = { readonly case: CareCase; readonly person: KnownPerson };

/** Something that staff may do with a case by hand, apart from the tasks that it has. */
type CaseAction = {
  readonly text: string;
  /** Its page below the case's address. */
  readonly part: string;
  readonly roles: readonly StaffRole[];
  /** Why it is not possible now, in a sentence that says what is; undefined where it is. The call that does it checks again. */
  readonly whyNot: (now: CaseNow) => string | undefined;
};

const always = (): undefined => undefined;
const open = ({ case: { closed } }: CaseNow): string | undefined => (closed ? 'The case is closed.' : undefined);
const alive = ({ person: { died } }: CaseNow): string | undefined =>
  died ? 'It is recorded that the person has died.' : undefined;
const both = (now: CaseNow): string | undefined => alive(now) ?? open(now);

/** Everything that may be done with a case by hand. What has no page yet is not offered. */
export const caseActions: Readonly<Record<string, CaseAction>> = {
  worry: {
    text: 'Raise a worry about safety',
    part: 'actions/worry',
    roles: staffRole.options,
    whyNot: always,
  },
  urgent: { text: 'Arrange urgent support', part: 'actions/urgent', roles: caseRoles, whyNot: both },
  note: { text: 'Write a note', part: 'notes/new', roles: staffRole.options, whyNot: always },
  documents: { text: 'Add documents', part: 'documents/add', roles: [...caseRoles, 'finance-officer'], whyNot: always },
  visit: {
    text: 'Arrange, move or call off a visit',
    part: 'actions/visit',
    roles: caseRoles,
    whyNot: (now) =>
      both(now) ??
      (now.case.nextReview || assessmentRuns(now.case)
        ? undefined
        : 'There is neither an assessment nor a review to come.'),
  },
  review: {
    text: 'Bring a review forward',
    part: 'actions/review',
    roles: ['key-worker', 'assessor', 'manager'],
    whyNot: (now) =>
      both(now) ?? (now.case.planInForce === undefined ? 'There is no plan in force to review.' : undefined),
  },
  work: {
    text: 'Open other work, such as an advocate or a carer’s assessment',
    part: 'actions/work',
    roles: caseRoles,
    whyNot: both,
  },
  refusal: { text: 'Record that an assessment is refused', part: 'actions/refusal', roles: caseRoles, whyNot: both },
  'key-worker': {
    text: 'Change the key worker',
    part: 'actions/key-worker',
    roles: ['key-worker', 'manager'],
    whyNot: open,
  },
  move: { text: 'Record a move to another council', part: 'actions/move', roles: caseRoles, whyNot: both },
  death: { text: 'Record a death', part: 'actions/death', roles: caseRoles, whyNot: alive },
  'death-undo': {
    text: 'Take back the record of a death',
    part: 'actions/death-undo',
    roles: caseRoles,
    whyNot: ({ person: { died } }) => (died ? undefined : 'No death is recorded.'),
  },
  held: {
    text: 'Send what was held back',
    part: 'actions/held',
    roles: caseRoles,
    whyNot: alive,
  },
  close: { text: 'Close the case', part: 'actions/close', roles: caseRoles, whyNot: open },
  reopen: {
    text: 'Open the case again',
    part: 'actions/reopen',
    roles: caseRoles,
    whyNot: (now) => alive(now) ?? (now.case.closed ? undefined : 'The case is open.'),
  },
};

/** An action as a page lists it: a link where it is possible now for whoever reads it, else why it is not. */
export type OfferedAction = { readonly text: string; readonly href: string; readonly whyNot: string };

const rolesInWords = (roles: readonly StaffRole[]): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    roles.map((role) => `a ${roleWords[role]}`.replace(/^a (?=[aeiou])/, 'an ')),
  );

/** What may be done with a case by whoever reads it, possible or not; nothing that has no page. */
export const actionsFor = (now: CaseNow, own: readonly StaffRole[]): OfferedAction[] =>
  Object.values(caseActions)
    .filter(({ part }) => isCasePage(part))
    .map(({ text, part, roles, whyNot }) => {
      const why = whyNot(now) ?? (roles.some((role) => own.includes(role)) ? undefined : `Ask ${rolesInWords(roles)}.`);
      return { text, href: why === undefined ? staffCasePath(now.case, part) : '', whyNot: why ?? '' };
    });
