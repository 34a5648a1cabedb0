import { beforeOneBegins } from '../../../domain/journey/before-one-begins.ts';
import { asOne } from '../../../domain/journey/joined-person.ts';
import { foundByStaff } from '../../../domain/journey/persons.ts';
import { outcomeOf } from '../../../domain/journey/task-outcomes.ts';
import type { Kept, TaskOutcome, TaskSituation } from '../../../domain/journey/work-outcome.ts';
import { asWorkOf } from '../../../domain/journey/work-records.ts';
import { carerNeedsFound, needsFound } from '../../../domain/plan/needs-found.ts';
import { staffAnswers } from '../../../local/demo/staff-answers.ts';
import type { CareCase } from '../../../schemas/case.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import { type CaseRecord, caseRecord, type PlanRecord } from '../../../schemas/records.ts';
import { isoDate, isoInstant } from '../../../schemas/scalars.ts';
import { type TaskKind, taskKind } from '../../../schemas/task.ts';
import { workLists } from '../../../schemas/work-lists.ts';
import { letterOf } from '../../../services/follow/letters.ts';
import { aCase } from '../a-case.ts';
import { aCouncil } from '../a-council.ts';
import { aPerson } from '../a-person.ts';
import { situationOf } from '../finished-work.ts';

/** The day of all of this: that on which the example's case was opened. */
export const today = isoDate.parse('2026-01-05');
const now = isoInstant.parse(`${today}T11:00:00.000Z`);

/** What follows from answers: said twice, of free words only the part for which words count. */
export type Effects = { readonly all: string; readonly ofWords: string };

/** Kinds of work on which, together, everything bears that is to be known before work is begun. */
export const informed: readonly TaskKind[] = ['assess-needs', 'set-up-support', 'look-into-safety'];

/** A case in which work is done: what it holds so far, and of whom it is. */
export type World = { readonly case: CareCase; readonly records: readonly CaseRecord[] };

const council = aCouncil();
const examples = staffAnswers(today);
const person = aPerson({ phone: '01632 960 001' });

const situationIn = (kind: TaskKind, { case: careCase, records }: World): TaskSituation => ({
  ...situationOf(kind, careCase, `assessment-1.${kind}`),
  person: asOne([person]),
  council,
  records,
  plans: records.filter((one): one is PlanRecord => one.kind === 'plan'),
  // A planner is found while the plan is being written.
  ...(kind === 'find-planner' && { tasks: [situationOf('draft-plan', careCase, 'assessment-1.draft-plan-1').task] }),
});

const asRecord = (kept: Kept): CaseRecord =>
  caseRecord.parse({
    council: 'leicestershire',
    reference: 'K7M-29QX-T4F',
    at: now,
    by: { kind: 'staff', id: 'author', role: 'key-worker' },
    ...kept,
  });

/** Records with those of finished work in the place of what the same step had left before. */
const withKept = (records: readonly CaseRecord[], kept: readonly CaseRecord[]): CaseRecord[] => [
  ...records.filter((one) => !kept.some(({ id, kind }) => one.id === id && one.kind === kind)),
  ...kept,
];

/** The example's work, in the order in which it is done, and what each finds when it begins. */
export const worldsBefore = (of: Partial<CareCase> = {}): ReadonlyMap<TaskKind, World> => {
  const worlds = new Map<TaskKind, World>();
  let records: readonly CaseRecord[] = [];
  for (const [name, answers] of Object.entries(examples)) {
    const kind = taskKind.parse(name);
    const world = { case: aCase(of), records };
    worlds.set(kind, world);
    const outcome = outcomeOf(answers, situationIn(kind, world));
    const list = workLists[kind];
    const unfinished = { id: `assessment-1.${kind}`, version: 1, work: kind, list: list.id, listVersion: 1, answers };
    const kept = outcome.ok ? outcome.records : [{ kind: 'work', ...unfinished } as Kept];
    records = withKept(records, kept.map(asRecord));
  }
  return worlds;
};

const head = { id: 'letter', councilName: 'Example', reference: 'K7M-29QX-T4F', madeOn: today } as const;
const words = {
  conditions: council.eligibilityNotice,
  worker: council.terms.worker,
  complaintsRole: council.complaints.role,
  name: council.terms.firstBudget,
};

/** Of a decision, an estimate and a charge the person gets a letter of its own; every other copy is a copy of everything. */
const lettersOf = (records: readonly CaseRecord[]) =>
  records.flatMap((one) => (one.kind === 'work' ? (letterOf(one, head as never, words)?.blocks ?? []) : []));

/** The needs with which a plan begins: they stand beside its own. */
const needsIn = (records: readonly CaseRecord[]) =>
  records.flatMap((record) => {
    const adult = asWorkOf(record, 'decide-eligibility');
    const carer = asWorkOf(record, 'decide-carer-eligibility');
    return [...(adult ? needsFound(adult.answers) : []), ...(carer ? carerNeedsFound(carer.answers) : [])];
  });

/** What is worked out of answers, without what only repeats them. */
const resultOf = ({ result }: TaskOutcome) =>
  result?.kind === 'determination' ? result.conditions.map(({ answer }) => answer) : result;

const personAfter = (kind: TaskKind, answers: Answers) => {
  return foundByStaff(person, answers, { source: kind, on: today, now });
};

/** What follows from finishing a kind of work with these answers, in a case. */
export const effectsOfWork = (kind: TaskKind, answers: Answers, world: World): Effects => {
  const outcome = outcomeOf(answers, situationIn(kind, world));
  if (!outcome.ok) {
    const stops = outcome.problems.map(({ field, message }) => `${field}: ${message}`);
    return { all: JSON.stringify({ stops }), ofWords: JSON.stringify({ stops }) };
  }
  const found = personAfter(kind, answers);
  const kept = outcome.records.map(asRecord);
  const records = withKept(world.records, kept);
  const known = { careCase: { ...world.case, ...outcome.changes }, person: asOne([found]), records };
  const facts = {
    ...{ changes: outcome.changes, gives: outcome.gives, output: outcome.output },
    person: found,
    needs: needsIn(kept),
  };
  const before = informed.map((one) => beforeOneBegins(one, known));
  const { opens, forgets, tells, output, reviewForward, reassess, closes, death, invites } = outcome;
  return {
    all: JSON.stringify({
      ...facts,
      opens,
      forgets,
      tells,
      output,
      forward: reviewForward !== undefined,
      reassess: reassess !== undefined,
      closes,
      death,
      invites,
      within: outcome.reviewWithin,
      result: resultOf(outcome),
      plans: outcome.records.filter((one) => one.kind === 'plan'),
      before,
      letters: lettersOf(kept),
    }),
    ofWords: JSON.stringify(facts),
  };
};

/** A step that comes out of its order is a defect that other tests find; here it only differs. */
const attempted = (step: () => ReturnType<typeof outcomeOf>): ReturnType<typeof outcomeOf> => {
  try {
    return step();
  } catch (error) {
    return { ok: false, code: 'invalid-answers', problems: [{ field: '', message: String(error) }] };
  }
};

/** What the work that comes after it makes of the example’s own answers, once these are kept: a later rule may compare the two. */
export const laterEffects = (
  kind: TaskKind,
  answers: Answers,
  worlds: ReadonlyMap<TaskKind, World>,
  reader: TaskKind,
): string => {
  const [own, next] = [worlds.get(kind), worlds.get(reader)];
  if (own === undefined || next === undefined) return '';
  const outcome = outcomeOf(answers, situationIn(kind, own));
  if (!outcome.ok) return '';
  const kept = outcome.records.map(asRecord).filter((one) => next.records.some(({ id }) => id === one.id));
  if (kept.length === 0) return '';
  const situation = situationIn(reader, { ...next, records: withKept(next.records, kept) });
  const after = attempted(() => outcomeOf(examples[reader], situation));
  return JSON.stringify(
    after.ok ? [after.outcome, after.changes, after.output, after.opens, after.tells, resultOf(after)] : after.problems,
  );
};
