import type { CasePart, CouncilAccess } from '../../schemas/access.ts';
import type { AuditEvent, PersonEvent } from '../../schemas/case.ts';
import type { MailEntry } from '../../schemas/mail.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import type { CaseRecord, WorkRecord } from '../../schemas/records.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { partOfEvent, partOfMessage, partOfRecord, partOfWork } from './part-of.ts';
import { isShownWithTask } from './who-reads-what.ts';

/** Whether somebody may read a part of a case. */
export type MayRead = (part: CasePart) => boolean;

const contactFields = [
  'email',
  'emailProved',
  'phone',
  'address',
  'postcode',
  'whereToFind',
  'contactBy',
  'language',
  'interpreter',
] as const satisfies readonly (keyof KnownPerson)[];
const safeFields = ['safeContact', 'safeToLeaveMessage'] as const satisfies readonly (keyof KnownPerson)[];

/** A person without the details that somebody may not read. */
export const personSeen = (person: KnownPerson, may: MayRead): KnownPerson => {
  const seen: KnownPerson = {
    ...person,
    formats: may('contact') ? person.formats : [],
    helpers: may('people') ? person.helpers : [],
    alerts: may('safe-contact') ? person.alerts : [],
  };
  for (const field of may('contact') ? [] : contactFields) delete seen[field];
  for (const field of may('safe-contact') ? [] : safeFields) delete seen[field];
  return seen;
};

/** The finances hold what the person pays as well: that is read by more than what they have. */
const isCharge = (record: CaseRecord): record is WorkRecord =>
  record.kind === 'work' && record.work === 'assess-finances' && record.result?.kind === 'charge';

/** What is kept of a case, as far as it is shown part by part. */
type Parts = {
  readonly person: KnownPerson;
  readonly tasks: readonly { readonly kind: TaskKind }[];
  readonly records: readonly CaseRecord[];
  readonly mail: readonly MailEntry[];
  readonly events?: readonly (AuditEvent | PersonEvent)[];
};

/** The records, messages, events and work of a case that somebody may read, and the parts of which something is not shown. */
export const caseSeen = <Whole extends Parts>(whole: Whole, may: MayRead): { seen: Whole; withheld: CasePart[] } => {
  const withheld = new Set<CasePart>();
  const mayAll = (...parts: CasePart[]): boolean => {
    const closed = parts.filter((part) => !may(part));
    for (const part of closed) withheld.add(part);
    return closed.length === 0;
  };
  const seen = {
    ...whole,
    person: personSeen(whole.person, may),
    tasks: whole.tasks.filter(({ kind }) => mayAll(partOfWork(kind))),
    records: whole.records.flatMap((record) =>
      isCharge(record) && may('charge') && !mayAll('money')
        ? [{ ...record, answers: {}, added: {} }]
        : mayAll(partOfRecord(record))
          ? [record]
          : [],
    ),
    mail: whole.mail.filter(({ key }) => mayAll('messages', partOfMessage(key))),
    ...(whole.events && { events: whole.events.filter((event) => mayAll(partOfEvent(event))) }),
  };
  return { seen, withheld: [...withheld].toSorted() };
};

/**
 * What is known of the questions of a task, as whoever does it is shown it. A line stands without a record where the person's item says it: that is
 * for everybody who has the task.
 */
export const knownSeen = <Line extends { readonly from: { readonly record?: string } }>(
  known: readonly Line[],
  records: readonly CaseRecord[],
  role: StaffRole,
  access: CouncilAccess | undefined,
): Line[] => {
  const parts = new Map(records.map((record) => [record.id, partOfRecord(record)]));
  return known.filter(({ from: { record = '' } }) => {
    const part = parts.get(record);
    return part === undefined || isShownWithTask(role, part, access);
  });
};

/** A National Insurance number, as it is stored. */
const isNationalInsuranceNumber = (answer: unknown): boolean =>
  typeof answer === 'string' && /^[A-Z]{2}\d{6}[A-D]$/.test(answer.replaceAll(' ', ''));

/** What is known beside questions, without the National Insurance number for everybody whose work does not check benefits with it. */
export const withoutNumbers = <Line extends { readonly answer: unknown }>(
  known: readonly Line[],
  roles: readonly StaffRole[],
): Line[] => known.filter(({ answer }) => roles.includes('finance-officer') || !isNationalInsuranceNumber(answer));
