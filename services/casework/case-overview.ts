import { partOfEvent } from '../../domain/access/part-of.ts';
import { openQuestions } from '../../domain/journey/case-progress.ts';
import { nobodyNamed } from '../../domain/journey/key-worker.ts';
import { helperOf } from '../../domain/journey/persons.ts';
import { visitsToCome } from '../../domain/journey/visits.ts';
import { readableDate, readableTime } from '../../domain/time/readable-date.ts';
import type { Council } from '../../schemas/council.ts';
import type { MailEntry } from '../../schemas/mail.ts';
import { mailWords } from '../../schemas/mail-words.ts';
import type { Task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import type { StaffRequest } from '../web/site.ts';
import { createWorkDrafts } from '../work/work-drafts.ts';
import { actionsFor, heldByDeath, sendHeldAction } from './case-actions.ts';
import { safeContactOf } from './case-alerts.ts';
import { eventLine } from './case-events.ts';
import type { OpenedCase } from './case-frame.ts';
import { planAndMoney } from './case-plan.ts';
import { isCasePage, staffCasePath } from './case-sections.ts';
import { dueWords } from './case-words.ts';
import { holderOf, openWorkOf, taskPath } from './case-work.ts';
import { whoDidIt } from './who-did-it.ts';

/** What comes next, the earliest first: open work, visits that are arranged, the next review, what waits for the person. */
export const whatIsNext = (opened: OpenedCase, council: Council) => {
  const { case: careCase, today, now } = opened;
  // Nine messages to pass on are one line.
  const alike = Map.groupBy(openWorkOf(opened), (task) => `${task.kind} ${holderOf(task, council)}`);
  const work = [...alike.values()].flatMap((of) => {
    const [task] = of;
    if (task === undefined) return [];
    const { title } = kindsOfWork[task.kind];
    return [
      {
        on: task.dueOn,
        what: of.length === 1 ? title : `${title} (${of.length} times)`,
        href: of.length > 1 && isCasePage('work') ? staffCasePath(careCase, 'work') : taskPath(task),
        who: holderOf(task, council),
        when: dueWords(task.dueOn, today),
        isLate: task.dueOn < today,
      },
    ];
  });
  const visits = visitsToCome(careCase, now).map(({ purpose, on, startsAt, comes }) => ({
    on,
    what: purpose === 'review' ? 'Visit for the review' : 'Visit for the assessment',
    href: isCasePage('visits') ? staffCasePath(careCase, 'visits') : '',
    who: comes.length > 0 ? `With ${comes.join(', ')}` : 'With the person',
    when: `${readableDate(on)} at ${startsAt}`,
    isLate: false,
  }));
  const reviewIsWork = openWorkOf(opened).some(({ kind }) => kind === 'review-plan');
  const { nextReview, keyWorker } = careCase;
  const review =
    nextReview && !reviewIsWork && careCase.closed === undefined
      ? [
          {
            on: nextReview.dueOn,
            what: 'Next review',
            href: '',
            who: keyWorker?.name ?? council.teams['key-worker'].name,
            when: dueWords(nextReview.dueOn, today),
            isLate: nextReview.dueOn < today,
          },
        ]
      : [];
  return [...work, ...visits, ...review].toSorted((a, b) => a.on.localeCompare(b.on));
};

const unsent: Readonly<Partial<Record<MailEntry['status'], { one: string; many: string }>>> = {
  undelivered: { one: 'could not be sent', many: 'could not be sent' },
  bounced: { one: 'came back', many: 'came back' },
  complained: { one: 'was marked as unwanted', many: 'were marked as unwanted' },
  held: { one: 'is held back', many: 'are held back' },
};

/** What somebody should look at now: late work, mails that nobody has got, what waits for the person. */
const needsAttention = (opened: OpenedCase) => {
  const { case: careCase, person, mail, today } = opened;
  const heldBack = heldByDeath(mail);
  const tasks = openWorkOf(opened);
  const late = tasks.filter(({ dueOn }) => dueOn < today);
  const anotherWay = new Set(tasks.filter(({ kind }) => kind === 'contact-another-way').map(({ id }) => id));
  const lost = mail.filter(({ status, key, withheld }) => {
    const contact = `${careCase.reference}.case.contact-${key.replaceAll('.', '-')}`;
    return (
      unsent[status] !== undefined &&
      withheld === undefined &&
      (status === 'held' || anotherWay.has(contact as Task['id']))
    );
  });
  return [
    ...late.map((task) => ({
      text: kindsOfWork[task.kind].title,
      href: taskPath(task),
      more: dueWords(task.dueOn, today),
    })),
    ...[...Map.groupBy(lost, ({ status }) => status)].map(([status, of]) => ({
      text: of.length === 1 ? `A message ${unsent[status]?.one}` : `${of.length} messages ${unsent[status]?.many}`,
      href: isCasePage('work') ? staffCasePath(careCase, 'work') : '',
      more: of.map(({ template }) => mailWords[template]).join('; '),
    })),
    ...(heldBack.length > 0 && !person.died
      ? [
          {
            text: 'The record of a death that was none held messages back',
            href: staffCasePath(careCase, sendHeldAction.part),
            more: [...new Set(heldBack.map(({ template }) => mailWords[template]))].join('; '),
          },
        ]
      : []),
    ...openQuestions(opened).map(({ text, by }) => ({
      text: 'Waits for the person',
      href: '',
      more: `“${text}”${by ? ` by ${readableDate(by)}` : ''}`,
    })),
  ];
};

/** More than that is no overview. */
const mostEvents = 5;
const mostNext = 8;

/** What the overview of a case shows. */
export const overviewView = async (deps: Deps, { council, staff }: StaffRequest, opened: OpenedCase) => {
  const { case: careCase, person } = opened;
  const latest = await deps.store.history(careCase, person, { atMost: 6 * mostEvents });
  const history = latest.filter((line) => opened.may(partOfEvent(line))).slice(0, mostEvents);
  const who = await whoDidIt(
    deps,
    council,
    opened,
    history.map(({ actor }) => actor),
  );
  const next = whatIsNext(opened, council);
  const helper = helperOf(careCase, person);
  const writing = await createWorkDrafts(deps).whoIsWriting(careCase.council, careCase.reference);
  const { assessor, keyWorker } = careCase;
  return {
    next: next.slice(0, mostNext),
    moreNext: Math.max(0, next.length - mostNext),
    workHref: staffCasePath(careCase, isCasePage('work') ? 'work' : ''),
    attention: needsAttention(opened),
    writing: writing.flatMap(({ task, name, since }) => {
      const on = openWorkOf(opened).find(({ id }) => id === task);
      if (on === undefined) return [];
      const title = kindsOfWork[on.kind].title;
      return [`${name} is writing since ${readableTime(since)}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`];
    }),
    safely: safeContactOf(opened),
    planAndMoney: planAndMoney(opened),
    people: [
      { what: 'Key worker', who: keyWorker?.name ?? nobodyNamed(careCase), more: keyWorker?.email ?? '' },
      ...(assessor ? [{ what: 'Assessor', who: assessor.name, more: assessor.email }] : []),
      ...(helper
        ? [
            {
              what: 'Helps with this case',
              who: `${helper.firstName} ${helper.lastName}`,
              more: [helper.relationship, helper.phone].filter((one) => one !== undefined).join(', '),
            },
          ]
        : []),
    ],
    events: history
      .map((line) => eventLine(opened, line, who))
      .map(({ short, says, at, who: by }) => ({
        label: { text: short },
        text: says,
        datetime: { timestamp: at, type: 'datetime' },
        byline: { text: by },
      })),
    timelineHref: staffCasePath(careCase, isCasePage('timeline') ? 'timeline' : ''),
    actions: actionsFor(opened, staff.roles),
  };
};
