import { beforeOneBegins } from '../../domain/journey/before-one-begins.ts';
import { purposeOf, visitsToCome } from '../../domain/journey/visits.ts';
import { allWorkOf } from '../../domain/journey/work-records.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate, shortDate } from '../../domain/time/readable-date.ts';
import type { Visit } from '../../schemas/case.ts';
import { type Question, questionsOf } from '../../schemas/form-language.ts';
import { isoDate } from '../../schemas/scalars.ts';
import type { TaskKind } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import type { StaffRequest } from '../web/site.ts';
import { knownOf, listOfTask } from '../work/task-lists.ts';
import type { OpenedCase } from './case-frame.ts';
import { staffCasePath } from './case-sections.ts';

const hows: Readonly<Record<Visit['how'], string>> = {
  'face-to-face': 'Face to face',
  phone: 'By phone',
  video: 'By video call',
};

const purposes = { assessment: 'Assessment', review: 'Review' } as const;

const whereOf = ({ how, place }: Visit): string => place ?? hows[how];

/** What became of the work that arranged a visit: the day that was set, or why there was none. */
const became = {
  'not-needed': 'No visit is needed',
  arranged: 'Arranged',
  cancelled: 'Called off',
  failed: 'Did not happen',
} as const;

/** What the section on visits shows: those to come, and what was arranged, moved, called off or did not happen. */
export const visitsView = (opened: OpenedCase) => {
  const { case: careCase, records, now } = opened;
  return {
    coming: visitsToCome(careCase, now).map((visit) => ({
      purpose: purposes[visit.purpose],
      when: `${readableDate(visit.on)} at ${visit.startsAt}`,
      where: whereOf(visit),
      comes: visit.comes.join(', '),
      sheet: `${staffCasePath(careCase, 'visits/sheet')}?purpose=${visit.purpose}`,
      calendar: staffCasePath(careCase, `visits/${visit.purpose}`),
    })),
    sheets: (Object.keys(purposes) as Visit['purpose'][]).map((purpose) => ({
      text: `Sheet for the ${purpose}`,
      href: `${staffCasePath(careCase, 'visits/sheet')}?purpose=${purpose}`,
    })),
    before: allWorkOf(records, 'arrange-visit').map(({ id, at, answers }) => ({
      when: shortDate(londonDate(at)),
      purpose: purposes[purposeOf({ id })],
      what: became[answers.what],
      on: [answers.visitOn, answers.failedOn]
        .flatMap((day) => (day ? [readableDate(isoDate.parse(day))] : []))
        .join(''),
      href: staffCasePath(careCase, `answers/${id}`),
    })),
  };
};

/** Most answers that a sheet repeats, and most characters of each: it is two pages of paper. */
const mostAnswers = 14;
const mostCharacters = 160;

const inTheirWords: readonly Question['type'][] = ['long', 'table', 'multi'];

const short = (text: string): string => (text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text);

const workFor = (purpose: Visit['purpose'], { case: { kind } }: OpenedCase): TaskKind => {
  if (purpose === 'review') return 'review-plan';
  return kind === 'carer' ? 'assess-carer' : 'assess-needs';
};

/** A sheet to take to a visit, for places without a connection: how to get in and what to mind, what was last said, and the questions, blank. */
export const visitSheetView = (deps: Deps, { council, query }: StaffRequest, opened: OpenedCase) => {
  const { case: careCase, person, records, now } = opened;
  const purpose: Visit['purpose'] = query['purpose'] === 'review' ? 'review' : 'assessment';
  const kind = workFor(purpose, opened);
  const list = listOfTask(council, { kind });
  const visit = visitsToCome(careCase, now).find((one) => one.purpose === purpose);
  const asked = new Map(questionsOf(list).map(({ question }) => [question.id, question]));
  // In their own words: how and when it was asked is no news for whoever asks again.
  const said = knownOf(deps, list, opened).flatMap(({ question, lines }) => {
    const of = asked.get(question);
    return of && inTheirWords.includes(of.type) ? [{ name: of.name, text: short(lines.join('; ')) }] : [];
  });
  return {
    purpose: purposes[purpose],
    when: visit ? `${readableDate(visit.on)} at ${visit.startsAt}, ${whereOf(visit)}` : 'No visit is arranged.',
    address: [person.address, person.postcode, person.whereToFind].filter((one) => one !== undefined),
    phone: person.phone ?? '',
    before: beforeOneBegins(kind, { careCase, person, records }),
    answers: said.slice(0, mostAnswers),
    questions: list.sections.flatMap(({ title, pages }) => pages.map((page) => page.title ?? title)),
    back: staffCasePath(careCase, 'visits'),
  };
};
