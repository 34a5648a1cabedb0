import { answersChanged } from '../../domain/forms/answers-changed.ts';
import { namesOf } from '../../domain/forms/documents.ts';
import { checkedAnswers } from '../../domain/forms/forms.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate, readableTime } from '../../domain/time/readable-date.ts';
import type { Actor } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form, LawNote } from '../../schemas/form-language.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { IsoInstant } from '../../schemas/scalars.ts';
import { plainly } from '../../schemas/voices.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { givenDocuments } from '../documents/sent-documents.ts';
import { askedBy } from '../runtime/council-lists.ts';
import { problems } from '../runtime/problems.ts';
import type { StaffRequest } from '../web/site.ts';
import { listById } from '../work/task-lists.ts';
import type { OpenedCase } from './case-frame.ts';
import { staffCasePath } from './case-sections.ts';
import { type WhoDidIt, whoDidIt } from './who-did-it.ts';

type AnsweredRecord = Extract<CaseRecord, { answers: unknown }>;

/** One set of answers to a list, as it stood: a record, or what an application said before it was corrected. */
type AnswerVersion = {
  /** How an address names it. */
  readonly id: string;
  readonly list: string;
  readonly answers: Answers;
  readonly at: IsoInstant;
  readonly by: Actor;
  readonly record: AnsweredRecord;
  readonly isCorrected: boolean;
};

const isAnswered = (record: CaseRecord): record is AnsweredRecord => 'answers' in record;

/** What divides a record's id from the number of an earlier version of it; no id holds one. */
const versionMark = '~';

const versionsOf = (record: AnsweredRecord): AnswerVersion[] => {
  const of = ({ answers, added, at, by }: Pick<AnsweredRecord, 'answers' | 'added' | 'at' | 'by'>) => ({
    list: record.list,
    answers: { ...answers, ...added },
    at,
    by,
    record,
  });
  const earlier = record.kind === 'application' ? (record.earlier ?? []) : [];
  return [
    ...earlier.map((one) => ({ ...of(one), id: `${record.id}${versionMark}${one.version}`, isCorrected: true })),
    { ...of(record), id: record.id, isCorrected: false },
  ];
};

/** Every set of answers of a case, the newest first. */
const allVersions = (records: readonly CaseRecord[]): AnswerVersion[] =>
  records
    .filter(isAnswered)
    .flatMap(versionsOf)
    .toSorted((a, b) => `${b.at} ${b.id}`.localeCompare(`${a.at} ${a.id}`));

const titleOf = ({ record }: AnswerVersion): string =>
  record.kind === 'work' ? kindsOfWork[record.work].title : (listById(record.list)?.title ?? record.list);

const when = (at: IsoInstant): string => `${readableDate(londonDate(at))} at ${readableTime(at)}`;

/** The set of answers to the same list that came before one. */
const before = (one: AnswerVersion, all: readonly AnswerVersion[]): AnswerVersion | undefined =>
  all.slice(all.indexOf(one) + 1).find(({ list }) => list === one.list);

const names = (deps: Deps, council: Council, opened: OpenedCase, all: readonly AnswerVersion[]): Promise<WhoDidIt> =>
  whoDidIt(
    deps,
    council,
    opened,
    all.map(({ by }) => by),
  );

/** What the answers of a case are shown as: each list with its sets of answers, of the person and of staff, the newest first. */
export const answersView = async (deps: Deps, { council }: StaffRequest, opened: OpenedCase) => {
  const all = allVersions(opened.records);
  const who = await names(deps, council, opened, all);
  const path = (id: string) => staffCasePath(opened.case, `answers/${id}`);
  return {
    lists: [...Map.groupBy(all, titleOf)].map(([title, of], at) => ({
      id: `list-${at}`,
      title,
      by: of.some(({ record }) => record.kind === 'work') ? 'Staff' : 'The person, or whoever helps',
      versions: of.map((one) => {
        const earlier = before(one, all);
        return {
          when: when(one.at),
          who: who(one.by).name,
          href: path(one.id),
          isCorrected: one.isCorrected,
          changes: earlier ? `${path(one.id)}?with=${encodeURIComponent(earlier.id)}` : '',
        };
      }),
    })),
  };
};

const sure: Readonly<Record<LawNote['status'], string>> = {
  confirmed: '',
  secondary: ' (seen at second hand)',
  'from-memory': ' (to be checked at its source)',
  design: ' (our own choice)',
};

const lawOf = (law: readonly LawNote[] | undefined) =>
  (law ?? []).map(({ says, source, status }) => ({ says, source: `${source}${sure[status]}` }));

const formOf = (council: Council, { list }: AnswerVersion): Form => {
  const form = listById(list);
  if (form === undefined) throw problems.notFound();
  return askedBy(council, form);
};

/** Where answers that were taken over as they were known came from, in words. */
const takenFrom = ({ record }: AnswerVersion, question: string): string => {
  const from = record.kind === 'work' ? record.unchanged?.[question] : undefined;
  return from ? `Unchanged, confirmed from: ${listById(from.list)?.title ?? 'what we know of the person'}` : '';
};

/**
 * One set of answers with its law notes, and beside it what changed since another set of answers to the same list, where an address asks for
 * that: with who gave each, and when.
 *
 * @throws Problem 404 where there is none of this name, or the two are of different lists
 */
export const recordView = async (deps: Deps, { council, params, query, path }: StaffRequest, opened: OpenedCase) => {
  const all = allVersions(opened.records);
  const one = all.find(({ id }) => id === params['record']);
  if (one === undefined) throw problems.notFound();
  const asked = query['with'];
  const other = asked === undefined ? undefined : all.find(({ id, list }) => id === asked && list === one.list);
  if (asked !== undefined && other === undefined) throw problems.notFound();
  const form = formOf(council, one);
  const documents = namesOf(givenDocuments(opened.records));
  const who = await names(deps, council, opened, [one, ...(other ? [other] : [])]);
  const rows = checkedAnswers(form, one.answers, documents).filter(
    ({ question }) => one.answers[question.id] !== undefined,
  );
  return {
    title: titleOf(one),
    byline: `${who(one.by).name}, ${when(one.at)}`,
    isCorrected: one.isCorrected,
    task: one.record.kind === 'work' ? `/${council.slug}/staff/tasks/${one.record.reference}.${one.record.id}` : '',
    result: one.record.kind === 'work' ? resultWords(one.record) : '',
    others: all
      .filter(({ list, id }) => list === one.list && id !== one.id)
      .map((version) => ({
        text: `${when(version.at)}, ${version.isCorrected ? 'before it was corrected' : titleOf(version)}`,
        href: `${path}?with=${encodeURIComponent(version.id)}`,
        isShown: version === other,
      })),
    compared: other && {
      byline: `${who(other.by).name}, ${when(other.at)}`,
      changes: (one.at >= other.at
        ? answersChanged(form, other.answers, one.answers, documents)
        : answersChanged(form, one.answers, other.answers, documents)
      ).map(({ name, page, was, is }) => ({ name: plainly(form, name), page: plainly(form, page), was, is })),
      older: one.at >= other.at ? when(other.at) : when(one.at),
      newer: one.at >= other.at ? when(one.at) : when(other.at),
    },
    sections: [...Map.groupBy(rows, ({ page, section }) => page.title ?? section.title)].map(([heading, of]) => ({
      heading: plainly(form, heading),
      law: lawOf(of[0]?.page.law),
      answers: of.map(({ question, lines }) => ({
        name: plainly(form, question.name),
        lines,
        law: lawOf(question.law),
        from: takenFrom(one, question.id),
      })),
    })),
  };
};

/** What a rule made of answers, in a line. */
const resultWords = ({ result }: Extract<CaseRecord, { kind: 'work' }>): string => {
  switch (result?.kind) {
    case 'determination':
      return 'A decision on eligibility was worked out from these answers: the letter is among the documents.';
    case 'estimate':
      return 'An estimate was worked out from these answers.';
    case 'charge':
      return 'A charge was worked out from these answers: its lines stand under plan and money.';
    default:
      return '';
  }
};
