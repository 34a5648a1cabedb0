import type { CasePart, CouncilAccess } from '../../schemas/access.ts';
import type { StaffRole } from '../../schemas/staff.ts';

/** What everybody reads of a case that they may open at all: nobody may ring a person without knowing that it is safe. */
const always: readonly CasePart[] = ['identity', 'safe-contact'];

const toReach: readonly CasePart[] = [...always, 'contact', 'people', 'history'];
const toSupport: readonly CasePart[] = [
  ...toReach,
  'application',
  'assessment',
  'decision',
  'charge',
  'plan',
  'reviews',
  'requests',
  'safeguarding',
  'documents',
  'messages',
  'notes',
];

/**
 * What each role's work needs of a case. Who works out the money has no need of the assessment, who assesses has none of the bank statements, and
 * a complaint stands apart from the record of care: Local Authority Social Services and NHS Complaints (England) Regulations 2009; UK GDPR
 * Article 5(1)(c) and (f). The table is our own choice; a council may change it (`access` in council.json).
 */
const reads: Readonly<Record<StaffRole, readonly CasePart[]>> = {
  'contact-officer': [...toReach, 'application', 'requests', 'documents', 'messages', 'notes'],
  assessor: toSupport,
  'key-worker': toSupport,
  manager: [...toSupport, 'money', 'complaint'],
  'finance-officer': [...toReach, 'charge', 'money'],
  'complaints-manager': [...toReach, 'complaint'],
  'safeguarding-lead': [
    ...toReach,
    'application',
    'assessment',
    'plan',
    'reviews',
    'requests',
    'safeguarding',
    'documents',
    'messages',
    'notes',
  ],
};

const readBy = (role: StaffRole, access: CouncilAccess | undefined): readonly CasePart[] =>
  access?.reads?.[role] ? [...always, ...access.reads[role]] : reads[role];

/** The parts of a case that somebody with these roles reads without giving a reason. */
export const partsRead = (roles: readonly StaffRole[], access: CouncilAccess | undefined): ReadonlySet<CasePart> =>
  new Set(roles.flatMap((role) => readBy(role, access)));

/** The first of somebody's roles whose work needs a part, or else their first: in which they look. */
export const roleReading = (
  roles: readonly [StaffRole, ...StaffRole[]],
  part: CasePart,
  access: CouncilAccess | undefined,
): StaffRole => roles.find((role) => readBy(role, access).includes(part)) ?? roles[0];

/**
 * Whether a line that the list of a task names as known is shown with it. What a list names its work needs, also where the role reads no more of that
 * part; where a council has taken a part from a role that has it, that counts.
 */
export const isShownWithTask = (role: StaffRole, part: CasePart, access: CouncilAccess | undefined): boolean =>
  readBy(role, access).includes(part) || !reads[role].includes(part);
