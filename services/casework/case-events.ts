import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate, readableTime } from '../../domain/time/readable-date.ts';
import { type AuditEvent, closeReason, type PersonEvent } from '../../schemas/case.ts';
import { type EventKind, wordsOfEvent } from '../../schemas/event-words.ts';
import { mailWords } from '../../schemas/mail-words.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import { isoDate } from '../../schemas/scalars.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { PresentCase } from '../store/case-store.ts';
import { listById } from '../work/task-lists.ts';
import { isCasePage, staffCasePath } from './case-sections.ts';
import { closeReasonWords } from './case-words.ts';
import type { WhoDidIt } from './who-did-it.ts';

/** A line of a history as staff read it. */
export type EventLine = {
  readonly id: string;
  readonly at: string;
  readonly day: string;
  readonly time: string;
  /** What happened, and to what: "Work finished: Assess needs". */
  readonly title: string;
  /** The same in its two parts. */
  readonly short: string;
  readonly says: string;
  /** Where it leads; empty where to nothing. */
  readonly href: string;
  readonly who: string;
  readonly kind: EventKind;
  readonly isSystem: boolean;
};

type Line = AuditEvent | PersonEvent;
type Of = Pick<PresentCase, 'case' | 'tasks' | 'records' | 'mail'>;
/** What a line says after its title, and where it leads. */
type About = { readonly says?: string | undefined; readonly href?: string | undefined };

const page = (of: Of, section: string, at: string): string | undefined =>
  isCasePage(section) ? staffCasePath(of.case, at) : undefined;

const ofTask = ({ case: careCase, tasks }: Of, about: string): About => {
  const [id, ...outcome] = about.split(' ');
  const task = tasks.find((one) => one.id === id);
  if (task === undefined) return {};
  const came = outcome[0] === 'by' ? '' : outcome.join(' ').replaceAll('-', ' ');
  return {
    says: `${kindsOfWork[task.kind].title}${came ? ` (${came})` : ''}`,
    href: `/${careCase.council}/staff/tasks/${task.id}`,
  };
};

const readers = [
  ['.person', 'to the person'],
  ['.helper', 'to whoever helps'],
] as const;

const ofMail = ({ mail, tasks, case: { reference } }: Of, key: string): About => {
  const entry = mail.find((one) => one.key === key);
  if (entry === undefined) return {};
  const to = readers.find(([ending]) => key.endsWith(ending))?.[1] ?? 'to staff';
  // A mail to staff is named by the work that it is about.
  const task = tasks.find(({ id }) => key.startsWith(`${id.slice(reference.length + 1)}.`));
  const work = task && to === 'to staff' ? ` (${kindsOfWork[task.kind].title})` : '';
  return { says: `${mailWords[entry.template]}${work}, ${to}` };
};

const titleOf = (record: CaseRecord | undefined): string | undefined => {
  if (record === undefined) return undefined;
  if (record.kind === 'work') return kindsOfWork[record.work].title;
  if (record.kind === 'plan') return `Plan, version ${record.number}`;
  if (record.kind === 'document') return record.name;
  return 'list' in record ? listById(record.list)?.title : undefined;
};

/** A copy is named by the kind and the id of its record. */
const ofCopy = (of: Of, id: string): About => ({
  says: titleOf(of.records.find((record) => `${record.kind}.${record.id}` === id)),
  href: page(of, 'documents', `copies/${id}`),
});

const ofAnswers = (of: Of, list: string, id?: string): About => ({
  says: listById(list)?.title,
  href: id === undefined ? page(of, 'answers', 'answers') : page(of, 'answers/{id}', `answers/${id}`),
});

const aboutOf = (of: Of, { action, about = '' }: Line): About => {
  if (action.startsWith('task-')) return ofTask(of, about);
  if (action.startsWith('email-')) return ofMail(of, about);
  switch (action) {
    case 'copy-read':
    case 'copy-downloaded':
    case 'copy-printed':
      return ofCopy(of, about);
    case 'document-read':
    case 'document-downloaded':
      return { says: titleOf(of.records.find(({ kind, id }) => kind === 'document' && id === about)) };
    case 'application-received':
    case 'application-corrected':
      return ofAnswers(of, about, 'application');
    case 'request-received': {
      const [list = '', id] = about.split(' ');
      return ofAnswers(of, list, id);
    }
    case 'case-closed': {
      const reason = closeReason.safeParse(about);
      return { says: reason.success ? closeReasonWords[reason.data] : undefined };
    }
    case 'review-planned': {
      const due = isoDate.safeParse(/ due (\S+)$/.exec(about)?.[1]);
      return { says: due.success ? `due by ${readableDate(due.data)}` : undefined };
    }
    default:
      return {};
  }
};

/** A line of a history in words: a short title, who did it and when, and what it leads to. */
export const eventLine = (of: Of, line: Line, who: WhoDidIt): EventLine => {
  const { title, kind } = wordsOfEvent(line.action);
  const { says = '', href = '' } = aboutOf(of, line);
  const { name, isSystem } = who(line.actor);
  return {
    id: line.id,
    at: line.at,
    day: readableDate(londonDate(line.at)),
    time: readableTime(line.at),
    title: says ? `${title}: ${says}` : title,
    short: title,
    says,
    href,
    who: name,
    kind,
    isSystem,
  };
};
