import { expectedBy } from '../../domain/journey/lateness.ts';
import { helperOf } from '../../domain/journey/persons.ts';
import { momentInWords } from '../../domain/time/moment-in-words.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { mailWords } from '../../schemas/mail-words.ts';
import type { Task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { createWorkDrafts } from '../work/work-drafts.ts';
import { safeContactOf } from './case-alerts.ts';
import { casePage, type OpenedCase, openCase } from './case-frame.ts';
import { whatIsNext } from './case-overview.ts';
import { planAndMoney } from './case-plan.ts';
import { dueWords } from './case-words.ts';
import { notesBeside } from './task-hold-page.ts';
import { priorityWords } from './work-list-page.ts';

/** News that were sent and not yet overtaken stand so many at the end of what was promised. */
const lastNews = 5;

/** What the person was told and counts on, with the days. */
const promises = ({ case: careCase, mail, today }: OpenedCase): string[] => {
  const told = expectedBy(careCase, today);
  const { targetOn, delayedTo } = careCase;
  const late = told === undefined && careCase.closed === undefined && careCase.supportStartedOn === undefined;
  const sent = mail
    .filter(({ status, key }) => status === 'sent' && /\.(?:person|helper)$/.test(key))
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, lastNews)
    .map(({ template, at }) => `Sent at ${momentInWords(at)}: ${mailWords[template]}`);
  return [
    ...(told ? [`Told that it is done by ${readableDate(told)}`] : []),
    ...(late ? [`Told ${readableDate(delayedTo ?? targetOn)}, which has passed: tell them why, and a new day`] : []),
    ...(careCase.nextReview ? [`A review by ${readableDate(careCase.nextReview.dueOn)}`] : []),
    ...sent,
  ];
};

const risks = ({ case: careCase, tasks }: OpenedCase, task: Task): string[] => [
  ...(tasks.some(({ kind, status }) => kind === 'look-into-safety' && status === 'open')
    ? ['A worry about safety is being looked into']
    : []),
  ...(careCase.urgency === 'urgent' ? ['Triage called it urgent'] : []),
  ...(careCase.urgency === 'carer-breakdown' ? ['The carer cannot go on'] : []),
  ...(careCase.pressing ? ['Triage saw something that presses: see its answers'] : []),
  ...((task.priority ?? 3) < 3 ? [`Priority: ${priorityWords[task.priority ?? 3].toLowerCase()}`] : []),
];

/** Whom to ring: who had it, who else works on the case, and who helps the person. The person’s own ways stand above each section. */
const whomToRing = async (
  { store }: Pick<Deps, 'store'>,
  { case: careCase, person }: OpenedCase,
  { handover }: Task,
) => {
  const before = handover?.from && (await store.staff(careCase.council, handover.from.id));
  const helper = helperOf(careCase, person);
  const worker = (what: string, one: { name: string; email: string } | undefined) =>
    one ? [`${one.name}, ${what}: ${one.email}`] : [];
  return [
    ...worker('who had it before', before),
    ...worker('assessor', careCase.assessor),
    ...worker('key worker', careCase.keyWorker),
    ...(helper ? [`${helper.firstName} ${helper.lastName}, who helps: ${helper.phone ?? 'no phone number'}`] : []),
  ];
};

/** What of the task itself is begun: how many answers are saved, and who saved last. */
const begun = async (deps: Deps, task: Task): Promise<string> => {
  const { answers, writers } = await createWorkDrafts(deps).read(task);
  const count = Object.keys(answers).length;
  const [last] = writers.toSorted((a, b) => b.at.localeCompare(a.at));
  if (count === 0) return 'Nobody has begun it.';
  const by = last ? `, last by ${last.name} at ${momentInWords(last.at)}` : '';
  return `${count} ${count === 1 ? 'answer is' : 'answers are'} saved${by}.`;
};

/** What whoever takes a task over reads in one screen: where it stands, what was promised and by when, what is risky, whom to ring. */
export const handoverPage = async (deps: Deps, request: StaffRequest, task: Task): Promise<SiteResponse> => {
  const ofCase = { ...request, params: { ...request.params, reference: task.reference } };
  const opened = await openCase(deps, ofCase, 'overview');
  const { handover } = task;
  const isNew = handover !== undefined && handover.readAt === undefined && task.assignee?.id === request.staff.id;
  return casePage(
    deps,
    ofCase,
    'overview',
    'staff/handover.njk',
    {
      task: kindsOfWork[task.kind].title,
      due: dueWords(task.dueOn, opened.today),
      taskUrl: `/${task.council}/staff/tasks/${task.id}`,
      given: handover
        ? `${handover.by.name} handed it over at ${momentInWords(handover.at)}${handover.from ? `; ${handover.from.name} had it before` : ''}.`
        : '',
      read: handover?.readAt ? `Taken over at ${momentInWords(handover.readAt)}.` : '',
      isNew,
      begun: await begun(deps, task),
      notes: await notesBeside(deps, task),
      next: whatIsNext(opened, request.council),
      promises: promises(opened),
      risks: risks(opened, task),
      reach: safeContactOf(opened),
      ring: await whomToRing(deps, opened, task),
      plan: planAndMoney(opened),
    },
    { opened, title: `Handover: ${kindsOfWork[task.kind].title}` },
  );
};
