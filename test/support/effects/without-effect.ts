import { completeAnswers } from '../../../local/demo/example-answers.ts';
import { staffAnswers } from '../../../local/demo/staff-answers.ts';
import { type Answer, type Answers, askedQuestions } from '../../../schemas/form-conditions.ts';
import { type Form, type KnownFrom, partsOf, type Question, questionsOf } from '../../../schemas/form-language.ts';
import { applicationForms } from '../../../schemas/forms/application-forms.ts';
import { requestForms } from '../../../schemas/forms/case-forms.ts';
import { everyForm } from '../../../schemas/forms/every-form.ts';
import { carersQuestions, jointAssessment } from '../../../schemas/forms/joint-assessment.ts';
import { type TaskKind, taskKind } from '../../../schemas/task.ts';
import { workLists } from '../../../schemas/work-lists.ts';
import { effectsOfApplication, effectsOfRequest } from './effects-of-sent.ts';
import { type Effects, effectsOfWork, laterEffects, today, type World, worldsBefore } from './effects-of-work.ts';
import { fullAnswers, type Tried, triedOf, waysToAsk } from './reaching.ts';

/** The lists of work that only a case about an adult’s needs has, and only a carer’s. */
const ofNeeds: readonly string[] = ['assessment', 'decision'];
const ofCarers: readonly string[] = ['carer-assessment', 'carer-decision'];

/** In which cases what a list holds is read: an adult’s, a carer’s, or both. */
const casesOf = (list: string, question: string): readonly ('needs' | 'carer')[] => {
  if (list === jointAssessment.id) return carersQuestions.has(question) ? ['carer'] : ['needs'];
  if (['needs-assessment', 'referral', 'help-now', ...ofNeeds].includes(list)) return ['needs'];
  return ['carers-assessment', ...ofCarers].includes(list) ? ['carer'] : ['needs', 'carer'];
};

const staffLists: readonly Form[] = [...new Set<Form>(Object.values(workLists))];

/** The questions of staff beside which an answer stands as known: where they may be asked in the same case. */
const informing = staffLists.flatMap((list) =>
  questionsOf(list).flatMap(({ question }) =>
    (question.known ?? []).map((from: KnownFrom) => ({
      asking: list.id,
      list: from.list === 'last' ? list.id : from.list,
      question: from.question,
    })),
  ),
);

const knownNow = new Map<string, boolean>();
const isKnown = (list: string, question: string): boolean => {
  const key = `${list}.${question}`;
  const found = knownNow.get(key) ?? informs(list, question);
  knownNow.set(key, found);
  return found;
};

const informs = (list: string, question: string): boolean =>
  informing.some(
    (one) =>
      one.list === list &&
      one.question === question &&
      casesOf(one.asking, '').some((kind) => casesOf(list, question).includes(kind)),
  );

const isFree = (question: Question, column: string | undefined): boolean => {
  const asked = question.type === 'table' ? question.columns.find(({ id }) => id === column) : question;
  return asked?.type === 'text' || asked?.type === 'long';
};

/** A list with what follows from its answers in each of some cases, and complete answers to begin from. */
type Tested = {
  readonly list: Form;
  readonly effects: readonly ((answers: Answers) => Effects)[];
  readonly bases: readonly Answers[];
};

/** Effects that are worked out once for the same answers. */
const once = (effects: (answers: Answers) => Effects): ((answers: Answers) => Effects) => {
  const known = new Map<string, Effects>();
  return (answers) => {
    const key = JSON.stringify(answers);
    const found = known.get(key) ?? effects(answers);
    known.set(key, found);
    return found;
  };
};

/** Who types decides which questions are asked. */
const typists = ({ answering, ...list }: Form): Answers[] =>
  questionsOf(list as Form).flatMap(({ question }) =>
    question.id === answering?.question && question.type === 'choice'
      ? question.options.map(({ value }): Answers => ({ [question.id]: value }))
      : [],
  );

const sent: Tested[] = [
  ...[...applicationForms.values()].map((list) => ({
    list,
    effects: [once((answers) => effectsOfApplication(list, answers))],
    bases: list.answering?.question ? typists(list) : [{}],
  })),
  ...[...requestForms.values(), ...everyForm.filter(({ id }) => id === 'review-for-another')].map((list) => ({
    list,
    effects: [once((answers) => effectsOfRequest(list, answers))],
    bases: [{}],
  })),
];

/** Which later work has a rule that compares what it is given with what was found before. */
const comparing: Partial<Record<TaskKind, readonly TaskKind[]>> = {
  'assess-needs': ['decide-eligibility', 'draft-plan'],
  'decide-eligibility': ['draft-plan'],
  'estimate-budget': ['draft-plan'],
  'assess-finances': ['draft-plan'],
  'draft-plan': ['agree-plan', 'set-up-support'],
  'review-plan': ['draft-plan'],
};

/** Work that names a key worker where the case has none. */
const namesKeyWorker: readonly TaskKind[] = ['draft-plan', 'set-up-support', 'review-plan'];

const adult = worldsBefore();
const carer = worldsBefore({ kind: 'carer' });
const worldsOf = (kind: TaskKind): World[] =>
  [adult.get(kind), carer.get(kind)].flatMap((world) =>
    world
      ? [
          world,
          { ...world, case: { ...world.case, planInForce: 1 } },
          { ...world, records: [] },
          ...(namesKeyWorker.includes(kind) ? [{ ...world, case: { ...world.case, keyWorker: undefined } }] : []),
        ]
      : [],
  );

/** In the lists that read each outcome, the example with all of them applying and out of reach: each is a need then. */
const unable = (list: Form, base: Answers): Answers[] => {
  const outcomes = questionsOf(list).flatMap(({ question: { id } }) => /^(.+)Meanings$/.exec(id)?.[1] ?? []);
  if (outcomes.length === 0) return [];
  const all = outcomes.flatMap((key): [string, Answer][] => [
    [`${key}Applies`, 'yes'],
    [`${key}Meanings`, ['a-assistance']],
    [`${key}NeedAsIfNoCarer`, 'It is out of reach.'],
  ]);
  return [{ ...base, ...Object.fromEntries(all) }];
};

/** Of kinds that ask the same list one stands for all. */
const work: Tested[] = taskKind.options
  .filter((kind, at, all) => all.findIndex((one) => workLists[one] === workLists[kind]) === at)
  .map((kind) => ({
    list: workLists[kind],
    effects: [
      ...worldsOf(kind).map((world) => once((answers) => effectsOfWork(kind, answers, world))),
      ...(comparing[kind] ?? []).map((reader) =>
        once((answers) => ({ all: laterEffects(kind, answers, adult, reader), ofWords: '' })),
      ),
    ],
    bases: [staffAnswers(today)[kind] as Answers, ...unable(workLists[kind], staffAnswers(today)[kind] as Answers)],
  }));

const without = (answers: Answers, id: string): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => key !== id));

/** The complete answers in which a question is asked, from which its own are tried. */
const situations = ({ list, bases }: Tested, question: string): Answers[] =>
  bases.flatMap((base) =>
    waysToAsk(list, question)
      .slice(0, 4)
      .flatMap((way) => {
        const overrides = { ...base, ...way };
        return [completeAnswers(list, overrides), fullAnswers(list, overrides)];
      })
      .filter((answers) => askedQuestions(list, answers).some(({ id }) => id === question)),
  );

/** The questions on whose answers others of the list depend. */
const opening = (list: Form): ReadonlySet<string> =>
  new Set(
    questionsOf(list).flatMap(({ page, question }) => [
      ...[page.when, question.when].flatMap((when) => partsOf(when).map((part) => part.question)),
      ...(page.oneNeeded?.of ?? []),
    ]),
  );

const isAlive = ({ list, effects }: Tested, question: Question, tried: Tried, bases: readonly Answers[]): boolean => {
  const free = isFree(question, tried.column);
  const pick = (found: Effects) => (free ? found.ofWords : found.all);
  const opens = opening(list).has(question.id);
  const withAnswer = (base: Answers, answer: Answer | undefined) => {
    const next = answer === undefined ? without(base, question.id) : { ...base, [question.id]: answer };
    return opens ? completeAnswers(list, next) : next;
  };
  // That words are given at all informs nobody: only what they say does.
  const against = tried.against.filter((other) => !free || other !== undefined);
  return bases.some((base) => {
    const one = withAnswer(base, tried.value);
    const others = against.map((other) => withAnswer(base, other));
    const shown = standing(list, one);
    if (others.some((other) => standing(list, other) !== shown)) return true;
    return effects.some((follows) => {
      const what = pick(follows(one));
      return others.some((other) => pick(follows(other)) !== what);
    });
  });
};

/** Which answers stand beside questions of staff: one that opens or closes such a question has that effect. */
const standing = (list: Form, answers: Answers): string =>
  Object.keys(answers)
    .filter((id) => isKnown(list.id, id))
    .join(' ');

/** Every answer that changes nothing, as `list.answer`. */
export const answersWithoutEffect = (): string[] =>
  [...sent, ...work].flatMap((of) => {
    const named = of.list.id;
    return questionsOf(of.list).flatMap(({ question }) => {
      if (isKnown(of.list.id, question.id)) return [];
      const bases = situations(of, question.id);
      const [base] = bases;
      if (base === undefined) return [`${named}.${question.id} is never asked`];
      return triedOf(of.list, question, base)
        .filter((tried) => !isAlive(of, question, tried, bases))
        .map(({ name }) => `${named}.${name}`);
    });
  });
