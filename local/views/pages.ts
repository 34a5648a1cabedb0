import type { Health } from '../health.ts';
import type { Mail } from '../mail/accepted-mail.ts';
import type { ExampleStaffMember } from '../sign-in/example-staff.ts';
import type { ExecutionStatus, ExecutionView } from '../stepfunctions/types.ts';
import { definitionOf } from './definition.ts';
import { views } from './environment.ts';
import { type ExecutionOptions, executionView } from './execution-view.ts';
import { londonDayAndTime, londonTime } from './london.ts';
import { linkOf } from './mail-links.ts';
import {
  healthWords,
  type NextTimer,
  nextDate,
  nextTimer,
  type SinceMove,
  sinceMove,
  waitWords,
} from './start-view.ts';
import { waitingOf } from './waiting.ts';

/** Where the platform lists executions; one is at this path followed by `/` and its name. */
const executionsPath = '/_local/executions';

const hrefOf = (name: string) => `${executionsPath}/${encodeURIComponent(name)}`;

const listed = 50;
const lastMails = 5;

/** What the start page is made of. Instants are ISO 8601. */
export type StartPage = {
  readonly now: string;
  /** When the next timer of the clock rings. */
  readonly next: string | null;
  readonly mode: 'ticking' | 'frozen';
  readonly councils: readonly { readonly slug: string; readonly name: string }[];
  readonly staff: readonly ExampleStaffMember[];
  /** The running ones, the newest first. */
  readonly executions: readonly ExecutionView[];
  /** The newest, to be shown beside what they tell of. */
  readonly mail: readonly Mail[];
  readonly health: Health;
  readonly mailCount: number;
  /** The machines' definitions as text, by name. */
  readonly definitions: Readonly<Record<string, string>>;
  /** Where the clock stood before it was moved, to tell what has happened since. */
  readonly since?: string;
  /** Why the clock was not moved, with what was asked for. */
  readonly problem?: { readonly message: string; readonly given: string };
};

/** The page from which everything on the local platform is reached: councils, clock, running cases, mail, the way in for staff. */
export const startPage = (page: StartPage): string => {
  const { now, next, mode, councils, mail, problem, since } = page;
  const running = page.executions.map((execution) => ({
    href: hrefOf(execution.name),
    name: execution.name,
    machine: execution.machine,
    states: execution.currentStates,
    execution,
    waits: waitingOf(execution, definitionOf(page.definitions[execution.machine] ?? '{}')),
  }));
  const timer: NextTimer | undefined = next === null ? undefined : nextTimer(now, next, running);
  const date = nextDate(now, running);
  const moved: SinceMove | undefined = since === undefined ? undefined : sinceMove(since, running, mail);
  return views.render('start.njk', {
    title: 'Careway on this machine',
    now,
    nowWords: londonDayAndTime(now),
    mode,
    next: timer,
    // Said only where it is not the next timer itself.
    nextDate: date?.at === timer?.at ? undefined : date,
    since: moved,
    problem: problem?.message,
    given: problem?.given ?? '',
    ...examplesAfter(now),
    councils,
    workAs: councils.map(({ slug, name }) => ({ name, staff: signInLinks(page.staff, slug) })),
    health: healthWords(page.health),
    failedHref: `${executionsPath}?status=FAILED`,
    running: running.slice(0, listed).map(({ waits, execution, ...one }) => ({
      ...one,
      waits: waits.map((wait) => waitWords(now, wait, execution, mail)),
    })),
    moreRunning: running.length > listed,
    mailCount: page.mailCount,
    mails: mail.slice(0, lastMails).map((one) => ({
      ...linkOf(one),
      to: one.to.join(', '),
      at: one.at,
      words: londonTime(one.at),
    })),
  });
};

/** A link for each of a council's example staff that signs in as them; roles in the order in which work comes to them. */
const signInLinks = (staff: readonly ExampleStaffMember[], slug: string) =>
  staff
    .filter(({ council }) => council === slug)
    .map(({ id, name, roles }) => ({
      name,
      role: roles.map((role) => role.replaceAll('-', ' ')).join(', '),
      href: `/${slug}/staff/sign-in?who=${id}`,
    }));

/** Two ways to write a moment a week on, for the hint of the clock's field. */
const examplesAfter = (now: string) => {
  const day = new Date(Date.parse(now) + 7 * 86_400_000).toISOString().slice(0, 10);
  return { example: `${day} 09:00`, exampleInstant: `${day}T09:00:00Z` };
};

/** A status in plain words, the words of AWS beside them in lower case being much the same. */
const statusWords: Record<ExecutionStatus, string> = {
  RUNNING: 'Running',
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  TIMED_OUT: 'Timed out',
  ABORTED: 'Stopped',
};

const moment = (at: string) => ({ at, words: londonTime(at) });

/** The page that lists executions in the order given, with links that filter them by status. @param next where the older are */
export const executionsPage = (executions: readonly ExecutionView[], status?: ExecutionStatus, next?: string): string =>
  views.render('executions.njk', {
    next,
    title: status ? `Executions: ${statusWords[status].toLowerCase()}` : 'Executions',
    filters: [
      { words: 'All', href: executionsPath, current: status === undefined },
      ...Object.entries(statusWords).map(([name, words]) => ({
        words,
        href: `${executionsPath}?status=${name}`,
        current: status === name,
      })),
    ],
    counted: executions.length === 1 ? 'One execution' : `${executions.length} executions, the newest first`,
    rows: executions.map(({ name, machine, status: one, error, currentStates, startDate, stopDate }) => ({
      href: hrefOf(name),
      name,
      machine,
      status: statusWords[one],
      error,
      state: currentStates.join(', '),
      started: moment(startDate),
      ended: stopDate === undefined ? undefined : moment(stopDate),
    })),
  });

/**
 * The page of one execution: where it is and what it waits for, its machine as a picture, the visited states and its history.
 *
 * @param definition the text of its machine's file; `{}` where the platform no longer has the machine
 */
export const executionPage = async (
  execution: ExecutionView,
  definition: string,
  options: ExecutionOptions,
): Promise<string> =>
  views.render('execution.njk', {
    ...(await executionView(execution, definitionOf(definition), options)),
    title: execution.name,
    href: hrefOf(execution.name),
    status: statusWords[execution.status],
    started: moment(execution.startDate),
    ended: execution.stopDate === undefined ? undefined : moment(execution.stopDate),
  });
