import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import { caseStage } from '../../schemas/case.ts';
import { type StaffRole, staffRole } from '../../schemas/staff.ts';
import { type TaskKind, taskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { askedBy } from '../runtime/council-lists.ts';
import { problems } from '../runtime/problems.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { stateWords } from './case-words.ts';
import { staffPage } from './staff-frame.ts';
import { exampleCases, firstDay } from './tour-cases.ts';
import { roleWords } from './who-did-it.ts';

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const tourPath = ({ council }: StaffRequest, part = '') => `/${council.slug}/staff/tour${part}`;

/** The states in which an example has work of a role, for its tour. */
const casesOf = (request: StaffRequest, role: StaffRole) =>
  caseStage.options
    .filter((stage) => exampleCases[stage].open.some(({ kind }) => kindsOfWork[kind].role === role))
    .map((stage) => ({ text: sentence(stateWords[stage]), href: tourPath(request, `/cases/${stage}`) }));

/** The tour: one for each role, and an example case in each state. */
export const tourPage = (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  const own = staffRole.options.filter((role) => request.staff.roles.includes(role));
  const roles = [...own, ...staffRole.options.filter((role) => !own.includes(role))];
  return staffPage(deps, request, 'staff/tour.njk', {
    title: 'Tour',
    roles: roles.map((role) => ({
      text: sentence(roleWords[role]),
      href: tourPath(request, `/roles/${role}`),
      isYours: own.includes(role),
    })),
    cases: caseStage.options.map((stage) => ({
      text: sentence(stateWords[stage]),
      href: tourPath(request, `/cases/${stage}`),
      work: exampleCases[stage].open.map(({ kind }) => kindsOfWork[kind].title).join('; '),
    })),
  });
};

/** The tour of one role: its first day, the work that it is given, and where an example shows it. @throws Problem 404 */
export const roleTourPage = (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  const parsed = staffRole.safeParse(request.params['role']);
  if (!parsed.success) throw problems.notFound();
  const role = parsed.data;
  const work = taskKind.options.filter((kind) => kindsOfWork[kind].role === role);
  return staffPage(deps, request, 'staff/tour-role.njk', {
    title: `Tour for a ${roleWords[role]}`.replace(/ a (?=[aeiou])/, ' an '),
    back: tourPath(request),
    steps: firstDay[role],
    work: work.map((kind) => ({
      title: kindsOfWork[kind].title,
      href: tourPath(request, `/work/${kind}`),
      days: kindsOfWork[kind].workingDays,
      authority: kindsOfWork[kind].authority,
    })),
    cases: casesOf(request, role),
  });
};

/** An example case in one state, as it would stand today. @throws Problem 404 */
export const caseTourPage = (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  const parsed = caseStage.safeParse(request.params['stage']);
  if (!parsed.success) throw problems.notFound();
  const stage = parsed.data;
  const { happened, open, told, next } = exampleCases[stage];
  const today = londonDate(deps.clock.now());
  const after = caseStage.options[caseStage.options.indexOf(stage) + 1];
  return staffPage(deps, request, 'staff/tour-case.njk', {
    title: `An example: ${stateWords[stage]}`,
    back: tourPath(request),
    happened,
    told,
    next,
    open: open.map(({ kind, todo }) => {
      const { title, role, workingDays } = kindsOfWork[kind];
      return {
        title,
        todo,
        href: tourPath(request, `/work/${kind}`),
        who: sentence(roleWords[role]),
        when: readableDate(addWorkingDays(today, workingDays)),
      };
    }),
    following: after && { text: sentence(stateWords[after]), href: tourPath(request, `/cases/${after}`) },
  });
};

const isKind = (kind: string | undefined): kind is TaskKind => taskKind.safeParse(kind).success;

/** What a kind of work asks, as this council asks it: drawn from the list itself, so that it is never another. @throws Problem 404 */
export const workTourPage = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  const kind = request.params['kind'];
  if (!isKind(kind)) throw problems.notFound();
  const { workLists } = await import('../../schemas/work-lists.ts');
  const list = askedBy(request.council, workLists[kind]);
  const { title, role, workingDays, authority } = kindsOfWork[kind];
  return staffPage(deps, request, 'staff/tour-work.njk', {
    title: `What it asks: ${title}`,
    back: tourPath(request, `/roles/${role}`),
    backText: `Back to the tour for a ${roleWords[role]}`.replace(/ a (?=[aeiou])/, ' an '),
    who: sentence(roleWords[role]),
    days: workingDays,
    authority,
    intro: list.intro,
    sections: list.sections.map((section) => ({
      title: section.title,
      questions: section.pages.flatMap((page) =>
        page.questions.map((question) => ({
          label: question.label,
          hint: question.hint ?? '',
          isOptional: question.optional === true || question.when !== undefined || page.when !== undefined,
          options: 'options' in question ? question.options.map(({ label }) => label) : [],
        })),
      ),
    })),
  });
};
