import { kindSchema, type Today } from '../../schemas/answer-kinds.ts';
import type { Answer, Answers } from '../../schemas/form-conditions.ts';
import { type Form, type KnownFrom, type Question, questionsOf } from '../../schemas/form-language.ts';
import type { Overlays } from '../../schemas/overlay.ts';
import type { CaseRecord, WorkRecord } from '../../schemas/records.ts';
import type { IsoInstant } from '../../schemas/scalars.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { type AskedFor, whoAsked } from '../journey/requests-together.ts';
import { asWorkOf } from '../journey/work-records.ts';
import { behindPlan } from '../plan/behind-plan.ts';
import { carerNeedsFound, needsFound } from '../plan/needs-found.ts';
import { differenceLines } from '../plan/records-agree.ts';
import { inPounds, inWords } from './forms.ts';

/** Where an answer stands already: a list, the record that holds it and when it was given; the person's item has neither. */
export type KnownSource = {
  readonly list: string;
  readonly title: string;
  readonly record?: string;
  readonly at?: IsoInstant;
};

/** An answer that is known before a question is asked. One that `isAccepted` may be taken over as it is; another only stands beside. */
export type KnownAnswer = {
  readonly question: string;
  readonly answer: Answer;
  readonly lines: string[];
  readonly from: KnownSource;
  readonly isAccepted: boolean;
  /** What the same question was answered last time stands beside it, and may be copied by whoever confirms that it is so today. */
  readonly mayCopy?: true;
};

/** What is known about a case when a list is asked. */
export type KnownSources = {
  readonly records: readonly CaseRecord[];
  /** What the person's item says, under the names of the questions that asked it. */
  readonly person: Answers;
  /** A list by its id, to say in words what was answered to it. */
  readonly listOf: (id: string) => Form | undefined;
  readonly today: Today;
  /** The council's days of notice before less support starts. */
  readonly noticeDays?: number | undefined;
  /** The requests that are answered: of their lists no other one is known, and each stands by itself. */
  readonly asked?: readonly AskedFor[] | undefined;
};

/** Sums that rules worked out, and no list asks: they read as money beside whatever question they stand. */
const sums: ReadonlySet<string> = new Set(['weeklyTotal', 'personPays']);

/** What rules worked out of a piece of work, known like answers by names of their own: totals, and the needs with which a plan begins. */
const workedOut = (record: WorkRecord, { records, noticeDays }: KnownSources): Answers => {
  const { result } = record;
  const plan = asWorkOf(record, 'draft-plan');
  const [thread = ''] = record.id.split('.');
  const differs = (about: 'needs' | 'money') =>
    plan ? differenceLines(plan.answers, behindPlan(records, thread, noticeDays), about).join('\n') : '';
  const [needsDiffer, moneyDiffers] = [differs('needs'), differs('money')];
  const adult = asWorkOf(record, 'decide-eligibility');
  const carer = asWorkOf(record, 'decide-carer-eligibility');
  return {
    ...(needsDiffer && { needsDiffer }),
    ...(moneyDiffers && { moneyDiffers }),
    ...(result?.kind === 'estimate' && { weeklyTotal: result.weeklyTotal }),
    ...(result?.kind === 'charge' && { personPays: (result.charge.wholeWeek ?? result.charge).personPays }),
    ...(adult && { needsFound: needsFound(adult.answers) }),
    ...(carer && { needsFound: carerNeedsFound(carer.answers) }),
  };
};

/** Records whose answers may be known: what was sent and what was found. A plan's draft is also the record of the work that wrote it. */
const answersIn = (record: CaseRecord, sources: KnownSources): { list: string; answers: Answers } | undefined => {
  if (record.kind === 'application' || record.kind === 'request') return record;
  if (record.kind !== 'work') return undefined;
  return { list: record.list, answers: { ...record.answers, ...workedOut(record, sources) } };
};

type Found = { readonly record: CaseRecord; readonly answer: Answer };

const fromRecords = (list: string, question: string, sources: KnownSources): Found[] =>
  sources.records
    .flatMap((record) => {
      const found = answersIn(record, sources);
      const answer = found?.list === list ? found.answers[question] : undefined;
      return answer === undefined ? [] : [{ record, answer }];
    })
    .toSorted((a, b) => b.record.at.localeCompare(a.record.at));

/**
 * Of what stands in records, what is said: the newest. Of requests each that is answered, named by who asked; and where several have sent the same
 * list since this work was done last, the newest of each, so that nobody's answer hides or completes another's.
 */
const saidOf = (base: Form, id: string, known: KnownFrom, sources: KnownSources): (Found & { who?: string })[] => {
  const all = fromRecords(id, known.question, sources);
  const { asked = [], records } = sources;
  if (asked.some(({ request }) => request.list === id)) {
    return asked.flatMap(({ request, isOther }) => {
      const own = all.filter(({ record }) => record === request);
      const who = isOther ? `also open, by ${whoAsked(request)}` : `by ${whoAsked(request)}`;
      return own.map((one) => ({ ...one, who }));
    });
  }
  const [newest] = all;
  const since = records
    .flatMap((one) => (one.kind === 'work' && one.list === base.id ? [one.at] : []))
    .toSorted()
    .at(-1);
  const isOpen = ({ record }: Found) => since === undefined || record.at > since;
  if (known.each) return all.filter(isOpen);
  if (!known.beside || newest?.record.kind !== 'request') return newest ? [newest] : [];
  const open = all.filter((one) => one === newest || isOpen(one));
  const each = Map.groupBy(open, ({ record }) => (record.kind === 'request' ? whoAsked(record) : ''));
  return [...each].flatMap(([who, [first]]) =>
    first ? [{ ...first, ...(each.size > 1 && { who: `by ${who}` }) }] : [],
  );
};

const knownFor = (base: Form, question: Question, known: KnownFrom, sources: KnownSources): KnownAnswer[] => {
  const fits = (answer: Answer) => kindSchema(question, sources.today).safeParse(answer).success;
  const accepts = (answer: Answer) => !known.beside && fits(answer);
  const isLastTime = known.list === 'last' && known.question === question.id;
  if (known.list === 'person') {
    const answer = sources.person[known.question];
    if (answer === undefined) return [];
    const from = { list: 'person', title: 'What we know of the person' };
    return [{ question: question.id, answer, lines: inWords(question, answer), from, isAccepted: accepts(answer) }];
  }
  const id = known.list === 'last' ? base.id : known.list;
  const asked = sources.listOf(id);
  const source = asked && questionsOf(asked).find((one) => one.question.id === known.question)?.question;
  const title = known.list === 'last' ? 'Last time' : (asked?.title ?? id);
  return saidOf(base, id, known, sources).map(({ record, answer, who }, index) => ({
    question: question.id,
    answer,
    lines:
      source === undefined && sums.has(known.question)
        ? [inPounds(Number(answer))]
        : inWords(source ?? question, answer),
    from: { list: id, title: who ? `${title}, ${who}` : title, record: record.id, at: record.at },
    isAccepted: index === 0 && accepts(answer),
    ...(isLastTime && fits(answer) && { mayCopy: true as const }),
  }));
};

/**
 * What is known of each question of a list: nobody types twice what a person has said, or a worker has found, before. Of the places that its
 * `known` names the first with an answer may be accepted; whatever only stands beside it is all there, so that no answer hides another.
 */
export const knownAnswers = (list: Form, sources: KnownSources): KnownAnswer[] =>
  questionsOf(list).flatMap(({ question }) => {
    const found = (question.known ?? []).flatMap((known) => {
      const answers = knownFor(list, question, known, sources);
      return answers.length > 0 ? [{ answers, isBeside: known.beside === true }] : [];
    });
    const first = found.find(({ isBeside }) => !isBeside);
    return found.flatMap((one) => (one.isBeside || one === first ? one.answers : []));
  });

/** The known answer to a question that may be taken over as it is. */
export const takenOver = (known: readonly KnownAnswer[], question: string): KnownAnswer | undefined =>
  known.find((one) => one.question === question && one.isAccepted) ??
  known.find((one) => one.question === question && one.mayCopy);

/** Answers with those that were accepted as they are known, and where these came from; `stale` are ids of which nothing is known any more. */
export const withUnchanged = (
  given: Readonly<Record<string, unknown>>,
  unchanged: readonly string[],
  known: readonly KnownAnswer[],
): {
  answers: Record<string, unknown>;
  unchanged: Record<string, { list: string; record?: string }>;
  stale: string[];
} => {
  const accepted = unchanged.flatMap((id) => takenOver(known, id) ?? []);
  return {
    answers: { ...given, ...Object.fromEntries(accepted.map(({ question, answer }) => [question, answer])) },
    unchanged: Object.fromEntries(
      accepted.map(({ question, from: { list, record } }) => [question, { list, ...(record && { record }) }]),
    ),
    stale: unchanged.filter((id) => !accepted.some(({ question }) => question === id)),
  };
};

/** An answer to a question that a council has added to a list, as whoever is meant to see it reads it. */
export type AddedAnswer = { readonly label: string; readonly lines: string[]; readonly from: KnownSource };

/** The newest answers to the council's own questions that are meant for a kind of work. */
export const addedAnswers = (
  kind: TaskKind,
  overlays: Overlays,
  { records, listOf }: Pick<KnownSources, 'records' | 'listOf'>,
): AddedAnswer[] =>
  Object.entries(overlays).flatMap(([list, { add = [] }]) =>
    add
      .filter(({ shownIn }) => shownIn === kind)
      .flatMap(({ question }) => {
        const found = records
          .flatMap((record) => {
            const answer = 'added' in record && record.list === list ? record.added?.[question.id] : undefined;
            return answer === undefined ? [] : [{ record, answer }];
          })
          .toSorted((a, b) => b.record.at.localeCompare(a.record.at))[0];
        if (found === undefined) return [];
        const from = { list, title: listOf(list)?.title ?? list, record: found.record.id, at: found.record.at };
        return [{ label: question.label, lines: inWords(question, found.answer), from }];
      }),
  );
