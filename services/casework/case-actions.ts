import { mayOpenRestricted } from '../../domain/access/restricted.ts';
import { otherOfTwo } from '../../domain/journey/joint-cases.ts';
import { assessmentRuns } from '../../domain/journey/reassessment.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { Form } from '../../schemas/form-language.ts';
import {
  addressChecked,
  caseClosing,
  caseReopening,
  deathRecord,
  deathUndoing,
  earlyReview,
  jointDecision,
  keyWorkerChange,
  visitWanted,
  workWanted,
} from '../../schemas/forms/case-actions.ts';
import { planHelp } from '../../schemas/forms/plan-help.ts';
import type { MailEntry } from '../../schemas/mail.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import { routes } from '../../schemas/routes.ts';
import { type StaffRole, staffRole } from '../../schemas/staff.ts';
import type { Done } from '../../templates/staff/done.ts';
import type { Deps } from '../deps.ts';
import { caseRoles } from '../work/permitted-case.ts';
import { roleWords } from './who-did-it.ts';

/** What is asked before an action: the case and its person as they are now. */
export type CaseNow = {
  readonly case: CareCase;
  readonly person: KnownPerson;
  /** What was written about the case, where an action asks for it. */
  readonly mail?: readonly MailEntry[];
};

/** The short list of an action, on a page of its own whose form goes to the call of the same address. */
export type ActionForm = {
  readonly list: (deps: Pick<Deps, 'store'>, careCase: Pick<CareCase, 'council'>) => Promise<Form>;
  /** What the case page says afterwards. */
  readonly done: Done;
};

/** Something that staff may do with a case by hand, apart from the tasks that it has. */
export type CaseAction = {
  readonly text: string;
  /** Its page below the address of the case, or of the person. */
  readonly part: string;
  readonly about?: 'person';
  readonly roles: readonly StaffRole[];
  /** Why it is not possible now, in a sentence that says what is; undefined where it is. The call that does it checks again. */
  readonly whyNot: (now: CaseNow) => string | undefined;
  readonly form?: ActionForm;
};

const always = (): undefined => undefined;
const open = ({ case: { closed } }: CaseNow): string | undefined =>
  closed ? 'The case is closed. Open it again first.' : undefined;
const alive = ({ person: { died } }: CaseNow): string | undefined =>
  died ? 'It is recorded that the person has died. Take that back first, where it is wrong.' : undefined;
const both = (now: CaseNow): string | undefined => alive(now) ?? open(now);
const form = (list: Form, done: Done): ActionForm => ({ list: async () => list, done });

/** Everything that may be done with a case by hand: for the case page, for the page of each, and for the calls behind them. */
export const caseActions = {
  work: {
    text: 'Raise a worry about safety, or open other work',
    part: 'open-work',
    // Anybody on the staff raises a worry about safety, on a closed case too; the call checks each kind of work.
    roles: staffRole.options,
    whyNot: always,
    form: form(workWanted, 'work-opened'),
  },
  visit: {
    text: 'Arrange, move or call off a visit',
    part: 'visit',
    roles: caseRoles,
    whyNot: (now) =>
      both(now) ??
      (now.case.nextReview || assessmentRuns(now.case)
        ? undefined
        : 'There is neither an assessment nor a review to come.'),
    form: form(visitWanted, 'work-opened'),
  },
  review: {
    text: 'Bring a review forward',
    part: 'review',
    roles: ['key-worker', 'assessor', 'manager'],
    whyNot: (now) =>
      both(now) ?? (now.case.planInForce === undefined ? 'There is no plan in force to review.' : undefined),
    form: form(earlyReview, 'review-planned'),
  },
  'plan-help': {
    text: 'Say who writes the plan, or invite somebody to help',
    part: 'plan-help',
    roles: ['key-worker', 'assessor', 'manager'],
    whyNot: (now) =>
      both(now) ?? (now.case.stage === 'plan' || now.case.planInForce ? undefined : 'No plan is being written.'),
    form: form(planHelp, 'plan-help-saved'),
  },
  'key-worker': {
    text: 'Change the key worker',
    part: 'key-worker',
    roles: ['key-worker', 'manager'],
    whyNot: open,
    form: {
      list: async ({ store }, { council }) =>
        keyWorkerChange(
          (await store.everyone(council))
            .filter(({ roles }) => roles.includes('key-worker'))
            .map(({ id, name }) => [id, name] as const),
        ),
      done: 'key-worker-changed',
    },
  },
  together: {
    text: 'Assess two cases together, or take them apart',
    part: 'together',
    roles: caseRoles,
    whyNot: (now) => open(now) ?? (otherOfTwo(now.case) ? undefined : 'No other case belongs to this one.'),
    form: form(jointDecision, 'together-decided'),
  },
  address: {
    text: 'Confirm an email address',
    part: 'address',
    roles: caseRoles,
    whyNot: both,
    form: form(addressChecked, 'address-confirmed'),
  },
  death: {
    text: 'Record a death',
    part: 'death',
    about: 'person',
    roles: caseRoles,
    whyNot: ({ person: { died } }) => (died ? 'The death is recorded already.' : undefined),
    form: form(deathRecord, 'death-recorded'),
  },
  'death/undo': {
    text: 'Take back the record of a death',
    part: 'death/undo',
    about: 'person',
    roles: caseRoles,
    whyNot: ({ person: { died } }) => (died ? undefined : 'No death is recorded.'),
    form: form(deathUndoing, 'death-undone'),
  },
  close: {
    text: 'Close the case',
    part: 'close',
    roles: caseRoles,
    whyNot: ({ case: { closed } }) => (closed ? 'The case is closed already.' : undefined),
    form: form(caseClosing, 'case-closed'),
  },
  reopen: {
    text: 'Open the case again',
    part: 'reopen',
    roles: caseRoles,
    whyNot: (now) => alive(now) ?? (now.case.closed ? undefined : 'The case is open.'),
    form: form(caseReopening, 'case-reopened'),
  },
} as const satisfies Readonly<Record<string, CaseAction & { readonly form: ActionForm }>>;
export type CaseActionName = keyof typeof caseActions;

/** What the record of a death has held back, and nobody has sent since. */
export const heldByDeath = (mail: readonly MailEntry[]): MailEntry[] =>
  mail.filter(({ status, withheld }) => status === 'held' && withheld === 'death');

/** Sending what a death that was none had held. */
export const sendHeldAction = {
  text: 'Send what the record of a death held back',
  part: 'held',
  roles: caseRoles,
  whyNot: (now) => alive(now) ?? (heldByDeath(now.mail ?? []).length === 0 ? 'Nothing is held back.' : undefined),
} as const satisfies CaseAction;

/** What has a page of its own kind. */
const otherActions: readonly CaseAction[] = [
  { text: 'Add a document', part: 'documents/add', roles: caseRoles, whyNot: always },
  { text: 'Write a note', part: 'notes/new', roles: staffRole.options, whyNot: always },
  {
    text: 'Take down what somebody asks by phone or letter',
    part: 'requests',
    roles: staffRole.options,
    whyNot: always,
  },
  sendHeldAction,
  { text: 'See who looked at this case', part: 'looks', roles: mayOpenRestricted, whyNot: always },
  {
    text: 'Restrict the record to named staff, or change who is named',
    part: 'restriction',
    about: 'person',
    roles: mayOpenRestricted,
    whyNot: always,
  },
];

/** The action whose page or call is at an address, if one is. */
export const actionAt = (path: string): CaseActionName | undefined =>
  // The longer end first: `death/undo` is not `undo` of something else.
  (Object.keys(caseActions) as CaseActionName[]).find((name) => path.endsWith(`/${caseActions[name].part}`));

/** An action as a page lists it: a link where it is possible now for whoever reads it, else why it is not. */
export type OfferedAction = { readonly text: string; readonly href: string; readonly whyNot: string };

const rolesInWords = (roles: readonly StaffRole[]): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    roles.map((role) => `a ${roleWords[role]}`.replace(/^a (?=[aeiou])/, 'an ')),
  );

const places = { case: '/{council}/staff/cases/{reference}', person: '/{council}/staff/persons/{id}' } as const;

/** Nothing leads to a page that is not there. */
const hasPage = ({ part, about }: CaseAction): boolean =>
  routes.some(({ method, path }) => method === 'GET' && path === `${places[about ?? 'case']}/${part}`);

const addressOf = ({ part, about }: CaseAction, { council, reference, personId }: CareCase): string =>
  `${places[about ?? 'case'].replace('{council}', council).replace('{reference}', reference).replace('{id}', personId)}/${part}${
    about === 'person' ? `?case=${reference}` : ''
  }`;

/** What may be done with a case by whoever reads it, possible or not; nothing that has no page. */
export const actionsFor = (now: CaseNow, own: readonly StaffRole[]): OfferedAction[] =>
  [...otherActions, ...Object.values<CaseAction>(caseActions)].filter(hasPage).map((action) => {
    const { text, roles, whyNot } = action;
    const why = whyNot(now) ?? (roles.some((role) => own.includes(role)) ? undefined : `Ask ${rolesInWords(roles)}.`);
    return { text, href: why === undefined ? addressOf(action, now.case) : '', whyNot: why ?? '' };
  });
