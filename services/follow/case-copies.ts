import { ombudsmanSentence } from '../../domain/complaints/complaint-work.ts';
import { namesOf } from '../../domain/forms/documents.ts';
import { checkedAnswers, inPounds } from '../../domain/forms/forms.ts';
import { isAboutSafety, isAdvocateWithheld, isFromAnother } from '../../domain/journey/case-following.ts';
import { nameOfAnswer, nameOfPlanAnswer, nameOfRequest } from '../../domain/journey/record-names.ts';
import { allWorkOf, asWorkOf, workOf } from '../../domain/journey/work-records.ts';
import { wordsOf } from '../../domain/plan/behind-plan.ts';
import { type Given, reductions } from '../../domain/plan/reduction.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { type Council, estimateName } from '../../schemas/council.ts';
import { assessment } from '../../schemas/forms/assessment.ts';
import { requestForms } from '../../schemas/forms/case-forms.ts';
import { everyForm } from '../../schemas/forms/every-form.ts';
import { howToChallenge } from '../../schemas/forms/fragments/staff-words.ts';
import type { PlanAnswers } from '../../schemas/forms/plan.ts';
import { type CaseRecord, closingNote, type PlanRecord, type WorkRecord } from '../../schemas/records.ts';
import type { CaseReference, IsoInstant } from '../../schemas/scalars.ts';
import { type TaskKind, taskKind } from '../../schemas/task.ts';
import { plainly } from '../../schemas/voices.ts';
import { type AnswerInWords, recordedCopy, sentCopy } from '../../templates/documents/correspondence.ts';
import { type Copy, type CopyHead, heading } from '../../templates/documents/document.ts';
import { type LessInWords, planCopy } from '../../templates/documents/plan.ts';
import type { Deps } from '../deps.ts';
import { givenDocuments } from '../documents/sent-documents.ts';
import { askedBy } from '../runtime/council-lists.ts';
import { problems } from '../runtime/problems.ts';
import { listOfTask } from '../work/task-lists.ts';
import { type LetterWords, letterOf } from './letters.ts';
import { addedInWords, withAdded, workCopy } from './work-copy.ts';

/** The name of a record's copy in addresses: `determination.assessment-1.decide-eligibility`. */
const copyId = ({ kind, id }: CaseRecord): string => `${kind}.${id}`;

/** What was answered, without what was skipped and without answers about safety. */
const inWords = (
  council: Council,
  { list, answers: own, added }: Extract<CaseRecord, { kind: 'application' | 'request' }>,
  records: readonly CaseRecord[],
): AnswerInWords[] => {
  const base = requestForms.get(list) ?? everyForm.find(({ id }) => id === list);
  if (base === undefined) return [];
  const form = askedBy(council, base);
  const answers = { ...own, ...added };
  return checkedAnswers(form, answers, namesOf(givenDocuments(records)))
    .filter(({ question }) => !isAboutSafety(question.id) && answers[question.id] !== undefined)
    .map(({ section, question, lines }) => ({ section: plainly(form, section.title), name: question.name, lines }));
};

/** What an outcome gets each week, as the person reads it. */
const weekly = ({ cost, minutes }: Given): string =>
  [inPounds(cost), ...(minutes > 0 ? [`${Math.floor(minutes / 60)} hours ${minutes % 60} minutes`] : [])].join(', ');

/** Old beside new, where a version gives less than the plan that it replaces. */
const lessInWords = (plan: PlanRecord, written: PlanAnswers, records: readonly CaseRecord[]): LessInWords[] => {
  const older = records.flatMap((record) =>
    record.kind === 'plan' && record.number < plan.number && ['active', 'superseded'].includes(record.state)
      ? [record]
      : [],
  );
  const before = wordsOf(older.toSorted((a, b) => b.number - a.number)[0], records);
  return reductions(before, written).map(({ outcome, was, now }) => ({ outcome, was: weekly(was), now: weekly(now) }));
};

/** A version of the plan: what was written, its checks, and the answers to questions that the council has added. */
const planCopyOf = (
  council: Council,
  plan: PlanRecord,
  records: readonly CaseRecord[],
  head: CopyHead,
): Copy | undefined => {
  const written = allWorkOf(records, 'draft-plan').find(({ id }) => id === plan.id);
  const checks = allWorkOf(records, 'check-plan').find(({ id }) => id === plan.checked);
  return (
    written &&
    planCopy(
      plan,
      written.answers,
      checks?.answers,
      addedInWords(listOfTask(council, { kind: 'draft-plan' }), written),
      head,
      lessInWords(plan, written.answers, records),
    )
  );
};

/** What finished work is as a copy: its letter, or what its list has for the person. */
const workDone = (
  council: Council,
  record: WorkRecord,
  records: readonly CaseRecord[],
  head: CopyHead,
  words: LetterWords,
): Copy | undefined => {
  const list = listOfTask(council, { kind: record.work });
  const letter = letterOf(record, head, words, records);
  if (letter) return withAdded(letter, list, record, head);
  const signatures = records.flatMap((one) => (one.kind === 'signature' && one.of === record.id ? [one.content] : []));
  const end = record.work === 'answer-complaint' ? ombudsmanSentence(records, record.to) : [];
  const copy = workCopy(list, record, head, { signatures, end });
  if (copy === undefined) return undefined;
  const title =
    record.work === 'agree-plan' ? nameOfPlanAnswer(record, records) : nameOfAnswer(copy.title, record, records);
  return { ...copy, title };
};

/**
 * A record as the copy that a person gets, or undefined for what is the council's own note: that is in "everything held about you".
 *
 * @param records all records of the case, since a signature stands under another record
 */
const copyOf = (council: Council, record: CaseRecord, records: readonly CaseRecord[]): Copy | undefined => {
  const head: CopyHead = {
    id: copyId(record),
    councilName: council.name,
    reference: record.reference,
    madeOn: londonDate(record.at),
  };
  const words = {
    conditions: council.eligibilityNotice,
    worker: council.terms.worker,
    complaintsRole: council.complaints.role,
    name: estimateName(council.terms),
  };
  switch (record.kind) {
    case 'application':
      return sentCopy('What you told us', inWords(council, record, records), head, true);
    case 'work':
      return workDone(council, record, records, head, words);
    case 'plan':
      return planCopyOf(council, record, records, head);
    case 'request':
      return sentCopy(nameOfRequest(record), inWords(council, record, records), head);
    case 'note':
      // Other notes are the council's own.
      return record.id.startsWith(closingNote)
        ? recordedCopy(
            'Why we closed your case',
            [{ section: 'Why, and what may help', name: 'Our reasons', lines: record.content.text.split('\n\n') }],
            head,
            { end: howToChallenge },
          )
        : undefined;
    default:
      return undefined;
  }
};

/** The copy of an assessment that short-term support ended, beside the record of how it went: named by that record. CV34. */
const assessmentId = ({ id }: Pick<CaseRecord, 'id'>): string => `assessment.${id}`;

/**
 * What was found where short-term support was enough and no assessment followed: what the person told us, the first look, the support, how it went in between and in
 * the end, as one copy under the name that the other assessments have. Care Act 2014 s.12(3); CV34.
 */
const endedBySupport = (council: Council, record: CaseRecord, records: readonly CaseRecord[]): Copy[] => {
  const review = asWorkOf(record, 'review-short-term-support');
  if (review?.answers.outcome !== 'outcomes-met') return [];
  const [thread = ''] = review.id.split('.');
  const ofThread = (kind: TaskKind) => workOf(records, kind, thread);
  const support = ofThread('give-short-term-support');
  const between = allWorkOf(records, 'ask-short-term').filter(
    ({ at }) => support !== undefined && at >= support.at && at <= record.at,
  );
  const told = records
    .filter((one) => one.kind === 'application' && one.at <= record.at)
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, 1);
  const parts = [...told, ofThread('triage-request'), support, ...between.toReversed(), record].flatMap((one) => {
    const copy = one && copyOf(council, one as CaseRecord, records);
    return copy ? [copy] : [];
  });
  const own = parts.at(-1);
  if (own === undefined) return [];
  const blocks = parts.flatMap(({ title, blocks: said }) => [
    heading(title),
    ...said.map((block) => (block.kind === 'heading' ? { ...block, level: 3 as const } : block)),
  ]);
  return [{ ...own, id: assessmentId(record), title: assessment.copyTitle ?? own.title, blocks }];
};

/** When the record of a copy was made. */
export const copyDay = (records: readonly CaseRecord[], id: string): IsoInstant => {
  const found = records.find((record) => copyId(record) === id || assessmentId(record) === id);
  if (found === undefined) throw new RangeError(`No record has the copy ${id}`);
  return found.at;
};

/**
 * One copy of a case, by its name in the address.
 *
 * @throws Problem 404
 */
export const readCopy = async (
  { store }: Pick<Deps, 'store'>,
  council: Council,
  reference: CaseReference,
  id: string | undefined,
): Promise<Copy> => {
  const whole = await store.whole(council.slug, reference);
  const copy = copiesOf(council, whole?.records ?? []).find((one) => one.id === id);
  if (copy === undefined) throw problems.notFound();
  return copy;
};

/** Where in the order of the work a record was made: of what has one time, the later step stands first. */
const stepOf = (record: CaseRecord): number => {
  if (record.kind === 'work') return taskKind.options.indexOf(record.work);
  return record.kind === 'plan' ? taskKind.options.indexOf('draft-plan') : -1;
};

/** Every copy of a case, the newest first. */
export const copiesOf = (council: Council, records: readonly CaseRecord[]): Copy[] =>
  records
    .filter((record) => !isFromAnother(record) && !isAdvocateWithheld(record))
    .toSorted((a, b) => b.at.localeCompare(a.at) || stepOf(b) - stepOf(a))
    .flatMap((record) => {
      const copy = copyOf(council, record, records);
      return [...(copy ? [copy] : []), ...endedBySupport(council, record, records)];
    });
